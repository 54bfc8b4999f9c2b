import { charClass, digit, isWordAt, letter, lowerCase, upperCase } from "./chars.ts";
import { labelWords, type LabelGroup } from "./label-words.ts";
import type { Page } from "./page.ts";

/** A label word that stands in the text as a whole word. */
export interface Label {
  readonly start: number;
  readonly end: number;
  /** A word may announce more than one kind of value ("contact": a person or a phone). */
  readonly groups: readonly LabelGroup[];
}

interface Entry {
  /** The words after the first one. */
  readonly rest: readonly string[];
  readonly groups: readonly LabelGroup[];
}

const firstWords = new Map<string, Entry[]>();
/** Labels in scripts without spaces, found by plain search. */
const unspaced = new Map<string, readonly LabelGroup[]>();
/** One bit a hash of a first word: tells in one look-up that a word begins no label. */
const seen = new Uint8Array(16384);

function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function addWord(word: string, groups: readonly LabelGroup[]): void {
  if (word.charCodeAt(0) > 0x2e80) {
    unspaced.set(word, groups);
    return;
  }
  const [first = "", ...rest] = word.split(/[ ']/);
  firstWords.set(first, [...(firstWords.get(first) ?? []), { rest, groups }]);
  let hash = 0;
  for (const char of first) hash = hashStep(hash, char.charCodeAt(0));
  seen[hash & 16383] = 1;
}

function readTable(): void {
  const byWord = new Map<string, LabelGroup[]>();
  for (const group of Object.keys(labelWords) as LabelGroup[]) {
    for (const word of labelWords[group].split("|")) {
      const groups = byWord.get(word) ?? [];
      if (!groups.includes(group)) byWord.set(word, [...groups, group]);
      const solid = word.replaceAll(" ", "");
      if (solid !== word && !byWord.has(solid)) byWord.set(solid, [group]);
    }
  }
  for (const [word, groups] of byWord) addWord(word, groups);
  for (const entries of firstWords.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
}
readTable();

/** All label words of the page in order, the longest at each place. */
export function readLabels(page: Page): Label[] {
  const { text, lower } = page;
  const found: Label[] = [];
  let hash = 0;
  let partHash = 0;
  let start = -1;
  let part = -1;
  let before = 0;
  let wide = false;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const now = charClass(code);
    if (code > 0x2e80) wide = true;
    if (now & letter) {
      if (!(before & letter)) start = part = i;
      if (start === i) hash = partHash = 0;
      else if (now & upperCase && before & lowerCase) {
        // homePhone: the capital starts a word of its own.
        part = i;
        partHash = 0;
      }
      const small = lower.charCodeAt(i);
      hash = hashStep(hash, small);
      partHash = hashStep(partHash, small);
    } else if (before & letter) {
      const known = seen[hash & 16383] === 1 && addLabel(found, page, start, i);
      if (!known && part !== start && seen[partHash & 16383] === 1) addLabel(found, page, part, i);
    }
    before = now;
  }
  return wide ? addUnspaced(page, found) : found;
}

function addLabel(found: Label[], page: Page, start: number, end: number): boolean {
  const last = found.at(-1);
  if (last && start < last.end) return true;
  if (start > 0 && charClass(page.text.charCodeAt(start - 1)) & digit) return false;
  for (const entry of firstWords.get(page.lower.slice(start, end)) ?? []) {
    const stop = matchRest(page.lower, end, entry.rest);
    if (stop < 0 || isWordAt(page.text, stop)) continue;
    found.push({ start, end: stop, groups: entry.groups });
    return true;
  }
  return false;
}

const gaps = " _-'’.";

function matchRest(lower: string, from: number, rest: readonly string[]): number {
  let at = from;
  for (const word of rest) {
    if (gaps.includes(lower.charAt(at))) at += 1;
    if (lower.charAt(at - 1) === "." && lower.charAt(at) === " ") at += 1;
    if (!lower.startsWith(word, at)) return -1;
    at += word.length;
  }
  return at;
}

function addUnspaced(page: Page, found: Label[]): Label[] {
  for (const [word, groups] of unspaced) {
    for (
      let at = page.text.indexOf(word);
      at >= 0;
      at = page.text.indexOf(word, at + word.length)
    ) {
      found.push({ start: at, end: at + word.length, groups });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
