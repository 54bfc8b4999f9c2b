import type {
  Bytes,
  ExportDocument,
  ExportInfo,
  Format,
  Section,
} from "../../src/core/formats/contract.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import { findKind } from "../../src/core/records/any-kind.ts";
import type { CleanRow } from "../../src/core/sanitize/clean-row.ts";

/** Rows for tests of formats: the one place outside the sanitizer that brands them. */
export function asCleanRows(rows: readonly object[]): readonly CleanRow[] {
  return rows as readonly CleanRow[];
}

// An async generator without an await is what a source of batches looks like to a format.
export async function* inBatches<T>(
  rows: readonly T[],
  size: number,
): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < rows.length; at += size) {
    yield await Promise.resolve(rows.slice(at, at + size));
  }
}

export function sectionOf(
  kindId: KindId,
  rows: readonly object[],
  more: { readonly columns?: readonly string[]; readonly batch?: number } = {},
): Section {
  const kind = findKind(kindId);
  return {
    kindId,
    kind,
    columns: more.columns ?? kind.columns,
    count: rows.length,
    batches: inBatches(asCleanRows(rows), more.batch ?? 250),
  };
}

export const exportInfo: ExportInfo = {
  timestamp: "2026-11-25T10:42:00+01:00",
  format: "json",
  version: "1.0",
  gdpr_compliant: false,
  export_id: "0195f7c0-0000-7000-8000-00000000e001",
  app_version: "1.0.0",
  request: "everything",
  privacy_level: "none",
  coverage: { records: {}, total: 0, left_out: [] },
};

export function documentOf(
  sections: readonly Section[],
  more: Partial<ExportDocument> = {},
): ExportDocument {
  return { title: "Job search export", language: "en", exportInfo, sections, ...more };
}

/** Everything a format writes, as bytes. */
export async function writeWhole(format: Format, document: ExportDocument): Promise<Bytes> {
  const encoder = new TextEncoder();
  const parts: Bytes[] = [];
  for await (const part of format.write(document)) {
    parts.push(typeof part === "string" ? encoder.encode(part) : part);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export async function writeText(format: Format, document: ExportDocument): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await writeWhole(format, document));
}

/** A stream of the bytes in chunks of `size`. */
export function streamOf(bytes: Bytes | string, size = 65_536): ReadableStream<Bytes> {
  const all = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  let at = 0;
  return new ReadableStream<Bytes>({
    pull(controller) {
      if (at >= all.length) controller.close();
      else controller.enqueue(all.slice(at, (at += size)));
    },
  });
}

export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}
