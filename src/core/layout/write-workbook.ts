import type { Cell } from "hucre";
import { fail } from "../failure.ts";
import type { SheetModel } from "./sheet-rows.ts";
import { aboutSheet, sheetModel } from "./sheet-rows.ts";
import { chunksOf, joinBytes } from "../reading/chunks-of.ts";
import { findKind, kindIds } from "../records/any-kind.ts";
import type { Bytes, ExportDocument } from "../formats/contract.ts";

/** Up to here a workbook is put together in memory; one sheet alone is streamed beyond it. */
const maxRowsAtOnce = 50_000;

/** Rows that one sheet can hold (ECMA-376); more go on in `Applications_2`, the head repeated. */
const maxRowsPerSheet = 1_048_576;

/** Smaller ones can be asked for, as the options `rowsAtOnce` and `rowsPerSheet`. */
function limitsOf({ options = {} }: ExportDocument) {
  const smaller = (name: string, limit: number): number => {
    const value = options[name];
    return typeof value === "number" && value > 1 ? Math.min(value, limit) : limit;
  };
  return {
    rowsAtOnce: smaller("rowsAtOnce", maxRowsAtOnce),
    rowsPerSheet: smaller("rowsPerSheet", maxRowsPerSheet),
  };
}

export async function* writeWorkbook(document: ExportDocument): AsyncGenerator<Bytes> {
  const sheets: SheetModel[] = [];
  for await (const section of document.sections) sheets.push(await sheetModel(section));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const [only] = sheets;
  const { rowsAtOnce, rowsPerSheet } = limitsOf(document);
  if (rows <= rowsAtOnce) yield await writeAtOnce(document, sheets);
  else if (sheets.length === 1 && only !== undefined) yield* writeStreamed(only, rowsPerSheet);
  else {
    const what = "Rows of a workbook with several sheets; ask for one kind of record at a time";
    fail({ code: "limit-exceeded", what, limit: rowsAtOnce, actual: rows });
  }
}

async function writeAtOnce(
  document: ExportDocument,
  sheets: readonly SheetModel[],
): Promise<Bytes> {
  const { writeXlsx } = await import("hucre/xlsx");
  const madeAt = new Date(document.exportInfo.timestamp);
  const written = await writeXlsx({
    stringMode: "inline",
    properties: {
      title: document.title,
      creator: "Job Tracker Pro",
      created: madeAt,
      modified: madeAt,
    },
    sheets: [...sheets, aboutSheet(document)].map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows,
      columns: sheet.columns.map(({ width, numFmt }) => ({ width, style: { numFmt } })),
      cells: specialCells(sheet),
      ...(sheet.name !== "About" && { freezePane: { rows: 1 }, ...filterOf(sheet) }),
    })),
  });
  return new Uint8Array(written);
}

/** Bold heads, and links where a cell holds an address that may become one. */
function specialCells({ rows, links }: SheetModel): Map<string, Partial<Cell>> {
  const heads = (rows[0] ?? []).map((_cell, at): [string, Partial<Cell>] => [
    `0,${String(at)}`,
    { style: { font: { bold: true } } },
  ]);
  const linked = [...links].map(([place, target]): [string, Partial<Cell>] => [
    place,
    { hyperlink: { target }, style: { numFmt: "@", font: { underline: true } } },
  ]);
  return new Map([...heads, ...linked]);
}

function filterOf({ rows, columns }: SheetModel): { readonly autoFilter?: { range: string } } {
  if (rows.length < 2 || columns.length === 0) return {};
  return { autoFilter: { range: `A1:${columnName(columns.length)}${String(rows.length)}` } };
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? last : columnName(Math.floor((number - 1) / 26)) + last;
}

async function* writeStreamed(
  { name, columns, rows }: SheetModel,
  rowsPerSheet: number,
): AsyncGenerator<Bytes> {
  const { writeXlsxStream } = await import("hucre/xlsx");
  const stream = writeXlsxStream(rows, {
    name,
    columns: columns.map(({ width, numFmt }) => ({ width, style: { numFmt } })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: rowsPerSheet,
  });
  yield* chunksOf(stream as ReadableStream<Bytes>);
}

/** Reads the written workbook sheet by sheet and counts the rows below the heads. */
export async function countRows(bytes: ReadableStream<Bytes>): Promise<number> {
  const { streamXlsxRows } = await import("hucre/xlsx");
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(bytes)) parts.push(chunk);
  const file = joinBytes(parts);
  let records = 0;
  for (const id of kindIds) {
    const { label } = findKind(id);
    for (let part = 1; ; part += 1) {
      const sheet = part === 1 ? label : `${label}_${String(part)}`;
      let rows = 0;
      for await (const row of streamXlsxRows(file, { sheet })) rows = Math.max(rows, row.index);
      records += rows;
      if (rows === 0) break;
    }
  }
  return records;
}
