import type { CsvStyle } from "../../escape/csv-cell.ts";
import { csvCell } from "../../escape/csv-cell.ts";
import type { ExportDocument } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";

/** A column of a table as another program names it, and what stands in it. */
export interface LeaveColumn {
  readonly head: string;
  readonly cell: (row: CleanRow) => string;
}

const style: CsvStyle = { delimiter: ",", guard: true };

/** One line of RFC 4180; `quoted`: every cell in quotes, as some programs write and want them. */
export function csvLine(cells: readonly string[], quoted = false): string {
  const line = cells.map((cell) => {
    const text = csvCell(cell, style);
    return quoted && !text.startsWith('"') ? `"${text}"` : text;
  });
  return `${line.join(",")}\r\n`;
}

/** Every row of a document as lines of one table: for programs that take applications alone. */
export async function* csvOf(
  document: ExportDocument,
  columns: readonly LeaveColumn[],
  quoted = false,
): AsyncGenerator<string> {
  yield csvLine(
    columns.map(({ head }) => head),
    quoted,
  );
  for await (const { batches } of document.sections) {
    for await (const batch of batches) {
      const lines = batch.map((row) =>
        csvLine(
          columns.map(({ cell }) => cell(row)),
          quoted,
        ),
      );
      yield lines.join("");
    }
  }
}

export function textOf(row: CleanRow, name: string): string {
  const value = row[name];
  return typeof value === "string"
    ? value.trim()
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

export function listOf(row: CleanRow, name: string): readonly string[] {
  const value = row[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The pay in one text, as trackers with a single field for it write it: `50000 - 60000 EUR per year`. */
export function salaryOf(row: CleanRow): string {
  const [from, to] = [textOf(row, "salary_min"), textOf(row, "salary_max")];
  const amount = [...new Set([from, to].filter(Boolean))].join(" - ");
  if (amount === "") return "";
  const period = textOf(row, "salary_period");
  return [amount, textOf(row, "salary_currency"), period === "" ? "" : `per ${period}`]
    .filter(Boolean)
    .join(" ");
}

/** `2026-01-05 applied; 2026-02-01 interview (by phone)`; without a history the status alone. */
export function stagesOf(row: CleanRow): string {
  const value = row["stages"];
  const stages: readonly unknown[] = Array.isArray(value) ? value : [];
  const words = stages.flatMap((stage) => {
    if (typeof stage !== "object" || stage === null) return [];
    const { status, at, note } = stage as Readonly<Record<string, unknown>>;
    const day = typeof at === "string" ? at.slice(0, 10) : "";
    const said = typeof note === "string" && note !== "" ? ` (${note})` : "";
    return typeof status === "string" ? [`${day} ${status}${said}`.trim()] : [];
  });
  return words.length > 0 ? words.join("; ") : textOf(row, "status");
}

/** A day of an instant or a day, and an empty text where there is none. */
export function dayOf(row: CleanRow, name: string): string {
  return textOf(row, name).slice(0, 10);
}

/** Plain text as the HTML that other programs keep in their text fields: paragraphs and nothing else. */
export function htmlOf(text: string): string {
  if (text === "") return "";
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return safe
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replaceAll("\n", "<br>")}</p>`)
    .join("");
}
