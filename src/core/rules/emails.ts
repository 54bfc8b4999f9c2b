import { matchesOf } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

// RFC 5321 section 4.1.2, with the letters of RFC 6531; found from the "@" outwards.
const local = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const host =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}-])|\[(?:\d{1,3}\.){3}\d{1,3}\]/uy;
const longestLocal = 64;
// "2x.png" and the like are names of files, not hosts.
const fileEnding =
  /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|map|json|html?|pdf|md|py|sh|exe|dll|local|internal|lan|localdomain)$/i;
const dots = "dot|punkt|punto|ponto|point|punt";
const boxed = String.raw`\s{0,2}[[({<]\s{0,2}(?:at|arroba|arobase|chez|@)\s{0,2}[\])}>]\s{0,2}`;
const boxedDot = String.raw`(?:\s{0,2}[[({<]\s{0,2}(?:${dots}|\.)\s{0,2}[\])}>]\s{0,2}|\s(?:${dots})\s|\.)`;
const part = String.raw`[\p{L}\p{N}_+-]{1,40}`;
/** "mara [at] firm [dot] test": in brackets it is meant as an address, whatever stands around. */
const inBrackets = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])${part}(?:${boxedDot}${part}){0,3}${boxed}${part}(?:${boxedDot}[\p{L}\p{N}-]{2,40}){1,4}`,
  "giu",
);
/** "mara at firm dot test": as words only with a spelled dot. */
const inWords = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])${part}(?:(?:\s(?:${dots})\s|\.)${part}){0,3}\s(?:at|arroba|arobase|@)\s${part}(?:\s(?:${dots})\s[\p{L}\p{N}-]{2,40}){1,3}`,
  "giu",
);

function startOfLocal(text: string, mark: number): number {
  let start = mark;
  if (text.charAt(mark - 1) === '"') return startOfQuoted(text, mark);
  while (start > 0 && mark - start < longestLocal && local.test(text.charAt(start - 1))) start -= 1;
  // Marks that open a quotation or a list belong to the sentence, not to the address.
  while (start < mark && /[.'`*/=|{}?&!~^#$%]/.test(text.charAt(start))) start += 1;
  const inner = text.slice(start, mark).search(/[=/|'`](?=[^=/|'`]*$)/);
  return inner >= 0 ? start + inner + 1 : start;
}

function startOfQuoted(text: string, mark: number): number {
  const open = text.lastIndexOf('"', mark - 2);
  return open >= 0 && mark - open < longestLocal ? open : mark;
}

function readAddress(text: string, mark: number): RuleSpan | undefined {
  const start = startOfLocal(text, mark);
  if (start === mark || text.charAt(mark - 1) === ".") return undefined;
  host.lastIndex = mark + 1;
  const found = host.exec(text);
  if (!found || fileEnding.test(found[0])) return undefined;
  if (text.slice(start, mark).includes("..")) return undefined;
  return { start, end: mark + 1 + found[0].length, type: "EMAIL", certain: true };
}

function spelledForms(text: string): RegExp[] {
  if (/[[({<]\s{0,2}(?:at|arroba|arobase|chez|@)\s{0,2}[\])}>]/i.test(text)) return [inBrackets];
  return /\s(?:dot|punkt|punto|ponto|point|punt)\s/i.test(text) ? [inWords] : [];
}

export const emails: Rule = {
  label: "E-mail addresses",
  level: "moderate",
  replacement: "[email]",
  gate: ["@", "at", "arroba", "arobase", "chez"],
  *find(text) {
    for (let mark = text.indexOf("@"); mark >= 0; mark = text.indexOf("@", mark + 1)) {
      const span = readAddress(text, mark);
      if (span) yield span;
    }
    for (const expression of spelledForms(text)) {
      for (const match of matchesOf(expression, text)) {
        yield { start: match.index, end: match.index + match[0].length, type: "EMAIL" };
      }
    }
  },
  examples: {
    caught: ["Write to mara.lind@firm.test.", "mara [at] firm [dot] test", "josé@correo.es"],
    spared: ["logo@2x.png", "@mara wrote", "meet at noon. dot the i"],
  },
};
