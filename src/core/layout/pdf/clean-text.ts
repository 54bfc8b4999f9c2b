import { isPlain } from "./scripts.ts";

/** Direction overrides and isolates, which could make a line read as something else, and width-less blanks. */
const hidden = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu;

/** No font here draws emoji: a sequence is one missing sign, not one for each of its parts. */
const emoji =
  /(\p{Emoji_Presentation}|\p{Extended_Pictographic})(?:\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})+/gu;

/**
 * A text as paper can carry it: whole characters, line ends as `\n`, no control characters, no hidden
 * direction marks. Joiners stay, because Persian and Devanagari are spelled with them.
 */
export function cleanText(text: string): string {
  // Most texts are, and every cell comes by here.
  if (isPlain(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replace(hidden, "")
    .replace(emoji, "$1")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/[\ufffe\uffff]/g, "")
    .normalize("NFC");
}
