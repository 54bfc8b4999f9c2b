/**
 * Guarded spelling correction of long date words: one edit, two from nine letters, the first letter
 * fixed (the policy measured for the request parser).
 */
import { distance } from "../request/reading/spelling.ts";
import type { Lexicon } from "./lexicon-index.ts";
import type { Token } from "./tokens.ts";

const LEAST_LENGTH = 5;
const TWO_EDITS_FROM = 9;

/** The date word that was probably meant, or null. */
export function correction({ text }: Token, lexicon: Lexicon): string | null {
  if (text.length < LEAST_LENGTH || lexicon.notTypos.has(text)) return null;
  const allowed = text.length >= TWO_EDITS_FROM ? 2 : 1;
  let best: string | null = null;
  let least = allowed + 1;
  for (const candidate of lexicon.long.get(text.charAt(0)) ?? []) {
    const edits = distance(text, candidate, least - 1);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}
