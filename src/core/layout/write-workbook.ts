import { fail } from "../failure.ts";
import type { SheetModel } from "./sheet-rows.ts";
import { aboutSheet, sheetModel } from "./sheet-rows.ts";
import { chunksOf, joinBytes } from "../reading/chunks-of.ts";
import { findKind, kindIds } from "../records/any-kind.ts";
import type { Bytes, ExportDocument } from "../formats/contract.ts";

/** Up to here a workbook is put together in memory; one sheet alone is streamed beyond it. */
const maxRowsAtOnce = 50_000;

export async function* writeWorkbook(document: ExportDocument): AsyncGenerator<Bytes> {
  const sheets: SheetModel[] = [];
  for await (const section of document.sections) sheets.push(await sheetModel(section));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const [only] = sheets;
  if (rows <= maxRowsAtOnce) yield await writeAtOnce(document, sheets);
  else if (sheets.length === 1 && only !== undefined) yield* writeStreamed(only);
  else {
    const what = "Rows of a workbook with several sheets; ask for one kind of record at a time";
    fail({ code: "limit-exceeded", what, limit: maxRowsAtOnce, actual: rows });
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
    sheets: [...sheets, aboutSheet(document)].map(({ name, columns, rows }) => ({
      name,
      rows,
      columns: columns.map(({ width, numFmt }) => ({ width, style: { numFmt } })),
      cells: new Map(
        (rows[0] ?? []).map((_cell, at) => [
          `0,${String(at)}`,
          { style: { font: { bold: true } } },
        ]),
      ),
      ...(name !== "About" && { freezePane: { rows: 1 } }),
    })),
  });
  return new Uint8Array(written);
}

async function* writeStreamed({ name, columns, rows }: SheetModel): AsyncGenerator<Bytes> {
  const { writeXlsxStream } = await import("hucre/xlsx");
  const stream = writeXlsxStream(rows, {
    name,
    columns: columns.map(({ width, numFmt }) => ({ width, style: { numFmt } })),
    freezePane: { rows: 1 },
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
    let rows = 0;
    for await (const row of streamXlsxRows(file, { sheet: findKind(id).label })) {
      rows = Math.max(rows, row.index);
    }
    records += rows;
  }
  return records;
}
