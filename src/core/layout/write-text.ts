import { documentHead } from "./document-head.ts";
import { RelationNames } from "./relation-names.ts";
import { groupCounts, groupField, rowGroups } from "./row-groups.ts";
import { showInstant, showValue } from "./show-value.ts";
import { isMessage } from "./thread.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import { linesOf } from "../reading/lines-of.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { Bytes, ExportDocument, Section } from "../formats/contract.ts";

export async function* writeText(document: ExportDocument): AsyncGenerator<string> {
  const title = oneLine(document.title);
  yield `${title}\n${"=".repeat(Math.min(60, title.length))}\n\n`;
  for (const { name, text: said } of documentHead(document)) yield field(name, said);
  const names = new RelationNames();
  for await (const section of document.sections) {
    const label = oneLine(section.kind.label);
    yield `\n\n${label}\n${"-".repeat(label.length)}\n`;
    const by = groupField(section, document.group, "count");
    if (by === undefined) yield* writeGroups(section, document, names);
    else {
      yield `\n${summaryMark}\n`;
      for (const { heading, count } of await groupCounts(section, by, names)) {
        yield field(heading, String(count));
      }
    }
  }
}

const summaryMark = "[counts]";

async function* writeGroups(
  section: Section,
  document: ExportDocument,
  names: RelationNames,
): AsyncGenerator<string> {
  let number = 0;
  for await (const { heading, count, batches } of rowGroups(section, document.group)) {
    if (heading !== undefined) yield `\n${field(heading, String(count ?? 0))}`;
    for await (const batch of batches) {
      for (const row of batch) names.learn(row, section);
      const blocks = batch.map((row) => block(row, section, (number += 1), names));
      if (blocks.length > 0) yield blocks.join("");
    }
  }
  if (number === 0) yield "\nNo records.\n";
}

function block(row: CleanRow, section: Section, number: number, names: RelationNames): string {
  const lines = section.columns.map((name) => {
    const own = section.kind.fields[name];
    const value = names.resolve(row[name], own);
    if (own?.type === "messages" && Array.isArray(value)) return messages(value);
    const shown = showValue(value, own);
    return shown === "" ? "" : field(own?.label ?? name, shown);
  });
  return `\n[${String(number)}]\n${lines.join("")}`;
}

function messages(list: readonly unknown[]): string {
  return list
    .filter(isMessage)
    .map(({ author, role, sent_at: sentAt, text: said }) => {
      const at = sentAt === undefined ? "" : `, ${showInstant(sentAt)}`;
      return field(`  ${author ?? role}${at}`, said);
    })
    .join("");
}

/** Further lines of a value are indented, so that a block and its fields can be told apart. */
function field(label: string, value: string): string {
  const lines = visible(value).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  return `${oneLine(label).replace(/^\[/, " [")}: ${lines.join("\n    ")}\n`;
}

function oneLine(value: string): string {
  return visible(value).replace(/[\n\r\v\f\u0085\u2028\u2029]+/g, " ");
}

function visible(value: string): string {
  return value.toWellFormed().replace(/[^\P{Cc}\n\r\t\v\f\u0085]/gu, "\ufffd");
}

/** Counts the lines that only hold a number in brackets; no field can begin with one. */
export async function countBlocks(bytes: ReadableStream<Bytes>): Promise<number | undefined> {
  const decoder = new TextDecoder();
  let records = 0;
  for await (const { bytes: line } of linesOf(utf8Chunks(bytes))) {
    if (line[0] !== 0x5b) continue;
    const mark = decoder.decode(line);
    if (mark === summaryMark) return undefined;
    if (/^\[\d+\]$/.test(mark)) records += 1;
  }
  return records;
}
