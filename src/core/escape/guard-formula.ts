/** Blanks, zero-width and direction marks: a spreadsheet may skip them before it looks at the cell. */
const skipped = String.raw`[ \u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*`;
/**
 * Signs at which a spreadsheet may begin to calculate: OWASP's list of CSV injection, NUL (ASVS
 * 1.2.10), and the fullwidth forms that some programs fold.
 */
const triggers = String.raw`[=+\-@|%\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]`;
// Apostrophes in front count too: whatever the guard lengthens, it must recognise again.
const risky = new RegExp(`^'*${skipped}${triggers}`);

/** True for a text that a spreadsheet may take for a formula. */
export function isFormulaLike(text: string): boolean {
  const first = text.charCodeAt(0) | 0x20;
  // Most cells begin with a letter or a digit, and need no second look.
  if ((first >= 0x61 && first <= 0x7a) || (first >= 0x30 && first <= 0x39)) return false;
  return risky.test(text);
}

/** Puts an apostrophe before a text that a spreadsheet may take for a formula (security.md, CSV). */
export function guardFormula(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}

/** Takes back exactly what `guardFormula` added; `'tis` stays as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && isFormulaLike(text.slice(1)) ? text.slice(1) : text;
}
