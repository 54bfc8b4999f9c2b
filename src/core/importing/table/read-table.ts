import { fail } from "../../failure.ts";
import type { FoundFile } from "../../importers/contract.ts";
import { limits } from "../../restore/limits.ts";
import { bytesOfLetters, decodeTable, guessEncoding, guessOld } from "./decode-table.ts";
import type { FoundHeader } from "./find-header.ts";
import { findHeader } from "./find-header.ts";
import type { MarkdownTable } from "./markdown-table.ts";
import { hasMarkdownTable, markdownTables } from "./markdown-table.ts";
import type { TableRow } from "./row-scanner.ts";
import { OpenQuote, RowScanner, scanText } from "./row-scanner.ts";
import { sniffDialect } from "./sniff-dialect.ts";
import { wholeText } from "../whole-text.ts";

export interface Table extends FoundHeader {
  readonly encoding: string;
  readonly delimiter: string;
  /** What was decided about the form, in words. */
  readonly notes: readonly string[];
  /** Links that stand behind cells (workbooks): `row,column` → address. */
  readonly links?: ReadonlyMap<string, string>;
}

const delimiterWords: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

/**
 * Reads a table of text: encoding, delimiter, quotes, header. Whole columns are looked at later, so all
 * rows are held; a single row or field beyond its limit is refused on the way.
 * @throws FailureError `archive-damaged` with row and byte for an open quote, `limit-exceeded`.
 */
export async function readTable(file: Pick<FoundFile, "name" | "open" | "head">): Promise<Table> {
  const guessed = await guessEncoding(file.head);
  try {
    return await readAs(file, guessed.label, guessed.guessed === true);
  } catch (error) {
    // A letter far down was no UTF-8.
    if (!(error instanceof TypeError) || guessed.label !== "utf-8") throw error;
    const old = await guessOld(file.head);
    return readAs(file, old.label, true);
  }
}

async function readAs(
  file: Pick<FoundFile, "name" | "open" | "head">,
  label: string,
  guessed: boolean,
): Promise<Table> {
  const notes = encodingNotes(label, guessed);
  const headText = new TextDecoder(label).decode(file.head, { stream: true });
  if (hasMarkdownTable(headText)) return readMarkdown(file, label, notes);
  const dialect = sniffDialect(headText);
  const rows = await scanRows(file, label, dialect.hasSepLine, new RowScanner(dialect));
  const whole = unquoteWholeRows(rows);
  const found = findHeader(whole ?? rows);
  const delimiter =
    whole === undefined ? dialect.delimiter : sniffDialect(oneCellText(rows)).delimiter;
  notes.push(...formNotes(delimiter, dialect.quote, found));
  return { ...found, encoding: label, delimiter, notes };
}

function encodingNotes(label: string, guessed: boolean): string[] {
  if (label === "utf-8" && !guessed) return [];
  const name = label.toUpperCase().replace("WINDOWS", "Windows");
  return [guessed ? `Read as ${name}, which is a guess: look at the letters.` : `Read as ${name}.`];
}

function formNotes(delimiter: string, quote: string, found: FoundHeader): readonly string[] {
  const notes: string[] = [];
  if (delimiter !== "," && delimiter !== "") {
    notes.push(`The cells are parted by ${delimiterWords[delimiter] ?? delimiter}.`);
  }
  if (quote !== '"') notes.push(`The sign ${quote} stands for quotes.`);
  if (found.row === undefined)
    notes.push("There is no header row: columns are named by their number.");
  else if (found.row > 1) notes.push(`The header is in row ${String(found.row)}.`);
  if (found.above.length > 0)
    notes.push(`Rows above the header that were left out: ${String(found.above.length)}.`);
  if (found.remarks.length > 0) notes.push(`Lines of remarks: ${String(found.remarks.length)}.`);
  return notes;
}

async function scanRows(
  file: Pick<FoundFile, "open">,
  label: string,
  hasSepLine: boolean,
  scanner: RowScanner,
): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  const keep = (more: readonly TableRow[]): void => {
    for (const row of more) rows.push(row);
    if (rows.length <= limits.csvRows) return;
    fail({ code: "limit-exceeded", what: "Rows", limit: limits.csvRows, actual: rows.length });
  };
  try {
    for await (const text of decodeTable(file.open(), label)) keep(scanner.push(text));
    keep(scanner.finish());
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
    const byte = await bytesOfLetters(file, label, error.letters);
    const where = `row ${String(error.row)}, byte ${String(byte)}`;
    fail({ code: "archive-damaged", where, detail: "A quote opens here and never closes" });
  }
  return hasSepLine ? rows.slice(1) : rows;
}

const oneCellText = (rows: readonly TableRow[]): string =>
  rows.map(({ cells }) => cells[0] ?? "").join("\n");

/** `"a,b,c"`: whole rows in quotes are cut again. */
function unquoteWholeRows(rows: readonly TableRow[]): readonly TableRow[] | undefined {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const single = filled.filter(({ cells }) => cells.filter((cell) => cell !== "").length === 1);
  if (filled.length < 2 || single.length < filled.length * 0.8) return undefined;
  const dialect = sniffDialect(oneCellText(filled));
  if (dialect.delimiter === "") return undefined;
  const cut = rows.map(({ cells, number }) => {
    const [row] = scanText(cells[0] ?? "", dialect);
    return { cells: row?.cells ?? cells, number };
  });
  const wide = cut.filter(({ cells }) => cells.length > 1).length;
  return wide >= filled.length * 0.6 ? cut : undefined;
}

/** Of several Markdown tables the one with most rows counts, and those with the same header with it. */
async function readMarkdown(
  file: Pick<FoundFile, "name" | "open">,
  label: string,
  notes: string[],
): Promise<Table> {
  const tables = markdownTables(await wholeText(file, label));
  const headOf = ({ rows }: MarkdownTable): string => JSON.stringify(rows[0]?.cells);
  const main = tables.reduce((best, one) => (one.rows.length > best.rows.length ? one : best));
  const same = tables.filter((one) => headOf(one) === headOf(main));
  const [header, ...body] = same.flatMap((one, at) => (at === 0 ? one.rows : one.rows.slice(1)));
  const others = tables.length - same.length;
  if (others > 0) notes.push(`Other tables in the file that were left out: ${String(others)}.`);
  notes.push("It is a Markdown table.", `The header is in row ${String(header?.number ?? 1)}.`);
  return {
    head: header?.cells ?? [],
    ...(header === undefined ? {} : { row: header.number }),
    body,
    above: [],
    remarks: [],
    encoding: label,
    delimiter: "|",
    notes,
  };
}
