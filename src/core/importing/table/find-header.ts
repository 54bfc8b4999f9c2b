import { readHeader } from "./column-words.ts";
import { isLink } from "./column-values.ts";
import { isNothing } from "./nothing.ts";
import { isDateLike } from "./read-day.ts";
import type { TableRow } from "./row-scanner.ts";

export interface FoundHeader {
  /** Names of the columns; `1`, `2` … where the table has no header row. */
  readonly head: readonly string[];
  /** Row of the file, counted from 1; absent where there is none. */
  readonly row?: number;
  readonly body: readonly TableRow[];
  /** Rows above the header that are no part of the table. */
  readonly above: readonly TableRow[];
  /** Lines that begin with `#`. */
  readonly remarks: readonly string[];
  /** Header words a remark names, for columns without a header row. */
  readonly hints?: readonly string[];
}

const searched = 40;
const isEmpty = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === "");

function isRemark({ cells }: TableRow): boolean {
  const [first = ""] = cells;
  return (
    /^\s*(?:#|\/\/)\s*\S/.test(first) &&
    cells.slice(1).every((cell) => !isLink(cell)) &&
    first.trim() !== "#"
  );
}

/** How much a row looks like the names of columns: known words count, cells of data count against. */
function headScore({ cells }: TableRow): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const known = new Set(
    filled.map((cell) => readHeader(cell)?.target).filter((one) => one !== undefined),
  );
  const content = filled.filter(
    (cell) =>
      isLink(cell) || isDateLike(cell) || cell.length > 60 || /^\d+(?:[.,]\d+)?$/.test(cell),
  );
  const share = filled.length === 0 ? 0 : known.size / filled.length;
  return known.size - 1.5 * content.length + share;
}

/** Finds the header row among the first rows: lines of a title or remarks may stand above it. */
export function findHeader(rows: readonly TableRow[]): FoundHeader {
  const start = rows.findIndex((row) => !isEmpty(row) && !isRemark(row));
  const remarkRows = rows.slice(0, start < 0 ? rows.length : start).filter(isRemark);
  const remarks = remarkRows.map(({ cells }) =>
    cells
      .join(",")
      .replace(/^\s*#\s*/, "")
      .replace(/,+$/, ""),
  );
  const candidates = rows.slice(Math.max(0, start), Math.max(0, start) + searched);
  const scored = candidates.map((row) => ({ row, score: headScore(row) }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top === undefined || one.score > top.score ? one : top),
    undefined,
  );
  const needed = Math.min(2, filledCells(best?.row));
  const header = best !== undefined && best.score >= needed ? best.row : plainHeader(candidates);
  if (header === undefined) return withoutHeader(rows, Math.max(0, start), remarks);
  const at = rows.indexOf(header);
  const above = rows.slice(0, at).filter((row) => !isEmpty(row) && !isRemark(row));
  const head = trimEnd(header.cells.map((cell) => cell.trim().replace(/^\ufeff/, "")));
  return { head, row: header.number, body: rows.slice(at + 1), above, remarks };
}

const filledCells = (row: TableRow | undefined): number =>
  row?.cells.filter((cell) => cell.trim() !== "").length ?? 0;

/** Words nobody knows, above rows of data, are a header all the same. */
function plainHeader(rows: readonly TableRow[]): TableRow | undefined {
  const [first, ...body] = rows.filter((row) => !isEmpty(row));
  if (first === undefined || body.length === 0) return undefined;
  const isData = (cell: string): boolean =>
    isLink(cell) || isDateLike(cell) || /^[\d.,]+$/.test(cell.trim());
  const names = first.cells.filter((cell) => cell.trim() !== "");
  if (names.some((cell) => isData(cell) || cell.length > 60 || isNothing(cell))) return undefined;
  const hasData = first.cells.some((_, at) =>
    body.slice(0, 20).some(({ cells }) => isData(cells[at] ?? "")),
  );
  // NAMES_OF_COLUMNS as a database writes them are names, whether they are known or not.
  const shouted =
    names.length >= 2 &&
    names.every((cell) => /^[A-Z][A-Z0-9]*(?:[_ ][A-Z0-9]+)*$/.test(cell.trim()));
  if (shouted) return first;
  const known = names.filter((cell) => readHeader(cell) !== undefined).length;
  return known > 0 && (hasData || known * 3 >= names.length) ? first : undefined;
}

function withoutHeader(
  rows: readonly TableRow[],
  start: number,
  remarks: readonly string[],
): FoundHeader {
  const body = rows.slice(start);
  const width = trimmedWidth(body);
  const head = Array.from({ length: width }, (_, at) => String(at + 1));
  const hints = remarks.map(hintsOf).find((words) => words !== undefined);
  return { head, body, above: [], remarks, ...(hints === undefined ? {} : { hints }) };
}

/** "Fields: company, role, date, status." names the columns of a table without a header. */
function hintsOf(remark: string): readonly string[] | undefined {
  const words = remark
    .replace(/^[^:]*:/, "")
    .replace(/\.\s*$/, "")
    .split(/[,;|]/)
    .map((word) => word.trim());
  const known = words.filter((word) => readHeader(word) !== undefined).length;
  return known >= 3 && known >= words.length / 2 ? words : undefined;
}

function trimEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}

function trimmedWidth(rows: readonly TableRow[]): number {
  const widths = rows.map(({ cells }) => trimEnd(cells.map((cell) => cell.trim())).length);
  return widths.reduce((most, width) => Math.max(most, width), 0);
}
