import { classAt, space } from "./chars.ts";

/** How a label is tied to what follows it. */
export type Tie = "colon" | "is" | "sign" | "wide" | "line" | "near";

export interface Announced {
  /** Start of the value. */
  readonly start: number;
  readonly tie: Tie;
}

// Words that may stand between a label and its value, without changing what it announces.
const filler =
  /(?:[ \t]*(?:\((?:[^()\n]{1,40})\)|number|num|no\b\.?|nr\b\.?|n[°º]\.?|nº\.?|code|id\b|card|details|is|was|:))/iy;
const isWord =
  /[ \t]*(?:is|was|are|reads|lautet|ist|est|es|é|är|er|:?=|means|of|to|at|on|as|am|le|el|em|in|del|dia|=>|->)[ \t]+/iy;

/** Whether a mark that ties a value follows soon: most words that can be labels stand in sentences. */
export function hasMark(text: string, end: number): boolean {
  for (let at = end; at < end + 24 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // : = | # tab, line end, a long dash, or two blanks
    if (code === 58 || code === 61 || code === 124 || code === 35 || code === 9 || code === 10)
      return true;
    if (
      code > 8207 ||
      (code === 32 && text.charCodeAt(at + 1) === 32) ||
      (code === 45 && text.charCodeAt(at + 1) === 32)
    )
      return true;
    if (code === 62 || code === 8226 || code === 183) return true;
  }
  return false;
}

/**
 * The value that a label ending at `end` announces: after a colon, dash, bar or equals sign, after "is",
 * after wide blanks, on the next line, or right beside it.
 */
export function readAnnounced(text: string, end: number): Announced | undefined {
  let at = skipFillers(text, end);
  const closing = /["'\])*]{0,3}[ \t]*/y;
  closing.lastIndex = at;
  const closed = closing.exec(text);
  const afterClose = closed ? closing.lastIndex : at;
  const mark = /[:：=|#>]+|[-–—•·]\s|\.\s?[:]/y;
  mark.lastIndex = afterClose;
  if (mark.exec(text)) {
    at = mark.lastIndex;
    const sign = /[#|–—-]/.test(text.slice(afterClose, at));
    const start = skipOpening(text, at);
    return start === undefined ? undefined : { start, tie: sign ? "sign" : "colon" };
  }
  isWord.lastIndex = at;
  if (isWord.exec(text)) return { start: isWord.lastIndex, tie: "is" };
  const blank = /\.?[ \t]*/y;
  blank.lastIndex = at;
  blank.exec(text);
  const width = blank.lastIndex - at;
  if (text.charCodeAt(blank.lastIndex) === 10) return { start: blank.lastIndex + 1, tie: "line" };
  if (width >= 2 || text.slice(at, blank.lastIndex).includes("\t"))
    return { start: blank.lastIndex, tie: "wide" };
  return { start: blank.lastIndex, tie: "near" };
}

function skipFillers(text: string, end: number): number {
  let at = end;
  for (let i = 0; i < 3; i += 1) {
    filler.lastIndex = at;
    const match = filler.exec(text);
    if (!match || match[0].endsWith(":")) return at;
    if (/\w$/.test(match[0]) && /\w/.test(text.charAt(filler.lastIndex))) return at;
    if (/^\s*(?:is|was)$/i.test(match[0])) return at;
    at = filler.lastIndex;
  }
  return at;
}

/** Skips blanks, one line break and opening quotes after a mark. */
function skipOpening(text: string, from: number): number | undefined {
  let at = from;
  let breaks = 0;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "\n") {
      breaks += 1;
      if (breaks > 1) return undefined;
    } else if (!(classAt(text, at) & space) && !"\"'*`[(_".includes(char)) return at;
  }
  return undefined;
}
