import { emptyHash, hashStep, mix } from "../text/hash.ts";
import { bitsOf } from "./word-table.ts";
import { bit } from "./word-classes.ts";
import { gap, shape, type Words } from "./words.ts";

/** Kinds of names that the learned table tells apart. */
export const tag = { none: 0, person: 1, place: 2, organisation: 3 } as const;
export const tagCount = 4;
export const featureCount = 30;

const outside = 0x5bd1e995;
/** Bits that only gate other rules say nothing to the table. */
const shown = ~(bit.address | bit.cue | bit.after | bit.home | bit.label | bit.small);

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
  out[0] = mix(-1640531535, 1);
  out[1] = mix(1013904226, w0);
  out[2] = mix(-626627309, suffix(text, start, end, 3));
  out[3] = mix(2027808452, mix(suffix(text, start, end, 2), s0));
  out[4] = mix(387276917, mix(s0, g0));
  out[5] = mix(-1253254618, b0);
  out[6] = mix(1401181143, mix(w1, g0));
  out[7] = mix(-239350392, mix(n1, gn));
  out[8] = mix(-1879881927, mix(w2, w1));
  out[9] = mix(774553834, mix(n1, n2));
  out[10] = mix(-865977701, mix(b1, g0));
  out[11] = mix(1788458060, mix(bn, gn));
  out[12] = mix(147926525, t1);
  out[13] = mix(-1492605010, mix(t1, t2 + 7));
  out[14] = mix(1161830751, mix(t1, mix(b0, g0)));
  out[15] = mix(-478700784, mix(s1, mix(s0, sn)));
  out[16] = mix(-2119232319, mix(g0, gn + 31));
  out[17] = mix(535203442, mix(w1, n1));
  out[18] = mix(-1105328093, mix(b0, bn));
  out[19] = mix(1549107668, mix(b1, b0));
  out[20] = mix(-91423867, suffix(text, start, end, 4));
  out[21] = mix(-1731955402, mix(t1, mix(w1, g0)));
  out[22] = mix(922480359, mix(trail.seen.get(w0) ?? 9, s0));
  out[23] = mix(-718051176, mix(Math.min(end - start, 9), s0));
  out[24] = mix(1936384585, mix(b0, mix(s0, g0)));
  out[25] = mix(295853050, mix(b0, w1));
  out[26] = mix(-1344678485, mix(b0, n1));
  out[27] = mix(1309757276, mix(mix(g0, gn), mix(s1, sn)));
  out[28] = mix(-330774259, mix(t1, w0));
  out[29] = mix(-1971305794, phrases);
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
