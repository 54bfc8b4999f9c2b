import { fail } from "../failure.ts";
import type { KindId } from "../records/any-kind.ts";
import { rowTexts } from "../records/row-texts.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { ExportDocument, Format, Section } from "./contract.ts";

/** The keys of `data` that every file has, in the order of the specification's envelope. */
const standardKeys: readonly KindId[] = [
  "conversations",
  "job_searches",
  "applications",
  "interviews",
  "contacts",
  "activities",
  "documents",
  "analytics",
  "memories",
  "settings",
];

const settingsOpening = "{";
const analyticsOpening = '{"derived":true,"figures":[';

/** The specification's envelope, one record a line. */
export const json: Format = {
  label: "JSON",
  words: ["json", "machine-readable", "raw data"],
  extension: "json",
  mediaType: "application/json",
  layout: "whole",
  lossless: true,
  keepsFieldOrder: true,
  write: writeEnvelope,
  async *read(bytes) {
    const { readEnvelope } = await import("../reading/read-envelope.ts");
    for await (const part of readEnvelope(bytes)) {
      if (part.part === "record") yield { kindId: part.kindId, value: part.value };
    }
  },
};

async function* writeEnvelope(document: ExportDocument): AsyncGenerator<string> {
  yield `{"export_info":${JSON.stringify(document.exportInfo)},\n"data":{`;
  const written = new Set<string>();
  for await (const section of document.sections) {
    if (written.has(section.kindId)) {
      fail({ code: "unexpected", detail: `Two sections of ${section.kindId} in one envelope` });
    }
    yield `${written.size === 0 ? "" : ","}\n"${section.kindId}":`;
    written.add(section.kindId);
    yield* writeSection(section, document);
  }
  for (const key of standardKeys) {
    if (written.has(key)) continue;
    yield `${written.size === 0 ? "" : ","}\n"${key}":${emptyOf(key)}`;
    written.add(key);
  }
  yield "\n}}\n";
}

function emptyOf(key: KindId): string {
  if (key === "settings") return "{}";
  return key === "analytics" ? `${analyticsOpening}]}` : "[]";
}

async function* writeSection(section: Section, document: ExportDocument): AsyncGenerator<string> {
  const [opening, closing] =
    section.kindId === "settings"
      ? [settingsOpening, "}"]
      : section.kindId === "analytics"
        ? [analyticsOpening, "]}"]
        : ["[", "]"];
  yield opening;
  const bytesOf = section.kindId === "documents" ? document.bytesOf : undefined;
  const textOf = section.kindId === "settings" ? settingWriter() : undefined;
  let first = true;
  for await (const batch of section.batches) {
    if (bytesOf === undefined) {
      const lines = (textOf === undefined ? rowTexts(batch) : batch.map(textOf)).join(",\n");
      if (lines !== "") yield `${first ? "\n" : ",\n"}${lines}`;
      first &&= lines === "";
      continue;
    }
    for (const row of batch) {
      yield first ? "\n" : ",\n";
      yield* writeDocument(row, bytesOf);
      first = false;
    }
  }
  yield closing;
}

/** A document with its bytes as base64, piece by piece: never the whole file in memory. */
async function* writeDocument(
  row: CleanRow,
  bytesOf: NonNullable<ExportDocument["bytesOf"]>,
): AsyncGenerator<string> {
  const id = row["id"];
  const blob = typeof id === "string" ? await bytesOf(id) : undefined;
  const text = JSON.stringify(row);
  if (blob === undefined) {
    yield text;
    return;
  }
  yield `${text.slice(0, -1)}${text === "{}" ? "" : ","}"bytes":"`;
  const { base64Pieces } = await import("../reading/base64-pieces.ts");
  yield* base64Pieces(blob);
  yield '"}';
}

/**
 * Writes settings as `key: {value, id, created_at, …}`. A key that cannot stand (twice, `__proto__`, not
 * a text) gives way to the id and stays inside the setting, so that it comes back exactly.
 */
function settingWriter(): (row: CleanRow) => string {
  const used = new Set<string>();
  return (row) => {
    const { key, ...rest } = row as Readonly<Record<string, unknown>>;
    const own = typeof key === "string" && key !== "__proto__" && !used.has(key);
    let name = own ? key : `id:${String(row["id"])}`;
    while (used.has(name)) name += "'";
    used.add(name);
    return `${JSON.stringify(name)}:${JSON.stringify(own ? rest : row)}`;
  };
}
