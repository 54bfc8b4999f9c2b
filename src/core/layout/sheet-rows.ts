import type { ExportDocument, Section } from "../formats/contract.ts";
import type { Field, FieldType } from "../records/field.ts";
import { isDay } from "../records/record-schema.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { safeLink } from "../escape/safe-link.ts";
import { sheetText } from "../escape/sheet-text.ts";
import { documentHead } from "./document-head.ts";
import { flattenValue } from "./flat-value.ts";

type SheetCell = string | number | boolean | Date | null;
/** A sheet of a workbook, its head row included. */
export interface SheetModel {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly numFmt: string }[];
  readonly rows: SheetCell[][];
  /** `row,column` → address, for cells that become links. */
  readonly links: ReadonlyMap<string, string>;
}

const formats: Readonly<Partial<Record<FieldType, string>>> = {
  day: "yyyy-mm-dd",
  instant: "yyyy-mm-dd hh:mm",
  integer: "0",
  decimal: "General",
  flag: "General",
};
const widths: Readonly<Partial<Record<FieldType, number>>> = {
  day: 12,
  instant: 17,
  integer: 11,
  decimal: 12,
  flag: 9,
  "long-text": 60,
  url: 40,
};
const firstDay = "1900-03-01";
/** Letters of a link that Excel opens without repairing the file. */
const longestLink = 2_079;
/** Links that one sheet may hold: Excel 365 documentation, "Specifications and limits" has 65,530. */
const mostLinks = 65_000;

/** Gathers a section: typed days, times, numbers and flags; everything else is text, never a formula. */
export async function sheetModel(section: Section): Promise<SheetModel> {
  const fields = section.columns.map((name) => [name, section.kind.fields[name]] as const);
  const links = new Map<string, string>();
  const rows: SheetCell[][] = [fields.map(([name, field]) => field?.label ?? name)];
  for await (const batch of section.batches) {
    for (const row of batch) {
      const cells: SheetCell[] = fields.map(([name, field]) => sheetCell(row, name, field));
      // A row without a single cell would not be written at all.
      if (!cells.some((cell) => cell !== null)) cells[0] = "";
      for (const [at, [name, field]] of fields.entries()) {
        const link = linkOf(row[name], field);
        if (link !== undefined && links.size < mostLinks)
          links.set(`${String(rows.length)},${String(at)}`, link);
      }
      rows.push(cells);
    }
  }
  return {
    name: section.kind.label,
    columns: fields.map(([, field]) => ({
      width: widths[field?.type ?? "text"] ?? 22,
      numFmt: formats[field?.type ?? "text"] ?? "@",
    })),
    rows,
    links,
  };
}

/** Web and mail addresses alone (security: a workbook opens what a link says). */
function linkOf(value: unknown, field: Field | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const link =
    field?.type === "url"
      ? safeLink(value)
      : field?.type === "email"
        ? safeLink(`mailto:${value}`)
        : undefined;
  return link !== undefined && /^(?:https?|mailto):/.test(link) && link.length <= longestLink
    ? link
    : undefined;
}

function sheetCell(row: CleanRow, name: string, field: Field | undefined): SheetCell {
  const value = flattenValue(row[name], field);
  if (value === undefined || value === "") return null;
  if (typeof value !== "string") return value;
  return toDate(value, field) ?? sheetText(value);
}

/** The wall clock as written: a workbook knows no zones, and no day before its own calendar is right. */
function toDate(text: string, field: Field | undefined): Date | undefined {
  if (field?.type !== "day" && field?.type !== "instant") return undefined;
  const [, day = "", time = "00:00:00"] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)\S*)?$/.exec(text) ?? [];
  if (!isDay(day) || day < firstDay) return undefined;
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
}

/** The last sheet: what the workbook is. */
export function aboutSheet(document: ExportDocument): SheetModel {
  const lines = documentHead(document).map(({ name, text }) => [name, sheetText(text)]);
  return {
    name: "About",
    columns: [
      { width: 14, numFmt: "@" },
      { width: 90, numFmt: "@" },
    ],
    links: new Map(),
    rows: [["Title", sheetText(document.title)], ...lines],
  };
}
