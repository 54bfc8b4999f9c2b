import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { utf8Chunks } from "./decode-text.ts";
import { maxCsvColumns, maxCsvField, maxCsvRow } from "./limits.ts";

interface CsvRow {
  readonly cells: readonly string[];
  /** Counted from 1, the header included. */
  readonly number: number;
}

/**
 * The rows of a UTF-8 CSV file, in chunks of any size. The delimiter is the one the first line holds
 * most often outside quotes.
 * @throws FailureError `archive-damaged` for a quote that never closes, `limit-exceeded`.
 */
export async function* readCsvRows(stream: ReadableStream<Bytes>): AsyncGenerator<CsvRow> {
  const { default: papa } = await import("papaparse");
  let parser: CsvParser | undefined;
  let text = "";
  let number = 0;
  const parse = (last: boolean): readonly CsvRow[] => {
    parser ??= new papa.Parser(sniffStyle(text)) as unknown as CsvParser;
    const { data, errors, meta } = parser.parse(text, 0, !last);
    const broken = errors.find((error) => error.type === "Quotes");
    if (last && broken !== undefined) {
      const where = `row ${String(number + (broken.row ?? 0) + 1)}`;
      fail({ code: "archive-damaged", where, detail: "A quote opens here and never closes" });
    }
    text = text.slice(meta.cursor);
    return data.map((cells) => checkRow({ cells, number: (number += 1) }));
  };
  for await (const piece of textPieces(stream)) {
    text += piece;
    if (parser === undefined && text.length < sniffedLetters) continue;
    yield* parse(false);
    checkPending(text, number);
  }
  if (text === "") return;
  // The parser sees an empty row behind the last line end.
  const closed = text.endsWith("\n") || text.endsWith("\r");
  const rows = parse(true);
  const last = rows.at(-1);
  const phantom = closed && last?.cells.length === 1 && last.cells[0] === "";
  yield* phantom ? rows.slice(0, -1) : rows;
}

interface CsvParser {
  parse(
    input: string,
    base: number,
    ignoreLast: boolean,
  ): {
    readonly data: readonly string[][];
    readonly errors: readonly { readonly type: string; readonly row?: number }[];
    readonly meta: { readonly cursor: number };
  };
}

const sniffedLetters = 65_536;

async function* textPieces(stream: ReadableStream<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const refuse = (): never =>
    fail({ code: "archive-damaged", where: "the table", detail: "The text is not UTF-8" });
  for await (const chunk of utf8Chunks(stream)) {
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch {
      refuse();
    }
  }
  try {
    decoder.decode();
  } catch {
    refuse();
  }
}

interface Sniffed {
  readonly delimiter: string;
  readonly newline: "\r\n" | "\n" | "\r";
}

function sniffStyle(text: string): Sniffed {
  const plain = text.replace(/"(?:[^"]|"")*"/g, '""');
  const [line = ""] = /^[^\r\n]*/.exec(plain) ?? [];
  const ending = /\r\n|\r|\n/.exec(plain)?.[0] ?? "\r\n";
  const newline = ending === "\r\n" || ending === "\r" ? ending : "\n";
  const count = (sign: string): number => line.split(sign).length;
  const delimiter = [",", ";", "\t"].reduce((best, sign) =>
    count(sign) > count(best) ? sign : best,
  );
  return { delimiter, newline };
}

function checkRow(row: CsvRow): CsvRow {
  const where = `row ${String(row.number)}`;
  if (row.cells.length > maxCsvColumns) {
    const actual = row.cells.length;
    fail({ code: "limit-exceeded", what: `Columns in ${where}`, limit: maxCsvColumns, actual });
  }
  const long = row.cells.find((cell) => cell.length > maxCsvField);
  if (long !== undefined) {
    const actual = long.length;
    fail({ code: "limit-exceeded", what: `A field in ${where}`, limit: maxCsvField, actual });
  }
  return row;
}

function checkPending(text: string, number: number): void {
  if (text.length <= maxCsvRow) return;
  const what = `Row ${String(number + 1)}`;
  fail({ code: "limit-exceeded", what, limit: maxCsvRow, actual: text.length, unit: "letters" });
}
