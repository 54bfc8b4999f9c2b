import { charClass, letter, wordPart } from "../text/chars.ts";
import { entropyOf } from "../text/entropy.ts";
import { matchAt, matchesOf } from "../text/search.ts";
import { tokenKinds, type TokenKind } from "../text/token-kinds.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const byPrefix = new Map<string, TokenKind[]>();
for (const kind of tokenKinds)
  byPrefix.set(kind.prefix, [...(byPrefix.get(kind.prefix) ?? []), kind]);
const anyPrefix = new RegExp(
  [...byPrefix.keys()].map((prefix) => prefix.replace(/[.$*+?()[\]{}|\\^]/g, "\\$&")).join("|"),
  "g",
);
/** Two numbers and a tail that carry their own marks: Telegram bot, Facebook app, Discord bot, Okta, Terraform. */
const marked =
  /\b\d{8,10}:AA[\w-]{33}\b|\b\d{15,16}\|[\w-]{27,40}\b|\b[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}\b|\b00[\w-]{40}\b|\b[a-z0-9]{14}\.atlasv1\.[\w=-]{60,70}|\b[\w-]{34}\.apps\.googleusercontent\.com\b|\b[0-9a-f]{32}-us\d{1,2}\b|\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b|https?:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/|[\w-]{1,40}\.webhook\.office\.com\/)[\w/@+-]{30,200}|\bamzn\.mws\.[0-9a-f-]{36}\b|\b[a-z0-9]{32}\.[a-z0-9-]{1,30}\.deploy\b/g;

function isBoundary(text: string, start: number, prefix: string): boolean {
  if (start === 0) return true;
  const before = charClass(text.charCodeAt(start - 1));
  // A digit or underscore may run into a long prefix, but not into a short or upper-case one.
  return !(before & (prefix.length > 4 && prefix.endsWith("-") ? letter : wordPart));
}

function isReal(token: string, least: number): boolean {
  if (/(.)\1{7}/.test(token) && least > 1) return false;
  if (/EXAMPLE(?:KEY)?$|DUMMY|x{12}|X{12}/.test(token) && least > 1) return false;
  return entropyOf(token) >= least;
}

function readToken(text: string, start: number, prefix: string): RuleSpan | undefined {
  if (!isBoundary(text, start, prefix)) return undefined;
  for (const kind of byPrefix.get(prefix) ?? []) {
    const body = matchAt(kind.body, text, start + prefix.length);
    if (!body || !isReal(body[0], kind.least)) continue;
    const end =
      start +
      prefix.length +
      body[0].replace(/[.=-]+$/, (tail) => (tail.startsWith("=") ? tail : "")).length;
    if (charClass(text.charCodeAt(end)) & wordPart) continue;
    return { start, end, type: "SECRET", certain: true, strength: "proved" };
  }
  return undefined;
}

export const providerTokens: Rule = {
  label: "Access tokens",
  level: "basic",
  replacement: "[secret]",
  *find(text) {
    for (const match of matchesOf(anyPrefix, text)) {
      const span = readToken(text, match.index, match[0]);
      if (span) yield span;
      anyPrefix.lastIndex = span ? span.end : match.index + 1;
    }
    for (const match of matchesOf(marked, text)) {
      if (!isReal(match[0], 2.5)) continue;
      yield {
        start: match.index,
        end: match.index + match[0].length,
        type: "SECRET",
        certain: true,
        strength: "proved",
      };
    }
  },
  examples: {
    caught: ["export GH=ghp_Qm3vT8kLz0WcY5rNs2XbH7dJp9FgA4uE6iKo", "AKIAQ7X2M4LZ9TBW3RKD"],
    spared: [
      "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "AKIAIOSFODNN7EXAMPLE",
      "sk-learn and sk-lego",
    ],
  },
};
