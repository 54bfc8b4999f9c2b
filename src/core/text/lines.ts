import { shape, type Words } from "../names/words.ts";

/** What kind of line it is decides which name rules may run on it (docs/privacy.md, "Names"). */
export type LineKind = "prose" | "short" | "list" | "table" | "log" | "code" | "empty";

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

interface Counts {
  readonly capitals: number;
  readonly digits: number;
  readonly words: number;
  readonly smallWords: number;
  readonly shouted: number;
}

/** Splits at LF, CR and CRLF; the words of the text tell what each line is. */
export function readLines(text: string, words: Words): Line[] {
  const marks: Marks = {
    columns: text.includes("\t") || text.includes("   ") || text.includes("|"),
    processes: text.includes("]: "),
  };
  const lines: Line[] = [];
  let start = 0;
  let word = 0;
  for (;;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const first = word;
    while (word < words.count && (words.starts[word] ?? 0) < end) word += 1;
    lines.push(readLine(text, start, stop, countWords(words, first, word), marks));
    if (found < 0) return lines;
    start = end + 1;
  }
}

interface Marks {
  readonly columns: boolean;
  readonly processes: boolean;
}

function countWords(words: Words, first: number, last: number): Counts {
  let capitals = 0;
  let digits = 0;
  let small = 0;
  let shouted = 0;
  for (let i = first; i < last; i += 1) {
    const form = words.shapes[i];
    if (form === shape.small) small += 1;
    else if (form === shape.number || form === shape.code) digits += 1;
    else {
      capitals += 1;
      if (form === shape.shouted || form === shape.initial) shouted += 1;
    }
  }
  return { capitals, digits, words: last - first, smallWords: small, shouted };
}

function readLine(text: string, start: number, end: number, counts: Counts, marks: Marks): Line {
  return {
    start,
    end,
    shouted: counts.smallWords === 0 && counts.shouted > 0 && counts.shouted === counts.capitals,
    kind: kindOf(text, start, end, counts, marks),
  };
}

/** "Tools: A, B, C, D": terms after a label, where capitals say nothing. */
function isEnumeration(line: string, counts: Counts): boolean {
  const colon = line.indexOf(": ");
  if (colon < 2 || colon > 40 || !/^[^:,\n]{2,40}: /.test(line)) return false;
  const items = line.split(/[,;·•|]/).length;
  return items > 3 && counts.words < items * 3 && counts.digits * 2 < items;
}

function kindOf(text: string, start: number, end: number, counts: Counts, marks: Marks): LineKind {
  if (counts.words === 0) return "empty";
  const prose = counts.smallWords >= 3 && counts.smallWords * 2 >= counts.words - counts.digits;
  const line = text.slice(start, Math.min(end, start + 400));
  if (counts.digits > 1 && end - start > 40 && logHead.test(line)) return "log";
  if (counts.digits > 2 && (counts.shouted > 0 || marks.processes) && logWord.test(line))
    return "log";
  if (isEnumeration(line, counts)) return "list";
  if (!prose && codeMark.test(line)) return "code";
  if (
    marks.columns &&
    /[\t|]| {3}/.test(line) &&
    /\t.*\t|\S {3,}\S.* {3,}\S|\|[^|]+\|[^|]+\|/.test(line)
  )
    return "table";
  return prose || (counts.words >= 8 && closedProse.test(line.trimEnd())) ? "prose" : "short";
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
