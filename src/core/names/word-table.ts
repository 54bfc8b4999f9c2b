import { foldWord } from "../sanitize/fold.ts";
import { emptyHash, hashWord, mix } from "../text/hash.ts";
import { labelHashes } from "../text/label-table.ts";
import { doubleAgents } from "./double-agents.ts";
import * as classes from "./word-classes.ts";
import { smallWords } from "./small-words.ts";
import { bit } from "./word-classes.ts";

/** What the lists say about words, by hash; open addressing, keys and bits side by side. */
class WordTable {
  #cells = new Int32Array(1 << 19);
  #mask = (1 << 18) - 1;

  add(hash: number, bits: number): void {
    let at = hash & this.#mask;
    while (this.#cells[at * 2 + 1] !== 0 && this.#cells[at * 2] !== hash) at = (at + 1) & this.#mask;
    this.#cells[at * 2] = hash;
    this.#cells[at * 2 + 1] = (this.#cells[at * 2 + 1] ?? 0) | bits;
  }

  get(hash: number): number {
    let at = hash & this.#mask;
    for (;;) {
      const bits = this.#cells[at * 2 + 1] ?? 0;
      if (bits === 0 || this.#cells[at * 2] === hash) return bits;
      at = (at + 1) & this.#mask;
    }
  }
}

const table = new WordTable();

/** Hash of the words of a phrase, in order. */
export function phraseHash(hashes: readonly number[]): number {
  return hashes.reduce((sum, hash) => mix(sum, hash), emptyHash);
}

/** Adds words, or phrases joined by "_", to the table. */
export function addAll(words: string, bits: number): void {
  for (const word of words.split(" ")) {
    const parts = word.split("_").map((part) => hashWord(foldWord(part)));
    const [first] = parts;
    if (first === undefined) continue;
    if (parts.length === 1) table.add(first, bits);
    else {
      table.add(first, bit.phrase);
      table.add(phraseHash(parts), bits);
    }
  }
}

addAll(classes.titleWords, bit.title);
addAll(classes.companyWords, bit.company);
addAll(classes.institutionWords, bit.institution);
addAll(classes.streetWords, bit.street);
addAll(classes.calendarWords, bit.calendar);
addAll(classes.jobWords, bit.job);
addAll(classes.toolWords, bit.tool);
addAll(classes.demonymWords, bit.demonym);
addAll(classes.stateWords, bit.state);
addAll(classes.openerWords, bit.opener);
addAll(classes.addressWords, bit.address);
addAll(classes.cueWords, bit.cue);
addAll(classes.homeWords, bit.home);
addAll(classes.afterWords, bit.after);
addAll("van von der den de del della di da dos das do la le las los du des ten ter te zu zum zur af bin ibn al el y e mac mc o d", bit.particle);
for (const hash of labelHashes.keys()) table.add(hash, bit.label);
for (const hash of smallWords.keys()) table.add(hash, bit.small);
for (const word of doubleAgents) table.add(hashWord(word), bit.double);

/** The bits of a folded word's hash. */
export function bitsOf(hash: number): number {
  return table.get(hash);
}

/** The bits of a folded word. */
export function bitsOfWord(word: string): number {
  return table.get(hashWord(word));
}
