import type { Dice } from "./random-request.ts";

/** Sentences that are nearly requests: what a parser must survive, not understand. */

const edits: readonly ((roll: Dice, text: string) => string)[] = [
  (roll, text) => cut(text, roll.below(text.length + 1), 1, ""),
  (roll, text) => cut(text, roll.below(text.length + 1), 0, letter(roll)),
  (roll, text) => swap(text, roll.below(Math.max(1, text.length - 1))),
  (roll, text) => cut(text, roll.below(text.length + 1), 0, pick(roll, odd)),
  (roll, text) => cut(text, roll.below(text.length + 1), 0, pick(roll, words)),
  (roll, text) => text.slice(roll.below(text.length + 1)),
  (roll, text) => text.slice(0, roll.below(text.length + 1)),
  (roll, text) => [...text.split(" ")].sort(() => roll.below(3) - 1).join(" "),
];

/** Marks that have broken parsers: invisible, reversing, unbalanced, combining. */
const odd = [
  "\u200B",
  "\u200D",
  "\u202E",
  "\u2066",
  "\uFEFF",
  "\u0301",
  "\u0000",
  "\uD83D",
  "👩‍💻",
  "”",
  "«",
  '"',
  "'",
  "(",
  "]]>",
  "--",
  ";;",
  "…",
  "\u00A0",
  "\n",
  "\t",
  "%s",
  "${x}",
  "\\",
  "#",
  "@",
] as const;
const words = [
  " no ",
  " except ",
  " not ",
  " every ",
  " last ",
  " delete ",
  " password ",
  " and ",
  " or ",
  " by ",
  " 31 june ",
  " 2025-99-99 ",
  " 0 ",
  " -1 ",
  " 99999999999999999999 ",
  " at at at ",
  " ohne ",
  " sin ",
  " sans ",
  " sem ",
  "; DROP TABLE applications; --",
  "<script>alert(1)</script>",
  " %00 ",
  " null ",
] as const;

function pick(roll: Dice, values: readonly string[]): string {
  return values[roll.below(values.length)] ?? "";
}

function letter(roll: Dice): string {
  return String.fromCharCode(97 + roll.below(26));
}

function cut(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

function swap(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
}

/** `text` after one to six accidents. */
export function nearMiss(roll: Dice, text: string): string {
  let now = text;
  for (let left = 1 + roll.below(6); left > 0; left--) {
    now = edits[roll.below(edits.length)]?.(roll, now) ?? now;
  }
  return now;
}
