import type { Lexicon, TrieNode } from "../lexicon/lexicon.ts";
import type { Token } from "./tokens.ts";

/**
 * Marks a passphrase typed into the sentence (request contract, C2). Marking too much is harmless,
 * marking too little shows a secret: every doubt is settled for marking.
 */
export function findSecrets(tokens: readonly Token[], text: string, lexicon: Lexicon): Token[] {
  const out: Token[] = [];
  const locks = tokens.some((_, at) => reach(tokens, at, "encrypt", lexicon) > at);
  let i = 0;
  while (i < tokens.length) {
    const secret =
      secretAfter(tokens, i, text, lexicon) ??
      secretBefore(tokens, i, lexicon) ??
      (locks ? secretWith(tokens, i, text, lexicon) : undefined);
    if (secret === undefined) {
      const token = tokens[i];
      if (token !== undefined) out.push(token);
      i += 1;
      continue;
    }
    out.push(...tokens.slice(i, secret.from), hide(text, secret.start, secret.end));
    while (i < tokens.length && (tokens[i]?.start ?? 0) < secret.end) i += 1;
  }
  return out;
}

interface Found {
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

function hide(text: string, start: number, end: number): Token {
  return { kind: "secret", start, end, form: "", inner: text.slice(start, end), capital: false };
}

function reach(tokens: readonly Token[], from: number, sense: string, lexicon: Lexicon): number {
  let node: TrieNode | undefined = lexicon.root;
  let best = from;
  for (let at = from; at < tokens.length; at++) {
    node = node.next.get(tokens[at]?.form ?? "");
    if (node === undefined) break;
    if (node.entries.some((entry) => entry.sense === sense)) best = at + 1;
  }
  return best;
}

/** "password hunter2", "passphrase: …", "the password is …", "encrypt it with Xy9!". */
function secretAfter(
  tokens: readonly Token[],
  i: number,
  text: string,
  lexicon: Lexicon,
): Found | undefined {
  const cue = reach(tokens, i, "password", lexicon);
  // "my public key" names a way to encrypt.
  if (cue === i || reach(tokens, i, "encrypt.method", lexicon) > cue) return undefined;
  const link = reach(tokens, cue, "password.is", lexicon);
  const from = tokens[link]?.form === ":" ? link + 1 : link;
  const first = tokens[from];
  if (first === undefined) return undefined;
  if (first.kind === "quote") return { from, start: first.start, end: first.end };
  const linked = from > cue;
  const end = chunkEnd(text, first.start);
  if (end <= first.start) return undefined;
  const known = isKnown(tokens, from, end, lexicon);
  const plain = !looksSecret(text.slice(first.start, end));
  if (!linked && plain && (known || opensPart(tokens, from, lexicon))) return undefined;
  // "sin contraseña agrupadas por estado": where there is no password, none follows.
  if (plain && isDenied(tokens, i, lexicon)) return undefined;
  if (linked && known && !isSign(tokens[from - 1]) && !looksSecret(text.slice(first.start, end))) {
    return undefined;
  }
  return { from, start: first.start, end: stretch(tokens, text, end, lexicon) };
}

/** Phrases of several words that begin another part of the request. */
const openers = [
  "schedule.onChange",
  "group.cue",
  "sort.cue",
  "sort.date",
  "notify",
  "retention.keep",
  "retention.age",
  "destination",
];

function opensPart(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  return openers.some((sense) => reach(tokens, from, sense, lexicon) > from + 1);
}

function isDenied(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  return [i - 1, i - 2].some((at) => at >= 0 && reach(tokens, at, "neg", lexicon) > at);
}

/** "hunter2 as the password": the secret stands before its name. */
function secretBefore(tokens: readonly Token[], i: number, lexicon: Lexicon): Found | undefined {
  const first = tokens[i];
  if (first === undefined || first.kind === "mark") return undefined;
  if (first.kind !== "quote" && (first.kind === "number" || !looksSecret(first.inner)))
    return undefined;
  let at = reach(tokens, i + 1, "secret.as", lexicon);
  if (at === i + 1) return undefined;
  at = reach(tokens, at, "filler", lexicon);
  const end = reach(tokens, at, "password", lexicon);
  return end > at && reach(tokens, at, "encrypt", lexicon) <= end
    ? { from: i, start: first.start, end: first.end }
    : undefined;
}

/** "encrypt everything with Tr0ub4dor&3". */
function secretWith(
  tokens: readonly Token[],
  i: number,
  text: string,
  lexicon: Lexicon,
): Found | undefined {
  const from = reach(tokens, i, "lock.with", lexicon);
  const first = tokens[from];
  if (from === i || first === undefined || lexicon.words.has(first.form)) return undefined;
  if (first.kind === "quote") {
    return followsLock(tokens, i, lexicon)
      ? { from, start: first.start, end: first.end }
      : undefined;
  }
  const end = chunkEnd(text, first.start);
  const chunk = text.slice(first.start, end);
  const mixed = /\p{L}/u.test(chunk) && /[\d!$%^*_=+~]/.test(chunk);
  return mixed ? { from, start: first.start, end } : undefined;
}

/** "encrypt it with "…"": nothing but small words between the lock and its key. */
function followsLock(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  const ends = (at: number, sense: string): number | undefined => {
    for (let from = at - 1; from >= Math.max(0, at - 4); from--) {
      if (reach(tokens, from, sense, lexicon) === at) return from;
    }
    return undefined;
  };
  let at = end;
  while (ends(at, "encrypt") === undefined) {
    const small = ["filler", "all", "all.soft", "fileword"].flatMap(
      (sense) => ends(at, sense) ?? [],
    );
    const next = small[0];
    if (next === undefined) return false;
    at = next;
  }
  return true;
}

const isSign = (token: Token | undefined): boolean =>
  token?.kind === "mark" && (token.form === ":" || token.form === "=");

/** Up to the next blank; a closing comma, stop or bracket belongs to the sentence. */
function chunkEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !/\s/.test(text[end] ?? "")) end += 1;
  while (end > start && ",;:.)]".includes(text[end - 1] ?? "")) end -= 1;
  return end;
}

/** Digits or signs among letters, or capitals inside: nobody writes plain words so. */
function looksSecret(chunk: string): boolean {
  const plain = chunk.replace(/[!?]+$/, "");
  const mixed = /\p{L}/u.test(plain) && /\d/.test(plain);
  return (
    mixed || /[^\p{L}\p{N}'’.-]/u.test(plain) || /\p{Ll}\p{Lu}/u.test(plain) || /\d{4,}/.test(plain)
  );
}

/** Senses that carry a sentence on; any other word after "password" is the password. */
const structural: ReadonlySet<string> = new Set([
  "filler",
  "sep",
  "as",
  "for",
  "prep",
  "verb",
  "format",
  "entity",
  "all",
  "all.soft",
  "template",
  "destination.to",
  "neg",
  "but",
  "only",
  "with",
  "columns",
  "password.is",
  "encrypt",
  "then",
  "date.prep",
  "doctype",
  "level",
  "fileword",
  "report",
  "schedule.op",
  "recurrence",
  "add",
]);

function isStructural(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token?.kind === "mark") return true;
  const entries = lexicon.root.next.get(token?.form ?? "")?.entries ?? [];
  return entries.some((entry) => structural.has(entry.sense));
}

function isKnown(tokens: readonly Token[], from: number, end: number, lexicon: Lexicon): boolean {
  const inside = tokens.slice(from).filter((token) => token.start < end);
  // "everything-weekly": two known words in one chunk are no sentence.
  return inside.length === 1 && isStructural(inside[0], lexicon);
}

/** "correct horse battery staple": unknown words after a passphrase belong to it. */
function stretch(tokens: readonly Token[], text: string, from: number, lexicon: Lexicon): number {
  let end = from;
  for (const token of tokens) {
    if (token.start < end) continue;
    if (/[,;.:]/.test(text.slice(end, token.start + 1))) break;
    if (token.kind !== "word" || isStructural(token, lexicon)) break;
    end = Math.max(token.end, chunkEnd(text, token.start));
  }
  return end;
}
