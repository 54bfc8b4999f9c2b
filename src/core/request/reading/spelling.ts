import type { Lexicon } from "../lexicon/lexicon.ts";

/** Edits allowed for a word of this length: none below 4 letters, one up to 7, two from 8. */
export function allowedEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** A word prepared for comparison: one bit for each letter it holds. */
export interface Spelled {
  readonly word: string;
  readonly letters: number;
}

export function spelled(word: string): Spelled {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return { word, letters };
}

/** One edit changes at most two letter bits: false means the distance exceeds `limit`. */
export function mayBeNear(a: Spelled, b: Spelled, limit: number): boolean {
  let bits = a.letters ^ b.letters;
  let count = 0;
  while (bits !== 0 && count <= 2 * limit) {
    bits &= bits - 1;
    count += 1;
  }
  return count <= 2 * limit;
}

/** Words beyond this length are never compared. */
const longestWord = 60;
/** Three rows of the table, reused: the functions here are synchronous and call nothing. */
const rows = [0, 1, 2].map(() => new Uint8Array(longestWord + 1));

/**
 * Optimal-string-alignment distance (insert, delete, substitute, swap of neighbours),
 * given up as soon as it must exceed `limit`; then `limit + 1`.
 */
export function distance(a: string, b: string, limit: number): number {
  const width = b.length;
  if (Math.abs(a.length - width) > limit || width > longestWord || a.length > longestWord) {
    return limit + 1;
  }
  let [before, above, row] = rows;
  if (before === undefined || above === undefined || row === undefined) return limit + 1;
  for (let j = 0; j <= width; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, before, above, row) > limit) return limit + 1;
    [before, above, row] = [above, row, before];
  }
  return above[width] ?? limit + 1;
}

/** One row of the table; returns its least entry. */
function fillRow(
  a: string,
  b: string,
  i: number,
  before: Uint8Array,
  above: Uint8Array,
  row: Uint8Array,
): number {
  const letter = a.charCodeAt(i - 1);
  const previous = i > 1 ? a.charCodeAt(i - 2) : -1;
  let left = i;
  let least = i;
  row[0] = i;
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    let cost = (above[j - 1] ?? 0) + (letter === other ? 0 : 1);
    cost = Math.min(cost, (above[j] ?? 0) + 1, left + 1);
    if (j > 1 && previous === other && letter === b.charCodeAt(j - 2)) {
      cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
    }
    row[j] = cost;
    left = cost;
    if (cost < least) least = cost;
  }
  return least;
}

export interface Correction {
  readonly form: string;
  readonly confidence: number;
}

/** Best lexicon word for a typo: first letter fixed, fewest edits, then nearest length. */
export function correct(word: string, lexicon: Lexicon): Correction | undefined {
  const known = lexicon.misspellings.get(word);
  if (known !== undefined) return { form: known, confidence: 0.9 };
  const limit = allowedEdits(word.length);
  if (limit === 0) return undefined;
  return nearest(word, lexicon.targets.get(word[0] ?? "") ?? [], limit);
}

function nearest(
  word: string,
  candidates: readonly Spelled[],
  limit: number,
): Correction | undefined {
  const typed = spelled(word);
  let best: string | undefined;
  let least = limit + 1;
  let rivals = 0;
  for (const each of candidates) {
    const candidate = each.word;
    if (Math.abs(candidate.length - word.length) > limit) continue;
    if (!mayBeNear(typed, each, limit)) continue;
    const edits = distance(word, candidate, Math.min(limit, least));
    if (edits > limit || edits > least) continue;
    if (edits < least) rivals = 0;
    // Among equals the one that keeps the last letters too is the likelier typo.
    if (edits < least || endsAlike(word, candidate) > endsAlike(word, best ?? "")) best = candidate;
    rivals += 1;
    least = edits;
  }
  if (best === undefined || best === word) return undefined;
  return { form: best, confidence: (least === 1 ? 0.85 : 0.75) - (rivals > 1 ? 0.05 : 0) };
}

function endsAlike(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  return same;
}
