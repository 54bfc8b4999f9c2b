import { limits } from "../../restore/limits.ts";
import type { Skipped } from "../../restore/contract.ts";
import type { Table } from "./read-table.ts";
import type { Tally } from "./table-applications.ts";
import type { TableColumns } from "./table-columns.ts";

const listed = 10;
const namedRows = 50;
const namedColumns = 40;

/** Everything that was decided or left out, with its figures. */
export function tableReport(
  table: Table,
  columns: TableColumns,
  tally: Tally,
): { readonly skipped: readonly Skipped[]; readonly warnings: readonly string[] } {
  const skipped: Skipped[] = [
    ...rowsLeft(tally.totals, "A row of totals", "Rows of totals"),
    ...rowsLeft(tally.footnotes, "A remark, not an application", "Remarks"),
  ];
  if (tally.noRoom.size > 0)
    skipped.push({
      what: `Columns that found no room beside: ${listWords([...tally.noRoom.keys()])}`,
      why: `A record keeps ${String(limits.unknownKeys)} other fields and ${String(limits.unknownBytes)} bytes of them`,
    });
  if (tally.doubles > 0)
    skipped.push({
      what: `Duplicates: ${String(tally.doubles)}`,
      why: "The same row or link stands in the file before",
    });
  if (tally.blank > 0)
    skipped.push({ what: `Blank rows: ${String(tally.blank)}`, why: "Nothing stands in them" });
  return { skipped, warnings: [...table.notes, ...columnNotes(columns), ...rowNotes(tally)] };
}

/** The first of them by name, the rest by number. */
function rowsLeft(rows: readonly string[], why: string, rest: string): readonly Skipped[] {
  const shown = rows.slice(0, namedRows).map((what) => ({ what: what.slice(0, 80), why }));
  const more = rows.length - shown.length;
  return more === 0 ? shown : [...shown, { what: `${rest}, more of them: ${String(more)}`, why }];
}

/** Names in a sentence: as many as one can read. */
function listWords(names: readonly string[]): string {
  const more = names.length - namedColumns;
  const shown = names
    .slice(0, namedColumns)
    .map((name) => name.slice(0, 60))
    .join(", ");
  return more <= 0 ? shown : `${shown} and ${String(more)} more`;
}

function columnNotes({ targets, names, orders, decimalComma }: TableColumns): readonly string[] {
  const notes = ["Look at the mapping of the columns; it can be changed."];
  const at = targets.indexOf("applied_on");
  const order = orders.get(at);
  if (order !== undefined && order.form !== "ISO") {
    const sure = order.certain ? "" : "; the days do not tell which is right, so look at one";
    notes.push(`Dates in ${names[at] ?? ""} are read as ${order.form}${sure}.`);
  }
  if (decimalComma) notes.push("A comma parts the cents of amounts.");
  const company = targets.includes("company");
  const numbers = names.some((name) => /company[_ ]?id|firma[_ ]?id/i.test(name));
  if (!company)
    notes.push(
      numbers ? "No column holds a company name, only numbers." : "No column holds a company name.",
    );
  if (!targets.includes("title")) notes.push("No column holds a title.");
  if (!targets.some((target) => ["status", "applied_on", "url", "deadline"].includes(target))) {
    notes.push(
      "No column holds a status, a day or a link: the rows are taken as saved jobs, not as people.",
    );
  }
  const dropped = names.filter((_, index) => targets[index] === "skip");
  if (dropped.length > 0) notes.push(`Columns that are not taken: ${listWords(dropped)}.`);
  const kept = names.filter((_, index) => targets[index] === "extra");
  if (kept.length > 0) notes.push(`Kept beside, under other fields: ${listWords(kept)}.`);
  return notes;
}

function rowNotes(tally: Tally): readonly string[] {
  const notes: string[] = [];
  const list = (rows: readonly number[]): string => rows.slice(0, listed).join(", ");
  if (tally.ditto > 0) notes.push(`Company cells that mean the one above: ${String(tally.ditto)}.`);
  if (tally.repaired.length > 0)
    notes.push(`Rows with too many cells, joined again: ${list(tally.repaired)}.`);
  if (tally.tooLong.length > 0)
    notes.push(`Rows with too many cells, the rest kept beside: ${list(tally.tooLong)}.`);
  if (tally.notUnderstood.length > 0) {
    const places = tally.notUnderstood
      .slice(0, listed)
      .map(({ row, value }) => `row ${String(row)}: ${value.slice(0, 40)}`);
    const count = tally.notUnderstood.length;
    notes.push(
      `Values that are no day and are kept beside (${String(count)}): ${places.join("; ")}.`,
    );
  }
  return notes;
}
