import { matchesOf } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const begin =
  /-----BEGIN (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----/g;
const putty = /\bPuTTY-User-Key-File-\d: \S{1,40}/g;
/** A key longer than this is cut: it is removed up to there, and the rest holds no usable key. */
const longest = 20000;
// Lines of base64 and headers, real or escaped line ends; stops at the first thing that is neither.
const body =
  /(?:[A-Za-z0-9+/=_-]|\\[rnt/"\\]|[\r\n\t "'+,]|(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset): [^\n\\]{0,100}){1,20000}/y;

function readBlock(text: string, start: number, headEnd: number): RuleSpan | undefined {
  const window = text.slice(headEnd, headEnd + longest);
  const ending =
    /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-{4,5}|-{4,5} ?END [A-Z0-9 ]{0,60}-{4,5}/.exec(
      window,
    );
  const between = ending ? window.slice(0, ending.index) : readOpenBody(text, headEnd);
  const material = between.replace(/\\[rnt]|[\s"'+,]/g, "");
  // A shell of a key ("...", "xxx") shows a form, not a secret.
  if (material.length < 40 || new Set(material).size < 8) return undefined;
  const end = headEnd + (ending ? ending.index + ending[0].length : between.trimEnd().length);
  return { start, end, type: "SECRET", certain: true, strength: "proved" };
}

function readOpenBody(text: string, from: number): string {
  body.lastIndex = from;
  return body.exec(text)?.[0] ?? "";
}

export const privateKeys: Rule = {
  label: "Private keys",
  level: "basic",
  replacement: "[private key]",
  gate: ["private key-", "putty-user-key-file", "private key block"],
  *find(text) {
    for (const match of matchesOf(begin, text)) {
      const span = readBlock(text, match.index, match.index + match[0].length);
      if (!span) continue;
      yield span;
      begin.lastIndex = span.end;
    }
    for (const match of matchesOf(putty, text)) {
      const start = match.index;
      const mac = /Private-(?:MAC|Hash): [0-9a-f]{20,80}/.exec(text.slice(start, start + longest));
      const end = mac ? start + mac.index + mac[0].length : Math.min(text.length, start + longest);
      yield { start, end, type: "SECRET", certain: true, strength: "proved" };
    }
  },
  examples: {
    caught: [
      "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJx2vQ7mYt3LhD0c\nu5XgPfQkWz8RnT1sBaEoKjVyHdLm\n-----END PRIVATE KEY-----",
      '{"key":"-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEEIBz7Qk3tYwX0rV9sLmNcJhGfDpTaUeRoWiKy5xZbSvC8"}',
    ],
    spared: [
      "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAkQm3vT8kLz0WcY5rNs2XbH7dJp9FgA4uE6iKoZ1x\n-----END PUBLIC KEY-----",
      "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    ],
  },
};
