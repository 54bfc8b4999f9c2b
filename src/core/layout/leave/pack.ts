import type { ExportFile } from "../../containers/contract.ts";
import { fail } from "../../failure.ts";
import type { Bytes, ExportDocument } from "../../formats/contract.ts";
import { byteStream } from "../../pipeline/byte-stream.ts";
import { chunksOf } from "../../reading/chunks-of.ts";
import { readCsvRows } from "../../reading/read-csv-rows.ts";
import type { AnyKind } from "../../records/any-kind.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { openZip, type OpenedZip } from "../../zip/open-zip.ts";
import { writeZip } from "../../zip/write-zip.ts";

export interface KindRows {
  readonly kind: AnyKind;
  readonly rows: readonly CleanRow[];
}

/** Packs for other programs are written whole: their links want every name before the first file. */
const mostRows = 50_000;

export async function rowsByKind(document: ExportDocument): Promise<readonly KindRows[]> {
  const kinds: KindRows[] = [];
  let count = 0;
  for await (const { kind, batches } of document.sections) {
    const rows: CleanRow[] = [];
    for await (const batch of batches) {
      rows.push(...batch);
      count += batch.length;
      if (count > mostRows) {
        fail({
          code: "limit-exceeded",
          what: "Records in a pack for another program",
          limit: mostRows,
          actual: count,
        });
      }
    }
    kinds.push({ kind, rows });
  }
  return kinds;
}

export function packFile(name: string, text: string): ExportFile {
  return { name, bytes: byteStream(once(text)) };
}

async function* once(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}

export async function* zipOf(files: AsyncIterable<ExportFile>): AsyncGenerator<Bytes> {
  yield* chunksOf(writeZip(files));
}

/** Opens a written pack again, for its proof. */
export async function openPack(bytes: ReadableStream<Bytes>): Promise<OpenedZip> {
  const parts: Bytes[] = [];
  for await (const chunk of chunksOf(bytes)) parts.push(chunk);
  return openZip(new Blob(parts), {});
}

/** Rows of all tables in a pack, without their heads. */
export async function countPackedRows(bytes: ReadableStream<Bytes>): Promise<number> {
  const { entries } = await openPack(bytes);
  let rows = 0;
  for (const entry of entries.filter(({ name }) => /\.csv$/i.test(name))) {
    rows += await countCsvRows(entry.open());
  }
  return rows;
}

export async function countCsvRows(bytes: ReadableStream<Bytes>): Promise<number> {
  let rows = -1;
  for await (const { cells } of readCsvRows(bytes)) rows += cells.length > 0 ? 1 : 0;
  return Math.max(0, rows);
}
