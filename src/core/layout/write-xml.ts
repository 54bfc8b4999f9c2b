import { escapeXml } from "../escape/markup.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { Bytes, ExportDocument, Section } from "../formats/contract.ts";

export async function* writeXml(document: ExportDocument): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<export version="1.0">\n<info>${entries(document.exportInfo)}</info>\n<data>\n`;
  for await (const section of document.sections) {
    yield `<${section.kindId}>\n`;
    for await (const batch of section.batches) {
      if (batch.length > 0) yield batch.map((row) => record(row, section)).join("");
    }
    yield `</${section.kindId}>\n`;
  }
  yield "</data>\n</export>\n";
}

function record(row: CleanRow, section: Section): string {
  const fields = Object.entries(row).map(([name, value]) => {
    if (value === undefined || value === null) return "";
    const known = Object.hasOwn(section.kind.fields, name);
    return known ? `<${name}${typeOf(value)}>${content(value)}</${name}>` : entry(name, value);
  });
  return `<record>${fields.join("")}</record>\n`;
}

function entries(value: object): string {
  return Object.entries(value)
    .map(([name, inner]: [string, unknown]) => entry(name, inner))
    .join("");
}

function entry(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  const key = escapeXml(name).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
  return `<entry key="${key}"${typeOf(value)}>${content(value)}</entry>`;
}

/** Texts carry no type: they are what an element holds by itself. */
function typeOf(value: unknown): string {
  if (typeof value === "number") return ' type="number"';
  if (typeof value === "boolean") return ' type="boolean"';
  if (Array.isArray(value)) return ' type="list"';
  return typeof value === "object" ? ' type="object"' : "";
}

function content(value: unknown): string {
  if (typeof value === "string") return escapeXml(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item) => `<item${typeOf(item)}>${content(item)}</item>`).join("");
  }
  return typeof value === "object" && value !== null ? entries(value) : "";
}

/** Counts the records in the written markup; no value can hold a bare `<`. */
export async function countRecords(bytes: ReadableStream<Bytes>): Promise<number> {
  const decoder = new TextDecoder();
  let records = 0;
  let rest = "";
  for await (const chunk of utf8Chunks(bytes)) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("<record>");
    records += parts.length - 1;
    rest = (parts.at(-1) ?? "").slice(-7);
  }
  return records;
}
