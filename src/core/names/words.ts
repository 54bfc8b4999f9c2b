import { charClass, digit, letter, upperCase, wordPart } from "../text/chars.ts";
import { emptyHash, hashStep, hashWord } from "../text/hash.ts";
import { foldWord } from "../sanitize/fold.ts";
import { bitsOf } from "./word-table.ts";

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
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Hash of the folded word; numbers by their length only. */
  readonly hashes: Int32Array;
  readonly bits: Int32Array;
  readonly shapes: Uint8Array;
  readonly gaps: Uint8Array;
  /** How many words are one capital letter. */
  readonly initials: number;
}

function gapOf(text: string, from: number, to: number, initialBefore: boolean): number {
  if (from === 0 && to === 0) return gap.line;
  if (to - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 32) return gap.space;
    if (code === 45) return gap.hyphen;
    if (code === 10) return gap.line;
  }
  if (to - from === 2 && text.charCodeAt(from + 1) === 32 && from > 0) {
    const code = text.charCodeAt(from);
    if (code === 44) return gap.comma;
    if (code === 46) return initialBefore ? gap.initial : gap.sentence;
    if (code === 58 || code === 59) return gap.colon;
    if (code === 41) return gap.close;
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

function shapeOf(size: number, upper: number, digits: number, first: number): number {
  if (digits === size) return shape.number;
  if (digits > 0) return shape.code;
  if (upper === 0) return shape.small;
  if (!(first & upperCase)) return shape.mixed;
  if (upper === 1) return size === 1 ? shape.initial : shape.capital;
  return upper === size ? shape.shouted : shape.mixed;
}

const zeros = [0, 1, 2, 3, 4, 5].map((size) => hashWord("0".repeat(size)));

/** An apostrophe between letters belongs to the word (O'Connor), unless it is a possessive. */
function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 39 && code !== 8217) return false;
  if (!(charClass(text.charCodeAt(at + 1)) & letter)) return false;
  return (charClass(text.charCodeAt(at + 2)) & letter) !== 0;
}

class Reader {
  starts: Int32Array;
  ends: Int32Array;
  hashes: Int32Array;
  bits: Int32Array;
  shapes: Uint8Array;
  gaps: Uint8Array;
  count = 0;
  initials = 0;
  readonly #text: string;
  #before = 0;
  #initialBefore = false;

  constructor(text: string) {
    // Words have more than four characters with the blank, mostly; the columns grow where they do not.
    const room = (text.length >> 2) + 8;
    this.#text = text;
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.hashes = new Int32Array(room);
    this.bits = new Int32Array(room);
    this.shapes = new Uint8Array(room);
    this.gaps = new Uint8Array(room);
  }

  /** Reads the word that begins at `start`; the end of it. */
  readWord(start: number): number {
    const text = this.#text;
    let upper = 0;
    let digits = 0;
    let plain = true;
    let hash = emptyHash;
    let i = start;
    for (; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      const now = charClass(code);
      if (now & upperCase) upper += 1;
      else if (now & digit) digits += 1;
      else if (!(now & wordPart)) {
        if (!continues(text, i)) break;
        plain = false;
      }
      if (code > 127) plain = false;
      hash = hashStep(hash, code >= 65 && code <= 90 ? code | 32 : code);
    }
    const form = shapeOf(i - start, upper, digits, charClass(text.charCodeAt(start)));
    if (form === shape.number) hash = zeros[Math.min(i - start, 5)] ?? 0;
    else if (!plain) hash = hashWord(foldWord(text.slice(start, i)));
    this.#add(start, i, form, hash);
    return i;
  }

  #grow(): void {
    const room = this.starts.length * 2;
    const wide = (column: Int32Array): Int32Array => {
      const grown = new Int32Array(room);
      grown.set(column);
      return grown;
    };
    const narrow = (column: Uint8Array): Uint8Array => {
      const grown = new Uint8Array(room);
      grown.set(column);
      return grown;
    };
    this.starts = wide(this.starts);
    this.ends = wide(this.ends);
    this.hashes = wide(this.hashes);
    this.bits = wide(this.bits);
    this.shapes = narrow(this.shapes);
    this.gaps = narrow(this.gaps);
  }

  #add(start: number, end: number, form: number, hash: number): void {
    const at = this.count;
    if (at + 4 > this.starts.length) this.#grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.shapes[at] = form;
    this.hashes[at] = hash;
    this.bits[at] = form === shape.number ? 0 : bitsOf(hash);
    this.gaps[at] = gapOf(this.#text, this.#before, start, this.#initialBefore);
    this.#initialBefore = form === shape.initial || (end - start <= 4 && form === shape.capital);
    if (form === shape.initial) this.initials += 1;
    this.#before = end;
    this.count = at + 1;
  }
}

export function readWords(text: string): Words {
  const reader = new Reader(text);
  for (let i = 0; i < text.length; ) {
    if (charClass(text.charCodeAt(i)) & wordPart) i = reader.readWord(i);
    else i += 1;
  }
  return reader;
}

/** Index of the word that begins at `offset`, or of the first one behind it. */
export function wordIndexAt(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
