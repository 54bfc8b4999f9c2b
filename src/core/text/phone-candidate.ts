import { charClass, digit } from "./chars.ts";
import { matchAt } from "./search.ts";

/** A run of digits and separators that could be a telephone number. */
export interface PhoneCandidate {
  readonly start: number;
  readonly end: number;
  /** End without the extension. */
  readonly stem: number;
  /** ASCII digits, without the extension. */
  readonly digits: string;
  /** Begins with + or 00. */
  readonly international: boolean;
  readonly grouped: boolean;
}

const separators = " \u00a0\u2009.-–‑/()";
const extension =
  /[ \t]{0,2},?[ \t]{0,2}(?:extension|ext\.?|extn\.?|x|poste|durchwahl|dw|ramal|toestel|doorkiesnr\.?|int\.|#)[ \t.:]{0,2}\d{1,6}(?!\d)/iy;

/** Unicode decimal digits come in runs of ten that begin at a code point ending in 0 or 6 (UAX 44). */
function digitValue(code: number): string {
  if (code < 128) return String.fromCharCode(code);
  let zero = code;
  while (zero > 0 && charClass(zero - 1) & digit && code - zero < 9) zero -= 1;
  return String(code - zero);
}

function startOf(text: string, run: number): number {
  let start = run;
  if (/[(（]/.test(text.charAt(start - 1))) start -= 1;
  if (/[+＋]/.test(text.charAt(start - 1))) start -= 1;
  if (text.charAt(start) === "(" && /[+＋]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Reads a candidate whose first digit run begins at `run`. */
export function readPhoneCandidate(text: string, run: number): PhoneCandidate | undefined {
  const start = startOf(text, run);
  let digits = "";
  let stem = run;
  let gap = 0;
  let groups = 1;
  for (let at = run; at < text.length && at - run < 34; at += 1) {
    const code = text.charCodeAt(at);
    if (charClass(code) & digit) {
      if (gap > 0) groups += 1;
      if (digits.length === 17) return undefined;
      digits += digitValue(code);
      gap = 0;
      stem = at + 1;
      continue;
    }
    if (!separators.includes(text.charAt(at))) break;
    gap += 1;
    if (gap > 3 || (gap === 3 && !/[-()/]/.test(text.slice(at - 2, at + 1)))) break;
  }
  if (digits.length < 6) return undefined;
  const tail = matchAt(extension, text, stem);
  const head = text.slice(start, run);
  return {
    start,
    end: stem + (tail?.[0].length ?? 0),
    stem,
    digits,
    international: /[+＋]/.test(head) || digits.startsWith("00"),
    grouped: groups > 1,
  };
}
