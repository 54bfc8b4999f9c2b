import { emptyHash, hashStep, mix } from "../text/hash.ts";
import { bitsOf } from "./lists.ts";
import { bit } from "./word-classes.ts";
import { gap, shape, type Words } from "./words.ts";

/** Kinds of names that the learned table tells apart. */
export const tag = { none: 0, person: 1, place: 2, organisation: 3 } as const;
export const tagCount = 4;
export const featureCount = 30;

const outside = 0x5bd1e995;
/** Bits that only gate other rules say nothing to the table. */
const shown = ~(bit.address | bit.cue | bit.after | bit.home);

function suffix(text: string, start: number, end: number, size: number): number {
  let hash = emptyHash;
  for (let i = Math.max(start, end - size); i < end; i += 1) {
    const code = text.charCodeAt(i);
    hash = hashStep(hash, code >= 65 && code <= 90 ? code | 32 : code);
  }
  return hash;
}

const places = bit.city | bit.country | bit.state;

/** Place of two or three words that this word is a part of. */
function phraseBits(words: Words, i: number): number {
  const { hashes, bits, count } = words;
  let found = 0;
  for (let from = Math.max(0, i - 2); from <= i; from += 1) {
    if (!((bits[from] ?? 0) & bit.phrase)) continue;
    let hash = mix(emptyHash, hashes[from] ?? 0);
    for (let to = from + 1; to <= from + 2 && to < count; to += 1) {
      hash = mix(hash, hashes[to] ?? 0);
      if (to >= i) found |= bitsOf(hash);
    }
  }
  return found & places;
}

/** Tags given so far and what the text said earlier about the same word. */
export interface Trail {
  readonly tags: readonly number[];
  readonly seen: ReadonlyMap<number, number>;
}

/** What is known of one word, read once for the three places where it is a neighbour. */
function column(values: Int32Array | Uint8Array, count: number, index: number, none: number): number {
  return index < 0 || index >= count ? none : (values[index] ?? none);
}

/**
 * Signs of the word at `i` as 32-bit keys, written into `out` (length `featureCount`): what it looks
 * like, what the lists say of it and its neighbours, and the two decisions before it.
 */
export function readFeatures(text: string, words: Words, i: number, trail: Trail, out: Int32Array): void {
  const { hashes, bits, shapes, gaps, count } = words;
  const w0 = column(hashes, count, i, outside);
  const w1 = column(hashes, count, i - 1, outside);
  const w2 = column(hashes, count, i - 2, outside);
  const n1 = column(hashes, count, i + 1, outside);
  const n2 = column(hashes, count, i + 2, outside);
  const phrases = phraseBits(words, i);
  const b0 = (column(bits, count, i, 0) & shown) | phrases;
  const b1 = column(bits, count, i - 1, 0) & shown;
  const bn = column(bits, count, i + 1, 0) & shown;
  const s0 = column(shapes, count, i, 0);
  const s1 = column(shapes, count, i - 1, 9);
  const sn = column(shapes, count, i + 1, 9);
  const g0 = column(gaps, count, i, gap.line);
  const gn = column(gaps, count, i + 1, gap.line);
  const t1 = trail.tags[i - 1] ?? 0;
  const t2 = trail.tags[i - 2] ?? 0;
  const start = words.starts[i] ?? 0;
  const end = words.ends[i] ?? 0;
  let n = 0;
  const put = (value: number): void => {
    n += 1;
    out[n - 1] = mix(Math.imul(n, 0x9e3779b1), value);
  };
  put(1);
  put(w0);
  put(suffix(text, start, end, 3));
  put(mix(suffix(text, start, end, 2), s0));
  put(mix(s0, g0));
  put(b0);
  put(mix(w1, g0));
  put(mix(n1, gn));
  put(mix(w2, w1));
  put(mix(n1, n2));
  put(mix(b1, g0));
  put(mix(bn, gn));
  put(t1);
  put(mix(t1, t2 + 7));
  put(mix(t1, mix(b0, g0)));
  put(mix(s1, mix(s0, sn)));
  put(mix(g0, gn + 31));
  put(mix(w1, n1));
  put(mix(b0, bn));
  put(mix(b1, b0));
  put(suffix(text, start, end, 4));
  put(mix(t1, mix(w1, g0)));
  put(mix(trail.seen.get(w0) ?? 9, s0));
  put(mix(Math.min(end - start, 9), s0));
  put(mix(b0, mix(s0, g0)));
  put(mix(b0, w1));
  put(mix(b0, n1));
  put(mix(mix(g0, gn), mix(s1, sn)));
  put(mix(t1, w0));
  put(phrases);
}

const nameBits = bit.given | bit.surname | bit.city | bit.country | bit.state | bit.double | bit.phrase | bit.title;
const wordBits = bit.ordinary | bit.job | bit.calendar;

/**
 * Only words with a capital are scored, and no ordinary word that has its capital from the start of a
 * sentence alone.
 */
export function isScored(words: Words, i: number): boolean {
  const form = words.shapes[i] ?? 0;
  if (form < shape.capital || form > shape.initial) return false;
  const bits = words.bits[i] ?? 0;
  if (form !== shape.capital || !(bits & wordBits) || bits & nameBits) return true;
  const before = words.gaps[i];
  if (before !== gap.line && before !== gap.sentence && before !== gap.open) return true;
  return i + 1 >= words.count || words.shapes[i + 1] !== shape.small || words.gaps[i + 1] !== gap.space;
}
