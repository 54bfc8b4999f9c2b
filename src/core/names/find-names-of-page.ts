import { lineIndexAt, type LineKind } from "../text/lines.ts";
import type { Page } from "../text/page.ts";
import { guessLanguage, isCv, isList } from "./document-shape.ts";
import { findLearned, type NameSpan } from "./find-names.ts";

/** How a page is read: laid out as a CV or running text, and in which language. */
export interface Reading {
  readonly cv: boolean;
  readonly language: string | undefined;
  readonly learned: readonly NameSpan[];
}

const readings = new WeakMap<Page, Reading>();

/** Dial of the learned table: on prose of a CV only what it is very sure of. */
const inCv = 40;
const inProse = -42;

/** The kind of the line a word stands in; words are asked for in order, mostly. */
function makeKindReader(page: Page): (word: number) => LineKind {
  const { lines, words } = page;
  let at = 0;
  return (word) => {
    const offset = words.starts[word] ?? 0;
    if (offset < (lines[at]?.start ?? 0)) at = lineIndexAt(lines, offset);
    while (at + 1 < lines.length && (lines[at + 1]?.start ?? 0) <= offset) at += 1;
    return lines[at]?.kind ?? "empty";
  };
}

/** Reads a page once for the rules that look for people, places and organisations. */
export function readPage(page: Page): Reading {
  const known = readings.get(page);
  if (known) return known;
  const cv = isCv(page);
  const language = page.language ?? guessLanguage(page.words);
  const english = language === undefined || language === "en";
  const kindAt = makeKindReader(page);
  const loose = !cv && !isList(page);
  const running = (i: number): boolean => kindAt(i) === "prose";
  const allowed = (i: number): boolean => {
    const kind = kindAt(i);
    return kind === "prose" || (loose && (kind === "short" || kind === "table"));
  };
  const learned = english && page.capitals.length > 0 ? findLearned(page.text, page.words, { dial: cv ? inCv : inProse, allowed, running }) : [];
  const reading = { cv, language, learned };
  readings.set(page, reading);
  return reading;
}
