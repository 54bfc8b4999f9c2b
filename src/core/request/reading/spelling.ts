import type { Lexicon } from "../lexicon/lexicon.ts";

/** Edits allowed for a word of this length: none below 4 letters, one up to 7, two from 8. */
export function allowedEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Optimal-string-alignment distance (insert, delete, substitute, swap of neighbours),
 * given up as soon as it must exceed `limit`; then `limit + 1`.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? limit + 1;
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

export function nearest(
  word: string,
  candidates: readonly string[],
  limit: number,
): Correction | undefined {
  let best: string | undefined;
  let least = limit + 1;
  let rivals = 0;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
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
