import { isWordAt } from "./chars.ts";
import { emptyHash, hashStep } from "./hash.ts";
import { labelHashes, type LabelEntry } from "./label-table.ts";
import { unspacedLabels } from "./label-table.ts";
import type { LabelGroup } from "./label-words.ts";
import type { Page } from "./page.ts";
import { bit } from "../names/word-classes.ts";
import { shape } from "../names/words.ts";

/** A label word that stands in the text as a whole word. */
export interface Label {
  readonly start: number;
  readonly end: number;
  /** A word may announce more than one kind of value ("contact": a person or a phone). */
  readonly groups: readonly LabelGroup[];
}

/** All label words of the page in order, the longest at each place. */
export function readLabels(page: Page): Label[] {
  const { words } = page;
  const found: Label[] = [];
  for (let i = 0; i < words.count; i += 1) {
    if ((words.bits[i] ?? 0) & bit.label) {
      addLabel(
        found,
        page,
        words.starts[i] ?? 0,
        words.ends[i] ?? 0,
        labelHashes.get(words.hashes[i] ?? 0) ?? [],
      );
    } else if (words.shapes[i] === shape.mixed)
      addCamel(found, page, words.starts[i] ?? 0, words.ends[i] ?? 0);
  }
  return page.hasIdeographs ? addUnspaced(page, found) : found;
}

function addLabel(
  found: Label[],
  page: Page,
  start: number,
  end: number,
  entries: readonly LabelEntry[],
): void {
  const last = found.at(-1);
  if (last && start < last.end) return;
  for (const entry of entries) {
    const stop = entry.rest.length === 0 ? end : matchRest(page.lower, end, entry.rest);
    if (stop < 0 || (stop !== end && isWordAt(page.text, stop))) continue;
    // "[phone]" stands for a value that is gone and announces none.
    if (
      page.text.charAt(stop) === "]" &&
      /\[[a-z ]{0,12}$/.test(page.text.slice(start - 13 < 0 ? 0 : start - 13, start))
    )
      return;
    found.push({ start, end: stop, groups: entry.groups });
    return;
  }
}

/** homePhone: the last capital starts a word of its own. */
function addCamel(found: Label[], page: Page, start: number, end: number): void {
  let part = end - 1;
  while (part > start && !/[A-Z]/.test(page.text.charAt(part))) part -= 1;
  if (part === start) return;
  let hash = emptyHash;
  for (let i = part; i < end; i += 1) hash = hashStep(hash, page.lower.charCodeAt(i));
  const entries = labelHashes.get(hash);
  if (entries) addLabel(found, page, part, end, entries);
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
  for (const [word, groups] of unspacedLabels) {
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

/** The labels that end at most `reach` characters before `offset`, nearest first. */
export function* labelsBefore(
  labels: readonly Label[],
  offset: number,
  reach: number,
): Generator<Label> {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i -= 1) {
    const label = labels[i];
    if (!label || offset - label.end > reach) return;
    yield label;
  }
}
