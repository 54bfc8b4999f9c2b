import { lineIndexAt } from "../text/lines.ts";
import type { Page } from "../text/page.ts";
import { guessLanguage, isCv } from "./document-shape.ts";
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
const inProse = 0;

/** Reads a page once for the rules that look for people, places and organisations. */
export function readPage(page: Page): Reading {
  const known = readings.get(page);
  if (known) return known;
  const cv = isCv(page);
  const language = page.language ?? guessLanguage(page.words);
  const english = language === undefined || language === "en";
  const kindAt = (i: number): string | undefined =>
    page.lines[lineIndexAt(page.lines, page.words.starts[i] ?? 0)]?.kind;
  const running = (i: number): boolean => kindAt(i) === "prose";
  const allowed = (i: number): boolean => {
    const kind = kindAt(i);
    return kind === "prose" || (!cv && kind === "short") || (!cv && kind === "table");
  };
  const learned = english && page.capitals.length > 0 ? findLearned(page.text, page.words, { dial: cv ? inCv : inProse, allowed, running }) : [];
  const reading = { cv, language, learned };
  readings.set(page, reading);
  return reading;
}
