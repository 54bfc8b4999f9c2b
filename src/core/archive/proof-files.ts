import type { ExportFile } from "../containers/contract.ts";
import { csvCell } from "../escape/csv-cell.ts";
import type { Bytes } from "../formats/contract.ts";
import { orderActivities } from "../layout/work-search-model.ts";
import { byteStream } from "../pipeline/byte-stream.ts";
import type { RecordSource } from "../pipeline/ports.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { documentFileName, isCompressed } from "./document-files.ts";

const heads = ["Proof", "Date", "Activity", "Employer", "Document", "File", "SHA-256", "Note"];
const longestStem = 60;

/**
 * The evidence annex of a work-search log: the documents of its activities, numbered as the log numbers
 * them, and a table that says which proves what. A document whose file is not here is named all the same.
 */
export async function proofFiles(
  source: Pick<RecordSource, "byIds" | "bytes">,
  activities: AsyncIterable<readonly AnyRecord[]>,
): Promise<readonly ExportFile[]> {
  const rows: AnyRecord[] = [];
  for await (const batch of activities) rows.push(...batch);
  const files: ExportFile[] = [];
  const lines: (readonly string[])[] = [];
  let number = 0;
  for (const { row } of orderActivities(rows)) {
    const ids = documentIds(row);
    if (ids.length === 0) continue;
    number += 1;
    for (const [at, document] of (await source.byIds("documents", ids)).entries()) {
      const blob = await source.bytes(document.id);
      const name = blob === undefined ? "" : nameOf(document, number, at);
      if (blob !== undefined) {
        const bytes = blob.stream() as ReadableStream<Bytes>;
        files.push({ name, bytes, stored: isCompressed(name) });
      }
      const note = blob === undefined ? "The file is not kept here" : "";
      lines.push([
        String(number),
        ...["date", "activity_type", "employer"].map((field) => textOf(row, field)),
        textOf(document, "name"),
        name,
        textOf(document, "sha256"),
        note,
      ]);
    }
  }
  if (lines.length === 0) return [];
  return [...files, { name: "proof/index.csv", bytes: byteStream(table(lines)) }];
}

function documentIds(row: AnyRecord): readonly string[] {
  const ids = row["document_ids"];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** `proof/03-confirmation.pdf`; further files of the same proof are `03b`, `03c`. */
function nameOf(document: AnyRecord, number: number, at: number): string {
  const extension = documentFileName(document, 0).split(".").at(-1) ?? "bin";
  const stem = textOf(document, "name")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longestStem);
  const letter = at === 0 ? "" : at < 26 ? String.fromCharCode(97 + at) : `-${String(at + 1)}`;
  const numbered = `${String(number).padStart(2, "0")}${letter}`;
  return `proof/${[numbered, stem].filter(Boolean).join("-")}.${extension}`;
}

async function* table(lines: readonly (readonly string[])[]): AsyncGenerator<string> {
  await Promise.resolve();
  const style = { delimiter: ",", guard: true } as const;
  const text = [heads, ...lines].map((line) => line.map((cell) => csvCell(cell, style)).join(","));
  yield `\ufeff${text.join("\r\n")}\r\n`;
}

function textOf(record: AnyRecord, name: string): string {
  const value = record[name];
  return typeof value === "string" ? value : "";
}
