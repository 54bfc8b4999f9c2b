import { charClass, digit, letter, lowerCase, upperCase } from "./chars.ts";

/** What kind of line it is decides which name rules may run on it (docs/privacy.md, "Names"). */
export type LineKind = "prose" | "short" | "table" | "log" | "code" | "empty";

export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly kind: LineKind;
  /** No letter of the line is lower case. */
  readonly shouted: boolean;
}

const logHead =
  /^\W{0,2}(?:\d{2,4}[-/.]?\d{2}[-/.]?\d{2,4}[ T,]|\[?\w{3} ?\w{3} +\d+ \d\d:\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{10}[ ,]|\d{6} \d{6} |\[\d\d[./:]\d\d|\d+ \d{10} |- \d{10} )/;
const logWord = /\b(?:INFO|WARN|ERROR|DEBUG|FATAL|TRACE|NOTICE|FAILURE)\b|\b[a-z_-]+\[\d+\]: /;
const codeMark =
  /[;{}]\s*$|^\s*[}\])]|=>|\(\)|\);|===?|!=|&&|\|\||::|->|<\/|\/>|^\s*(?:import|export|const|let|var|function|return|public|private|class|def|if|for|while|#include|SELECT|INSERT) ?\b.*[({=;'"]/;
const closedProse = /[.!?…:;,"')\]]$/;

/** Splits at LF, CR and CRLF. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    let end = text.indexOf("\n", start);
    const last = end < 0;
    if (last) end = text.length;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    lines.push(readLine(text, start, stop));
    if (last) return lines;
    start = end + 1;
  }
}

function readLine(text: string, start: number, end: number): Line {
  const counts = { lower: 0, upper: 0, digits: 0, words: 0, smallWords: 0 };
  let before = 0;
  for (let i = start; i < end; i += 1) {
    const now = charClass(text.charCodeAt(i));
    if (now & letter && !(before & letter)) {
      counts.words += 1;
      if (now & lowerCase) counts.smallWords += 1;
    }
    if (now & lowerCase) counts.lower += 1;
    else if (now & upperCase) counts.upper += 1;
    else if (now & digit) counts.digits += 1;
    before = now;
  }
  return {
    start,
    end,
    shouted: counts.lower === 0 && counts.upper > 0,
    kind: kindOf(text.slice(start, Math.min(end, start + 400)), counts),
  };
}

interface Counts {
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly words: number;
  readonly smallWords: number;
}

function kindOf(line: string, counts: Counts): LineKind {
  if (counts.words === 0 && counts.digits === 0) return "empty";
  if (logHead.test(line) && line.length > 40) return "log";
  if (logWord.test(line) && counts.digits > 3) return "log";
  const prose = counts.smallWords >= 3 && counts.smallWords * 2 >= counts.words;
  if (!prose && codeMark.test(line)) return "code";
  if (/\t.*\t|\S {3,}\S.* {3,}\S|\|[^|]+\|[^|]+\|/.test(line)) return "table";
  if (prose || (counts.words >= 8 && closedProse.test(line.trimEnd()))) return "prose";
  return "short";
}

/** Index of the line that holds `offset`. */
export function lineIndexAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
