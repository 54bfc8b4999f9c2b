import { fail } from "../../failure.ts";
import type { FoundFile, ReadRecord } from "../../importers/contract.ts";
import type { Skipped } from "../../restore/contract.ts";
import { collectBlob } from "../../zip/byte-streams.ts";
import { ownSheetKind, ownSheetRecords } from "../own-sheet.ts";
import { checkWorkbook } from "./check-workbook.ts";
import { mappingFor } from "./choose-mapping.ts";
import { findHeader } from "./find-header.ts";
import type { Table } from "./read-table.ts";
import type { TableRow } from "./row-scanner.ts";
import { tellsApplications } from "./table-columns.ts";
import { tellsContacts } from "./table-contacts.ts";

export interface Book {
  /** Records of sheets that the app itself wrote. */
  readonly own: readonly ReadRecord[];
  readonly sheets: readonly { readonly name: string; readonly table: Table }[];
  readonly skipped: readonly Skipped[];
}

/** A workbook that was dropped itself (its head is the sign alone), or one in an archive. */
export const isWorkbookFile = ({ name, head }: FoundFile): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  (head.byteLength === 4 || /\.(?:xls[xm]|ods)$/i.test(name));

/**
 * Reads the visible sheets of an .xlsx that hold applications or people. The ZIP, the parts and the
 * cells are checked before the library sees them.
 * @throws FailureError `archive-refused`, `archive-damaged`, `limit-exceeded`.
 */
export async function readWorkbook(file: FoundFile): Promise<Book> {
  const blob = await collectBlob(file.open());
  const form = await checkWorkbook(blob, file.name);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const reading =
    form === "ods"
      ? import("hucre/ods").then(({ readOds }) => readOds(bytes))
      : import("hucre/xlsx").then(({ readXlsx }) => readXlsx(bytes));
  const book = await reading.catch(() =>
    fail({ code: "archive-damaged", where: file.name, detail: "It cannot be read as a workbook" }),
  );
  const visible = book.sheets.filter(
    ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
  );
  const own = visible.flatMap((sheet) => readOwnSheet(sheet));
  // In a workbook of ours every other sheet only tells about it.
  const others = own.length > 0 ? [] : visible;
  const hidden = book.sheets
    .filter((sheet) => !visible.includes(sheet))
    .map(({ name }) => ({ what: `Sheet ${name}`, why: "It is hidden" }));
  return { own, ...readSheets(others, hidden) };
}

function readOwnSheet(sheet: Sheet): readonly ReadRecord[] {
  const [head, ...body] = textRows(sheet);
  const names = head?.cells.filter((cell) => cell !== "") ?? [];
  const kind = ownSheetKind(sheet.name, names);
  return kind === undefined ? [] : ownSheetRecords(kind, names, body);
}

function readSheets(
  visible: readonly Sheet[],
  hidden: readonly Skipped[],
): Pick<Book, "sheets" | "skipped"> {
  const sheets: { name: string; table: Table }[] = [];
  const skipped: Skipped[] = [...hidden];
  for (const sheet of visible) {
    const { table, formulas } = toTable(sheet);
    if (tellsContacts(table.head) || tellsApplications(table, mappingFor(table))) {
      sheets.push({ name: sheet.name, table });
      if (formulas > 0) {
        skipped.push({
          what: `Formulas: ${String(formulas)}`,
          why: "Their stored result is taken, nothing is computed",
        });
      }
    } else {
      skipped.push({
        what: `Sheet ${sheet.name}`,
        why: "No column holds a company, a title or a link",
      });
    }
  }
  return { sheets, skipped };
}

const textRows = ({ rows }: Sheet): readonly TableRow[] =>
  rows.map((cells, at) => ({ cells: cells.map(cellText), number: at + 1 }));

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
  readonly cells?: ReadonlyMap<string, { readonly type?: string; readonly hyperlink?: unknown }>;
}

function toTable(sheet: Sheet): { readonly table: Table; readonly formulas: number } {
  const rows = textRows(sheet);
  const links = linksOf(sheet);
  const cells = [...(sheet.cells?.values() ?? [])];
  const formulas = cells.filter(({ type }) => type === "formula").length;
  const found = findHeader(rows);
  const notes =
    found.row !== undefined && found.row > 1 ? [`The header is in row ${String(found.row)}.`] : [];
  return { table: { ...found, encoding: "xlsx", delimiter: "", notes, links }, formulas };
}

/** Links behind cells, by row (counted from 1) and column (from 0). */
function linksOf({ cells }: Sheet): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const [place, { hyperlink }] of cells ?? []) {
    const [row = "", column = ""] = place.split(",");
    const target = (hyperlink as { readonly target?: unknown } | undefined)?.target;
    if (typeof target === "string" && /^https?:/i.test(target)) {
      links.set(`${String(Number(row) + 1)},${column}`, target);
    }
  }
  return links;
}

/** A cell as its text would be written: real dates as days, so that no reader can mistake them. */
function cellText(value: unknown): string {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const text = value.toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
  }
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}
