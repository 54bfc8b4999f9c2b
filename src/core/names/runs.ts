import { lineIndexAt, type Line } from "../text/lines.ts";
import { bit } from "./word-classes.ts";
import { gap, shape, type Words } from "./words.ts";

/** A longest run of capitalised words on one line, with particles, initials and hyphens inside. */
export interface Run {
  /** Index of the first and last word. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

const mostWords = 7;

function isCapital(words: Words, i: number): boolean {
  const form = words.shapes[i] ?? 0;
  return form === shape.capital || form === shape.shouted || form === shape.mixed || form === shape.initial;
}

function isGlued(words: Words, i: number): boolean {
  const before = words.gaps[i] ?? gap.other;
  return before === gap.space || before === gap.hyphen || before === gap.initial || before === gap.apostrophe;
}

function isTitle(words: Words, i: number): boolean {
  return ((words.bits[i] ?? 0) & bit.title) !== 0 && !((words.bits[i] ?? 0) & bit.given);
}

/** The next capitalised word of the run, over at most two particles ("van der"), or -1. */
function nextCapital(words: Words, last: number): number {
  for (let i = last + 1; i <= last + 3 && i < words.count; i += 1) {
    if (!isGlued(words, i)) return -1;
    // A title or a greeting inside a run: the name begins behind it.
    if (isCapital(words, i) && ((words.bits[i - 1] ?? 0) & bit.opener || isTitle(words, i))) return -1;
    if (isCapital(words, i)) return i;
    if (!((words.bits[i] ?? 0) & bit.particle)) return -1;
  }
  return -1;
}

/** All runs of the text, in order. */
export function readRuns(words: Words): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < words.count; i += 1) {
    if (!isCapital(words, i)) continue;
    const first = i;
    let last = i;
    for (let next = nextCapital(words, last); next >= 0 && next - first < mostWords; next = nextCapital(words, last)) last = next;
    runs.push({ first, last, start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 });
    i = last;
  }
  return runs;
}

/** Whether the run, with marks around it, is all that its line holds. */
export function isAlone(text: string, lines: readonly Line[], run: Run): boolean {
  const line = lines[lineIndexAt(lines, run.start)];
  if (!line) return false;
  const around = text.slice(line.start, run.start) + text.slice(run.end, line.end);
  return /^[\s#*_>|•·.,?!-]*$/.test(around);
}

/** Bits that every, or any, word of the run has. */
export function bitsOfRun(words: Words, first: number, last: number): { readonly all: number; readonly any: number } {
  let all = -1;
  let any = 0;
  for (let i = first; i <= last; i += 1) {
    const now = words.bits[i] ?? 0;
    any |= now;
    if (words.shapes[i] !== shape.small) all &= now;
  }
  return { all, any };
}
