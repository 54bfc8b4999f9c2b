import type { Span } from "../request.ts";
import { fold } from "./fold.ts";
import { readNumber } from "./read-number.ts";

export type TokenKind = "word" | "number" | "mark" | "quote" | "hash" | "address" | "secret";

/** One piece of a sentence. Offsets are UTF-16 units of the raw text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Folded spelling, what the lexicon is asked for. */
  readonly form: string;
  /** Content of a quotation or hash mark, raw spelling. */
  readonly inner: string;
  readonly capital: boolean;
  readonly number?: number;
  /** Set when spelling correction changed `form`. */
  readonly corrected?: { readonly typed: string; readonly confidence: number };
}

const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”“"],
  ["„", "“”"],
  ["«", "»"],
  ["‹", "›"],
  ["‘", "’"],
  ["'", "'"],
];
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy;
const hash = /#[\p{L}\p{N}][\p{L}\p{N}_-]*/uy;
const digits =
  /\d{1,3}(?: \d{3})+(?![\d.,]*\p{L}|\d)|\d(?:[\d.,'’\u00A0\u202F]*\d)?[\p{L}\p{M}]*/uy;
const word =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’\u02BC´`][\p{L}\p{M}]+)*(?:\.(?:com|io|ai|org|net|co|dev|app|js|de|fr|es|pt)(?![\p{L}\p{N}]))?/uy;
const blank = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF-]/u;

/** Cuts `text` into tokens. Hyphens join words but are no token, so "e-mail" reads as "e mail". */
export function tokenise(text: string, elisions: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const next =
      readQuote(text, at) ?? readWord(text, at, elisions) ?? readOther(text, at) ?? undefined;
    if (next === undefined) {
      at += 1;
      continue;
    }
    tokens.push(next);
    at = next.end;
  }
  return tokens;
}

function slice(kind: TokenKind, text: string, start: number, end: number, inner?: string): Token {
  const raw = text.slice(start, end);
  const first = raw[0] ?? "";
  return {
    kind,
    start,
    end,
    form: fold(raw),
    inner: inner ?? raw,
    capital: first !== first.toLowerCase(),
  };
}

function readQuote(text: string, at: number): Token | undefined {
  const pair = quotePairs.find(([open]) => open === text[at]);
  if (pair === undefined) return undefined;
  if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return undefined;
  for (let end = at + 1; end < text.length; end++) {
    const closes = pair[1].includes(text[end] ?? "");
    // An apostrophe inside a word closes nothing.
    if (!closes || /[\p{L}\p{N}]/u.test(text[end + 1] ?? "")) continue;
    const inner = text.slice(at + 1, end).trim();
    return inner === "" ? undefined : slice("quote", text, at, end + 1, inner);
  }
  return undefined;
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readWord(text: string, at: number, elisions: ReadonlySet<string>): Token | undefined {
  const mail = sticky(address, text, at);
  if (mail !== undefined) return slice("address", text, at, at + mail.length);
  const found = sticky(word, text, at);
  if (found === undefined) return undefined;
  const apostrophe = found.search(/['’\u02BC´`]/u);
  if (apostrophe > 0 && elisions.has(fold(found.slice(0, apostrophe)))) {
    return slice("word", text, at, at + apostrophe + 1);
  }
  // "l’ Export", and the elided word alone as a form of the lexicon.
  const elided = isApostrophe(text[at + found.length]) && elisions.has(fold(found));
  return slice("word", text, at, at + found.length + (elided ? 1 : 0));
}

function isApostrophe(letter = ""): boolean {
  return letter !== "" && "'’\u02BC´`".includes(letter);
}

function readOther(text: string, at: number): Token | undefined {
  const tag = sticky(hash, text, at);
  if (tag !== undefined) return slice("hash", text, at, at + tag.length, tag.slice(1));
  const figure = sticky(digits, text, at);
  if (figure !== undefined) {
    const token = slice("number", text, at, at + figure.length);
    const number = readNumber(token.form);
    return number === undefined ? token : { ...token, number };
  }
  if (blank.test(text[at] ?? "")) return undefined;
  const point = text.codePointAt(at) ?? 0;
  return slice("mark", text, at, at + (point > 0xffff ? 2 : 1));
}

export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}
