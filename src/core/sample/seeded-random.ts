import { v7 } from "uuid";

/** Random numbers that repeat: the same seed gives the same year of searching. */
export interface SeededRandom {
  /** 0 ≤ n < 1. */
  next(): number;
  /** Whole number, `from` ≤ n ≤ `to`. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  /** UUID v7 of that moment (RFC 9562, section 5.7). */
  id(at: Date): string;
}

/** mulberry32: 32 bits of state, enough for sample data; never used for anything secret. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (list) => {
      const found = list[between(0, list.length - 1)];
      if (found === undefined) throw new RangeError("Nothing to pick from");
      return found;
    },
    id: (at) =>
      v7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => between(0, 255)) }),
  };
}
