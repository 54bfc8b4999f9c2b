import { emptyHash, hashStep, mix } from "../text/hash.ts";
import { phraseHash, bitsOf } from "./lists.ts";
import { bit } from "./word-classes.ts";
import { gap, shape, type Words } from "./words.ts";

/** Kinds of names that the learned table tells apart. */
export const tag = { none: 0, person: 1, place: 2, organisation: 3 } as const;
export const tagCount = 4;
export const featureCount = 30;

const outside = 0x5bd1e995;

function suffix(text: string, start: number, end: number, size: number): number {
  let hash = emptyHash;
  for (let i = Math.max(start, end - size); i < end; i += 1) {
    const code = text.charCodeAt(i);
    hash = hashStep(hash, code >= 65 && code <= 90 ? code | 32 : code);
  }
  return hash;
}

/** Place or tool of two or three words that begins or ends here. */
function phraseBits(words: Words, i: number): number {
  let bits = 0;
  for (let size = 2; size <= 3; size += 1) {
    for (let back = 0; back < size; back += 1) {
      const from = i - back;
      if (from < 0 || from + size > words.count || !((words.bits[from] ?? 0) & bit.phrase)) continue;
      bits |= bitsOf(phraseHash(words.hashes.slice(from, from + size)));
    }
  }
  return bits & (bit.city | bit.country | bit.state);
}

/** Tags given so far and what the text said earlier about the same word. */
export interface Trail {
  readonly tags: readonly number[];
  readonly seen: ReadonlyMap<number, number>;
}

/**
 * Signs of the word at `i` as 32-bit keys, written into `out` (length `featureCount`): what it looks
 * like, what the lists say of it and its neighbours, and the two decisions before it.
 */
export function readFeatures(text: string, words: Words, i: number, trail: Trail, out: Int32Array): void {
  const { hashes, bits, shapes, gaps, starts, ends } = words;
  const at = (column: readonly number[], index: number, none: number): number => column[index] ?? none;
  const w0 = at(hashes, i, outside);
  const w1 = at(hashes, i - 1, outside);
  const w2 = at(hashes, i - 2, outside);
  const n1 = at(hashes, i + 1, outside);
  const n2 = at(hashes, i + 2, outside);
  const phrases = phraseBits(words, i);
  const b0 = at(bits, i, 0) | phrases;
  const b1 = at(bits, i - 1, 0);
  const bn = at(bits, i + 1, 0);
  const s0 = at(shapes, i, 0);
  const s1 = at(shapes, i - 1, 9);
  const sn = at(shapes, i + 1, 9);
  const g0 = at(gaps, i, gap.line);
  const gn = at(gaps, i + 1, gap.line);
  const t1 = at(trail.tags, i - 1, 0);
  const t2 = at(trail.tags, i - 2, 0);
  const start = at(starts, i, 0);
  const end = at(ends, i, 0);
  const size = Math.min(end - start, 9);
  const values = [
    1,
    w0,
    suffix(text, start, end, 3),
    mix(suffix(text, start, end, 2), s0),
    mix(s0, g0),
    b0,
    mix(w1, g0),
    mix(n1, gn),
    mix(w2, w1),
    mix(n1, n2),
    mix(b1, g0),
    mix(bn, gn),
    t1,
    mix(t1, t2 + 7),
    mix(t1, mix(b0, g0)),
    mix(s1, mix(s0, sn)),
    mix(g0, gn + 31),
    mix(w1, n1),
    mix(b0, bn),
    mix(b1, b0),
    suffix(text, start, end, 4),
    mix(t1, mix(w1, g0)),
    mix(trail.seen.get(w0) ?? 9, s0),
    mix(size, s0),
    mix(b0, mix(s0, g0)),
    mix(b0, w1),
    mix(b0, n1),
    mix(mix(g0, gn), mix(s1, sn)),
    mix(t1, w0),
    phrases,
  ];
  for (let f = 0; f < featureCount; f += 1) out[f] = mix(Math.imul(f + 1, 0x9e3779b1), values[f] ?? 0);
}

/** Only words with a capital are scored; in a shouted line capitals say nothing. */
export function isScored(words: Words, i: number): boolean {
  const form = words.shapes[i] ?? 0;
  return form === shape.capital || form === shape.shouted || form === shape.initial || form === shape.mixed;
}
