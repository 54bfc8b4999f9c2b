import { isPlain } from "./scripts.ts";

/** Width in points of a text at the size that is being set. */
export type Measure = (text: string) => number;

const wideLetters = String.raw`\u2e80-\u30ff\u3130-\u318f\u31a0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60`;
const closing = String.raw`\u3001\u3002\uff0c\uff0e\uff09\u300d\u300f\uff01\uff1f\uff1a\uff1b\u3009\u300b\u3011`;
/** A line may end behind a blank, a hyphen or slash, and behind an ideograph (kinsoku: not before `。`). */
const tokens = new RegExp(
  String.raw`\s+|[${wideLetters}][${closing}]*|[^\s${wideLetters}/\u2013\u2014-]*[/\u2013\u2014-]+|[^\s${wideLetters}/\u2013\u2014-]+`,
  "gu",
);
const longestToken = 300;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Breaks a text into lines no wider than `width`; line ends of the text are kept, nothing is cut. */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  return text.split("\n").flatMap((line) => wrapLine(line.trimEnd(), width, measure));
}

function wrapLine(text: string, width: number, measure: Measure): readonly string[] {
  // Short enough to be measured whole, and narrow enough to stay so.
  if (text.length < 400 && measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const finish = (): void => {
    lines.push(line.trimEnd());
    line = "";
    used = 0;
  };
  for (const [token] of text.matchAll(tokens)) {
    // Shaping a word of thousands of letters only to learn that it is too long takes seconds.
    const size = token.length > longestToken ? Infinity : measure(token);
    if (used + (isBlank(token) ? 0 : size) > width && line !== "") finish();
    if (line === "" && isBlank(token)) continue;
    if (size <= width) {
      line += token;
      used += size;
      continue;
    }
    for (const piece of cutWord(token, width, width - used, measure)) {
      if (line !== "" && used + piece.width > width) finish();
      line += piece.text;
      used += piece.width;
    }
  }
  if (line !== "" || lines.length === 0) finish();
  return lines;
}

interface Piece {
  readonly text: string;
  readonly width: number;
}

/** Cuts a word that is wider than a line between its letters; marks stay with the letter they are on. */
function* cutWord(word: string, width: number, first: number, measure: Measure): Generator<Piece> {
  const letters = isPlain(word) ? word : Array.from(graphemes.segment(word), (one) => one.segment);
  let room = first;
  let text = "";
  let used = 0;
  for (const letter of letters) {
    const step = measure(letter);
    if (text !== "" && used + step > room) {
      yield { text, width: used };
      text = "";
      used = 0;
      room = width;
    }
    text += letter;
    used += step;
  }
  if (text !== "") yield { text, width: used };
}

function isBlank(token: string): boolean {
  return token.trim() === "";
}
