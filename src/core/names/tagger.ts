import { featureCount, isScored, readFeatures, tag, tagCount } from "./features.ts";
import type { Words } from "./words.ts";

/** Weights of features by hash: key and four signed bytes, one a tag, side by side (one cache line a look). */
export interface WeightTable {
  readonly cells: Int32Array;
  readonly mask: number;
}

/** A fresh table for `size` features. */
export function makeWeightTable(size: number): WeightTable {
  let slots = 1024;
  while (slots < size * 2) slots *= 2;
  return { cells: new Int32Array(slots * 2), mask: slots - 1 };
}

/** Puts a feature in; key 0 marks a free slot. */
export function setWeights(table: WeightTable, key: number, packed: number): void {
  const wanted = key === 0 ? 1 : key;
  let slot = wanted & table.mask;
  while (table.cells[slot * 2] !== 0 && table.cells[slot * 2] !== wanted) slot = (slot + 1) & table.mask;
  table.cells[slot * 2] = wanted;
  table.cells[slot * 2 + 1] = packed;
}

export interface Tagged {
  readonly tags: readonly number[];
  /** By how much the best tag beat "none", in units of the table. */
  readonly margins: readonly number[];
}

/**
 * Tags the words of a text from left to right. `dial` is added to "none": higher means fewer names.
 * `allowed` says which words may be names at all.
 */
export function tagWords(text: string, words: Words, table: WeightTable, dial: number, allowed: (i: number) => boolean): Tagged {
  const tags: number[] = [];
  const margins: number[] = [];
  const seen = new Map<number, number>();
  const trail = { tags, seen };
  const keys = new Int32Array(featureCount);
  const scores = new Int32Array(tagCount);
  for (let i = 0; i < words.count; i += 1) {
    tags.push(tag.none);
    margins.push(0);
    if (!isScored(words, i) || !allowed(i)) continue;
    readFeatures(text, words, i, trail, keys);
    score(table, keys, scores);
    scores[0] = (scores[0] ?? 0) + dial;
    let best = 0;
    for (let t = 1; t < tagCount; t += 1) if ((scores[t] ?? 0) > (scores[best] ?? 0)) best = t;
    tags[i] = best;
    margins[i] = (scores[best] ?? 0) - (scores[tag.none] ?? 0);
    const hash = words.hashes[i] ?? 0;
    if (best !== tag.none || !seen.has(hash)) seen.set(hash, best);
  }
  return { tags, margins };
}

function score(table: WeightTable, keys: Int32Array, scores: Int32Array): void {
  const { cells, mask } = table;
  let none = 0;
  let person = 0;
  let place = 0;
  let organisation = 0;
  for (let i = 0; i < featureCount; i += 1) {
    const key = keys[i] ?? 0;
    let slot = key & mask;
    let found = cells[slot * 2] ?? 0;
    while (found !== 0 && found !== key) {
      slot = (slot + 1) & mask;
      found = cells[slot * 2] ?? 0;
    }
    if (found === 0) continue;
    const weights = cells[slot * 2 + 1] ?? 0;
    none += (weights << 24) >> 24;
    person += (weights << 16) >> 24;
    place += (weights << 8) >> 24;
    organisation += weights >> 24;
  }
  scores[0] = none;
  scores[1] = person;
  scores[2] = place;
  scores[3] = organisation;
}
