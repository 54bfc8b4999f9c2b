import { fail } from "../failure.ts";
import { rowTexts } from "../records/row-texts.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { ExportDocument, Format } from "./contract.ts";

/**
 * One JSON object a line: the first holds `export_info`, each further one a record with its `kind`.
 * The bytes of a document follow it in lines of their own, so that every line stays short.
 */
export const ndjson: Format = {
  label: "NDJSON",
  words: ["ndjson", "jsonl", "json lines", "newline-delimited json"],
  extension: "ndjson",
  mediaType: "application/x-ndjson",
  layout: "whole",
  lossless: true,
  keepsFieldOrder: true,
  write: writeLines,
  async *read(bytes) {
    const { readRecordLines } = await import("../reading/read-record-lines.ts");
    for await (const part of readRecordLines(bytes)) {
      if (part.part === "record") yield { kindId: part.kindId, value: part.value };
    }
  },
};

async function* writeLines(document: ExportDocument): AsyncGenerator<string> {
  yield `${JSON.stringify({ export_info: document.exportInfo })}\n`;
  for await (const section of document.sections) {
    const bytesOf = section.kindId === "documents" ? document.bytesOf : undefined;
    const opening = `{"kind":${JSON.stringify(section.kindId)}`;
    for await (const batch of section.batches) {
      if (bytesOf === undefined) {
        const texts = rowTexts(batch);
        if (batch.length > 0)
          yield batch.map((row, at) => lineOf(opening, row, texts[at])).join("");
        continue;
      }
      for (const row of batch) {
        yield lineOf(opening, row);
        yield* byteLines(row, bytesOf);
      }
    }
  }
}

function lineOf(opening: string, row: CleanRow, text = JSON.stringify(row)): string {
  if (Object.hasOwn(row, "kind")) {
    fail({ code: "unexpected", detail: "A record has a field named kind" });
  }
  return text === "{}" ? `${opening}}\n` : `${opening},${text.slice(1)}\n`;
}

async function* byteLines(
  row: CleanRow,
  bytesOf: NonNullable<ExportDocument["bytesOf"]>,
): AsyncGenerator<string> {
  const id = row["id"];
  const blob = typeof id === "string" ? await bytesOf(id) : undefined;
  if (blob === undefined) return;
  let part = 0;
  const { base64Parts } = await import("../reading/base64-pieces.ts");
  for await (const text of base64Parts(blob)) {
    yield `${JSON.stringify({ bytes_of: id, part, base64: text })}\n`;
    part += 1;
  }
}
