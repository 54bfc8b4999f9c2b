import { charClass, digit, isWordAt, letter, wordPart } from "./chars.ts";

/** A run of letters, digits and single separators that could be an identifier. */
export interface Code {
  readonly start: number;
  readonly end: number;
  /** Letters and digits only, upper case. */
  readonly compact: string;
  /** As written. */
  readonly written: string;
}

const joints = "-./: +–";
const mostGroups = 8;
const longest = 26;

/** Start of the code whose first digit run begins at `run`: letters before it belong to it. */
function startOfCode(text: string, run: number): number {
  let start = run;
  while (start > 0 && charClass(text.charCodeAt(start - 1)) & wordPart) start -= 1;
  // "Y-8063915-Z", "GB 123 4567 89": one short group of capitals in front.
  const head = /(?:^|[^A-Za-z0-9])([A-Z]{1,4}[- ])$/.exec(
    text.slice(Math.max(0, start - 6), start),
  );
  return head ? start - (head[1]?.length ?? 0) : start;
}

/** Ends of the groups that follow `start`, nearest first. */
function endsOf(text: string, start: number): number[] {
  const ends: number[] = [];
  let at = start;
  while (ends.length < mostGroups && at - start <= longest) {
    let end = at;
    let digits = 0;
    while (charClass(text.charCodeAt(end)) & wordPart && end - start <= longest + 10) {
      if (charClass(text.charCodeAt(end)) & digit) digits += 1;
      end += 1;
    }
    const size = end - at;
    if (size === 0) break;
    // A group of letters alone is part of a code only if it is short and in capitals.
    if (digits === 0 && (size > 4 || !/^[A-Z]+$/.test(text.slice(at, end)))) break;
    ends.push(end);
    if (!joints.includes(text.charAt(end))) break;
    at = end + (text.slice(end, end + 3) === " - " ? 3 : 1);
    if (!(charClass(text.charCodeAt(at)) & wordPart)) break;
  }
  return ends;
}

const leastCode = 7;

/** Whether the group of letters `[at, end)` cannot be part of a code: long, or not in capitals. */
function isPlainWord(text: string, at: number, end: number): boolean {
  if (end - at > 4) return true;
  for (let i = at; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90) return true;
  }
  return false;
}

/** How many capitals, at most four, stand before `end`. */
function capitalsBefore(text: string, end: number): number {
  let count = 0;
  while (count < 4 && end - count > 0) {
    const code = text.charCodeAt(end - count - 1);
    if (code < 65 || code > 90) break;
    count += 1;
  }
  return count;
}

/** Whether a code of seven characters or more can begin at the digit run: most numbers are shorter. */
export function mayBeCode(text: string, run: number): boolean {
  let start = run;
  while (start > 0 && charClass(text.charCodeAt(start - 1)) & wordPart) start -= 1;
  // Letters in front ("Y-806…") count as well.
  const mark = text.charAt(start - 1);
  let count = mark === "-" || mark === " " ? capitalsBefore(text, start - 1) : 0;
  for (let at = start; count < leastCode;) {
    let end = at;
    let digits = 0;
    for (; charClass(text.charCodeAt(end)) & wordPart; end += 1)
      if (charClass(text.charCodeAt(end)) & digit) digits += 1;
    if (end === at || (digits === 0 && isPlainWord(text, at, end))) return false;
    count += end - at;
    if (count >= leastCode) return true;
    if (!joints.includes(text.charAt(end)) || end >= text.length) return false;
    at = end + (text.startsWith(" - ", end) ? 3 : 1);
  }
  return true;
}

/** The codes that begin at the digit run, longest first. */
export function readCodes(text: string, run: number): Code[] {
  const codes: Code[] = [];
  const starts = [startOfCode(text, run)];
  if (starts[0] !== run && !(charClass(text.charCodeAt(run - 1)) & letter)) starts.push(run);
  for (const start of starts) {
    for (const end of endsOf(text, start).reverse()) {
      if (end <= run || isWordAt(text, end)) continue;
      const written = text.slice(start, end);
      codes.push({
        start,
        end,
        written,
        compact: written.replace(/[^A-Za-z0-9]/g, "").toUpperCase(),
      });
    }
  }
  return codes;
}
