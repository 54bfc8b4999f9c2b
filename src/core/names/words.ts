import { charClass, digit, letter, upperCase, wordPart } from "../text/chars.ts";
import { emptyHash, hashStep, hashWord } from "../text/hash.ts";
import { foldWord } from "../sanitize/fold.ts";
import { bitsOf } from "./lists.ts";

/** Forms of a word. */
export const shape = { small: 0, capital: 1, shouted: 2, mixed: 3, initial: 4, number: 5, code: 6 } as const;

/** What stands before a word. */
export const gap = {
  space: 0,
  line: 1,
  sentence: 2,
  comma: 3,
  open: 4,
  hyphen: 5,
  apostrophe: 6,
  slash: 7,
  colon: 8,
  at: 9,
  hash: 10,
  and: 11,
  initial: 12,
  other: 13,
  dash: 14,
  close: 15,
  wide: 16,
} as const;

/** The words of a text as columns of numbers; one pass, no objects a word. */
export interface Words {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Hash of the folded word; numbers by their length only. */
  readonly hashes: readonly number[];
  readonly bits: readonly number[];
  readonly shapes: readonly number[];
  readonly gaps: readonly number[];
}

function gapOf(text: string, from: number, to: number, initialBefore: boolean): number {
  if (from === 0 && to === 0) return gap.line;
  if (to - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 32) return gap.space;
    if (code === 45) return gap.hyphen;
    if (code === 10) return gap.line;
  }
  const between = text.slice(from, to);
  if (between.includes("\n") || from === 0) return gap.line;
  const mark = between.trim();
  if (mark === "") return between.includes("\t") || between.length > 2 ? gap.wide : gap.space;
  const last = mark.charAt(mark.length - 1);
  if (last === "@") return gap.at;
  if (last === "#") return gap.hash;
  if ("([{\"“‘«„<*_".includes(last)) return gap.open;
  const first = mark.charAt(0);
  if (first === ".") return initialBefore && mark === "." ? gap.initial : gap.sentence;
  if (first === "!" || first === "?") return gap.sentence;
  if (first === ",") return gap.comma;
  if (first === "'" || first === "’") return gap.apostrophe;
  if (first === "/" || first === "\\") return gap.slash;
  if (first === ":" || first === ";" || first === "|") return gap.colon;
  if (first === "&" || first === "+") return gap.and;
  if ("-–—".includes(first)) return gap.dash;
  return ")]}\"”".includes(first) ? gap.close : gap.other;
}

function shapeOf(text: string, start: number, end: number): number {
  let upper = 0;
  let digits = 0;
  for (let i = start; i < end; i += 1) {
    const now = charClass(text.charCodeAt(i));
    if (now & upperCase) upper += 1;
    else if (now & digit) digits += 1;
  }
  const size = end - start;
  if (digits === size) return shape.number;
  if (digits > 0) return shape.code;
  if (upper === 0) return shape.small;
  if (!(charClass(text.charCodeAt(start)) & upperCase)) return shape.mixed;
  if (upper === 1) return size === 1 ? shape.initial : shape.capital;
  return upper === size ? shape.shouted : shape.mixed;
}

function hashOf(text: string, start: number, end: number, form: number): number {
  let hash = emptyHash;
  if (form === shape.number) {
    for (let i = start; i < end && i < start + 5; i += 1) hash = hashStep(hash, 48);
    return hash;
  }
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 127 || code === 39) return hashWord(foldWord(text.slice(start, end)));
    hash = hashStep(hash, code >= 65 && code <= 90 ? code | 32 : code);
  }
  return hash;
}

/** An apostrophe between letters belongs to the word (O'Connor), unless it is a possessive. */
function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 39 && code !== 8217) return false;
  if (!(charClass(text.charCodeAt(at + 1)) & letter)) return false;
  return (charClass(text.charCodeAt(at + 2)) & letter) !== 0;
}

export function readWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  const bits: number[] = [];
  const shapes: number[] = [];
  const gaps: number[] = [];
  let before = 0;
  let initialBefore = false;
  for (let i = 0; i < text.length; ) {
    if (!(charClass(text.charCodeAt(i)) & wordPart)) {
      i += 1;
      continue;
    }
    const start = i;
    while (i < text.length && (charClass(text.charCodeAt(i)) & wordPart || continues(text, i))) i += 1;
    const form = shapeOf(text, start, i);
    const hash = hashOf(text, start, i, form);
    starts.push(start);
    ends.push(i);
    shapes.push(form);
    hashes.push(hash);
    bits.push(form === shape.number ? 0 : bitsOf(hash));
    gaps.push(gapOf(text, before, start, initialBefore));
    initialBefore = form === shape.initial || (i - start <= 4 && form === shape.capital);
    before = i;
  }
  return { count: starts.length, starts, ends, hashes, bits, shapes, gaps };
}
