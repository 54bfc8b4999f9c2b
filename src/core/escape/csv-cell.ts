import { guardFormula, isFormulaLike } from "./guard-formula.ts";

/** How one CSV file is written. */
export interface CsvStyle {
  readonly delimiter: "," | ";" | "\t";
  /** Off only by choice: formulas then stand as they were typed. */
  readonly guard: boolean;
}

/**
 * One field of RFC 4180. Texts are guarded and quoted where a spreadsheet could calculate; numbers and
 * flags are written bare, because a salary of -5 has to stay a number.
 */
export function csvCell(value: string | number | boolean | undefined, style: CsvStyle): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  if (style.guard && isFormulaLike(value)) return quote(guardFormula(value));
  return needsQuotes(value, style.delimiter) ? quote(value) : value;
}

function quote(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

function needsQuotes(text: string, delimiter: string): boolean {
  if (text === "") return false;
  return (
    text.includes(delimiter) ||
    text.includes('"') ||
    text.includes("\n") ||
    text.includes("\r") ||
    text.startsWith(" ") ||
    text.endsWith(" ") ||
    text.startsWith("\ufeff")
  );
}
