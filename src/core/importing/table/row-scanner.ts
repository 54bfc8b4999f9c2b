import { fail } from "../../failure.ts";
import { limits } from "../../restore/limits.ts";

export interface Dialect {
  /** One sign, or "" for a table of one column. */
  readonly delimiter: string;
  readonly quote: string;
}

/** Cells as written, and the row of the file they stand in, counted from 1. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * Cuts text into rows, in pieces of any size. A quote opens only at the beginning of a cell (blanks
 * before it do not count); what follows a closing quote is kept as text.
 */
export class RowScanner {
  readonly #dialect: Dialect;
  #cells: string[] = [];
  #cell = "";
  #state: "begin" | "bare" | "quoted" | "closing" = "begin";
  #row = 0;
  #offset = 0;
  #quoteAt = 0;
  #lastReturn = false;
  #rows: TableRow[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** The rows that ended in this piece. */
  push(text: string): readonly TableRow[] {
    this.#rows = [];
    let at = 0;
    while (at < text.length)
      at = this.#state === "quoted" ? this.#inQuotes(text, at) : this.#outside(text, at);
    this.#offset += text.length;
    return this.#rows;
  }

  /** The last row, where the text does not end in a line end. */
  finish(): readonly TableRow[] {
    this.#rows = [];
    if (this.#state === "quoted") {
      throw new OpenQuote(this.#row + 1, this.#quoteAt);
    }
    if (this.#cells.length > 0 || this.#cell !== "") this.#endRow();
    return this.#rows;
  }

  #inQuotes(text: string, at: number): number {
    const end = text.indexOf(this.#dialect.quote, at);
    this.#cell += end < 0 ? text.slice(at) : text.slice(at, end);
    this.#checkCell();
    if (end < 0) return text.length;
    this.#state = "closing";
    return end + 1;
  }

  #outside(text: string, at: number): number {
    const sign = text.charAt(at);
    const { delimiter, quote } = this.#dialect;
    if (this.#state === "closing" && sign === quote) {
      this.#cell += quote;
      this.#state = "quoted";
    } else if (sign === delimiter) this.#endCell();
    else if (sign === "\n" || sign === "\r") {
      // LF behind CR belongs to it.
      if (sign === "\r" || !this.#lastReturn) this.#endRow();
    } else if (this.#state === "begin" && sign === quote && this.#cell.trim() === "") {
      this.#cell = "";
      this.#state = "quoted";
      this.#quoteAt = this.#offset + at;
    } else return this.#take(text, at);
    this.#lastReturn = sign === "\r";
    return at + 1;
  }

  /** Takes everything up to the next sign that means something. */
  #take(text: string, at: number): number {
    const { delimiter, quote } = this.#dialect;
    const blank = this.#state === "begin" && /\s/.test(text.charAt(at));
    let end = at + 1;
    while (end < text.length) {
      const sign = text.charAt(end);
      if (sign === delimiter || sign === "\n" || sign === "\r") break;
      if (blank && (sign === quote || !/\s/.test(sign))) break;
      end += 1;
    }
    this.#cell += text.slice(at, end);
    if (!blank && this.#state === "begin") this.#state = "bare";
    if (this.#state === "closing" && text.slice(at, end).trim() !== "") this.#state = "bare";
    this.#lastReturn = false;
    this.#checkCell();
    return end;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = "begin";
    this.#checkColumns();
  }

  #endRow(): void {
    this.#row += 1;
    this.#cells.push(this.#cell);
    this.#checkColumns();
    this.#rows.push({ cells: this.#cells, number: this.#row });
    this.#cells = [];
    this.#cell = "";
    this.#state = "begin";
  }

  #checkColumns(): void {
    if (this.#cells.length <= limits.csvColumns) return;
    const what = `Columns in row ${String(this.#row + 1)}`;
    fail({ code: "limit-exceeded", what, limit: limits.csvColumns, actual: this.#cells.length });
  }

  #checkCell(): void {
    if (this.#cell.length <= limits.csvField) return;
    fail({
      code: "limit-exceeded",
      what: `A field in row ${String(this.#row + 1)}`,
      limit: limits.csvField,
      actual: this.#cell.length,
      unit: "letters",
    });
  }
}

/** A quote that never closes: the place is known in letters, the reader of bytes turns it into bytes. */
export class OpenQuote extends Error {
  readonly row: number;
  readonly letters: number;
  constructor(row: number, letters: number) {
    super("A quote never closes");
    this.row = row;
    this.letters = letters;
  }
}

/** All rows of a text that is in memory. Open quotes are taken as they are. */
export function scanText(text: string, dialect: Dialect): readonly TableRow[] {
  const scanner = new RowScanner(dialect);
  const rows = [...scanner.push(text)];
  try {
    rows.push(...scanner.finish());
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
  }
  return rows;
}
