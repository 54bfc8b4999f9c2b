/**
 * Guarded spelling correction of long date words: one edit from five letters, two from nine, the
 * first letter fixed (optimal string alignment; the policy measured for the request parser).
 */
import type { Lexicon } from "./lexicon-index.ts";
import type { Token } from "./tokens.ts";

export function correction(token: Token, lexicon: Lexicon): string | null {
  const { text } = token;
  if (text.length < 4 || lexicon.notTypos.has(text)) return null;
  const allowed = text.length >= 9 ? 2 : 1;
  let best: string | null = null;
  let least = allowed + 1;
  for (const candidate of lexicon.long.get(text.charAt(0)) ?? []) {
    if (Math.abs(candidate.length - text.length) > allowed) continue;
    const distance = editDistance(text, candidate, allowed);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Optimal string alignment distance, or `most + 1` when it is larger. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? most) + 1,
        (row[j - 1] ?? most) + 1,
        (last[j - 1] ?? most) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? most) + 1);
      }
      row.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
