import { charClass, letter, wordPart } from "../text/chars.ts";
import { entropyOf } from "../text/entropy.ts";
import { pageOf } from "../text/page.ts";
import { makePrefixScan, nextPrefix } from "../text/prefix-scan.ts";
import { matchAt, matchesOf } from "../text/search.ts";
import { tokenKinds, type TokenKind } from "../text/token-kinds.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const byPrefix = new Map<string, TokenKind[]>();
for (const kind of tokenKinds)
  byPrefix.set(kind.prefix, [...(byPrefix.get(kind.prefix) ?? []), kind]);
/** Prefixes of two letters are too common to scan for: their tokens are long runs of capitals and digits. */
const scan = makePrefixScan([...byPrefix.keys()].filter((prefix) => prefix.length > 2));
const short = [...byPrefix.keys()].filter((prefix) => prefix.length < 3);

/** Tokens that carry marks inside: Telegram, Facebook, Discord, Okta, Terraform, Google, Mailchimp, OpenAI, web hooks. */
const marked: readonly (readonly [string, RegExp])[] = [
  [":AA", /\b\d{8,10}:AA[\w-]{33}\b/g],
  ["|", /\b\d{15,16}\|[\w-]{27,40}\b/g],
  [".", /\b[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}\b/g],
  ["00", /\b00[\w-]{40}\b/g],
  [".atlasv1.", /\b[a-z0-9]{14}\.atlasv1\.[\w=-]{60,70}/g],
  [".apps.googleusercontent.com", /\b[\w-]{34}\.apps\.googleusercontent\.com\b/g],
  ["-us", /\b[0-9a-f]{32}-us\d{1,2}\b/g],
  ["T3BlbkFJ", /\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b/g],
  ["amzn.mws.", /\bamzn\.mws\.[0-9a-f-]{36}\b/g],
  [
    "://",
    /https?:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/|[\w-]{1,40}\.webhook\.office\.com\/)[\w/@+-]{30,200}/g,
  ],
];

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
  *find(text, given) {
    const page = pageOf(text, given);
    for (let hit = nextPrefix(scan, text, 0); hit;) {
      const span = readToken(text, hit.start, hit.word);
      if (span) yield span;
      hit = nextPrefix(scan, text, span ? span.end : hit.start + 1);
    }
    // A token of any kind has at least sixteen characters in a row.
    if (page.longRuns.length === 0) return;
    for (const start of page.longRuns) {
      for (const prefix of short) {
        const at = prefix.endsWith(".") ? start - prefix.length : start;
        const span = text.startsWith(prefix, at) ? readToken(text, at, prefix) : undefined;
        if (span) yield span;
      }
    }
    for (const [literal, expression] of marked) {
      if (!text.includes(literal)) continue;
      for (const match of matchesOf(expression, text)) {
        if (!isReal(match[0], 2.5)) continue;
        const start = match.index;
        yield {
          start,
          end: start + match[0].length,
          type: "SECRET",
          certain: true,
          strength: "proved",
        };
      }
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
