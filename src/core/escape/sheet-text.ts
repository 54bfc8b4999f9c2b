import { replaceIllegal } from "./markup.ts";

/** Letters that one cell of a workbook holds (ECMA-376 and Excel's own limit). */
const maxCellLetters = 32_767;
const cutMark = " [cut: a cell holds 32,767 letters]";

/**
 * A text as the string of a workbook cell: no characters XML lacks, line ends as LF, and `_x0041_`
 * kept from being read as a letter (ECMA-376, 22.9.2.19). What a cell cannot hold is cut, and says so.
 */
export function sheetText(text: string): string {
  const clean = replaceIllegal(text)
    .replace(/\r\n?/g, "\n")
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
  if (clean.length <= maxCellLetters) return clean;
  return `${clean.slice(0, maxCellLetters - cutMark.length).toWellFormed()}${cutMark}`;
}
