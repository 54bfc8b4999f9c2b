/** Classes of UTF-16 units, as bits: one table look-up a character instead of a `\p{…}` test. */
export const lowerCase = 1;
export const upperCase = 2;
export const digit = 4;
export const space = 8;
/** Chinese, Japanese and Korean characters: no blanks stand between their words. */
export const ideograph = 16;
export const letter = lowerCase | upperCase;
export const wordPart = letter | digit;

const unread = 255;
const table = new Uint8Array(65536).fill(unread);

function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return space;
  if (/\p{Nd}/u.test(char)) return digit;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return upperCase;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(char))
    return ideograph;
  // Combining marks belong to the letter before them; scripts without case count as lower case.
  return /\p{L}|\p{M}/u.test(char) ? lowerCase : 0;
}

/** Latin is read at once, so that the loops over texts look into the table alone. */
export const latin = 0x250;
for (let code = 0; code < latin; code += 1) table[code] = classify(code);

/** The class bits of one UTF-16 unit; 0 for punctuation and for NaN (past the end). */
export function charClass(code: number): number {
  if (code < latin) return table[code] ?? 0;
  const known = table[code];
  if (known === undefined) return 0;
  return known === unread ? (table[code] = classify(code)) : known;
}

/** The class bits of the unit at `index`. */
export function classAt(text: string, index: number): number {
  return charClass(text.charCodeAt(index));
}

export function isWordAt(text: string, index: number): boolean {
  return (classAt(text, index) & wordPart) !== 0;
}

export function isDigitAt(text: string, index: number): boolean {
  return (classAt(text, index) & digit) !== 0;
}

/** Whether at least `least` digits begin at `start`, at most one blank, dot or hyphen between any two. */
export function hasDigits(text: string, start: number, least: number): boolean {
  let count = 0;
  for (let at = start; count < least; at += 1) {
    if (isDigitAt(text, at)) count += 1;
    else if (!" .-".includes(text.charAt(at)) || !isDigitAt(text, at + 1)) return false;
  }
  return true;
}

/** Whether `[start, end)` neither continues a word on its left nor is continued on its right. */
export function isWhole(text: string, start: number, end: number): boolean {
  return !(start > 0 && isWordAt(text, start - 1)) && !isWordAt(text, end);
}

/** Lower case with the same length, so that offsets stay true (İ grows under `toLowerCase`). */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = "";
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    const small = char.toLowerCase();
    out += small.length === 1 ? small : char;
  }
  return out;
}
