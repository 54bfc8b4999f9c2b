/**
 * Folding for comparison only; what is shown keeps its spelling.
 * Lower case, typographic quotes and blanks made plain, accents removed, `ß` as `ss`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC");
}
