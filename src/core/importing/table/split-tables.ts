import { readHeader } from "./column-words.ts";
import type { Table } from "./read-table.ts";
import type { TableRow } from "./row-scanner.ts";

/** True for a row that names columns again: nearly every cell is a header word, a company or title among them. */
function isHeaderRow({ cells }: TableRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const known = filled.map((cell) => readHeader(cell)?.target).filter((one) => one !== undefined);
  const names = known.includes("company") || known.includes("title");
  return names && new Set(known).size >= 3 && known.length >= filled.length * 0.8;
}

/**
 * Several tables below each other in one file: each header row begins one. The heading above it, a row
 * with one cell, belongs to neither.
 */
export function splitTables(table: Table): readonly Table[] {
  const starts = table.body.flatMap((row, at) => (isHeaderRow(row) ? [at] : []));
  if (starts.length === 0 || table.row === undefined) return [table];
  const [firstStart] = starts;
  const parts: Table[] = [{ ...table, body: withoutHeading(table.body.slice(0, firstStart)) }];
  starts.forEach((start, at) => {
    const header = table.body[start];
    if (header === undefined) return;
    const head = trimmed(header.cells);
    const rows = table.body.slice(start + 1, starts[at + 1]);
    const body = at + 1 < starts.length ? withoutHeading(rows) : rows;
    parts.push({ ...table, head, row: header.number, body, above: [], remarks: [], notes: [] });
  });
  return parts;
}

function withoutHeading(rows: readonly TableRow[]): readonly TableRow[] {
  const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== "").length;
  const last = rows.findLastIndex((row) => filled(row) > 1);
  return rows.slice(0, last + 1);
}

function trimmed(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1).map((cell) => cell.trim());
}
