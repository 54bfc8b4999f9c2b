import { escapeMarkdown, markdownCell, markdownLine, markdownQuote } from "../escape/markdown.ts";
import { blockMarkdown } from "./block-markdown.ts";
import { documentHead } from "./document-head.ts";
import { RelationNames } from "./relation-names.ts";
import type { RowGroup } from "./row-groups.ts";
import { groupCounts, groupField, groupLabel, rowGroups } from "./row-groups.ts";
import { showInstant, showValue } from "./show-value.ts";
import { hasSpecialLayout, specialBlocks } from "./special-blocks.ts";
import { isMessage, threadHead } from "./thread.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import { linesOf } from "../reading/lines-of.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { Bytes, ExportDocument, Section } from "../formats/contract.ts";

const summaryMark = "<!-- summary -->";

export async function* writeMarkdown(document: ExportDocument): AsyncGenerator<string> {
  const names = new RelationNames();
  let begun = false;
  for await (const section of document.sections) {
    if (!begun && hasSpecialLayout(document, section)) {
      const rows: CleanRow[] = [];
      for await (const batch of section.batches) rows.push(...batch);
      for (const row of rows) names.learn(row, section);
      yield `${summaryMark}\n\n${specialBlocks(document, rows).map(blockMarkdown).join("\n")}`;
      begun = true;
      continue;
    }
    if (!begun) yield head(document);
    begun = true;
    yield `\n## ${escapeMarkdown(section.kind.label)}\n`;
    const by = groupField(section, document.group, "count");
    if (by !== undefined) yield* writeCounts(section, by, names);
    else yield* writeGroups(section, document, names);
  }
  if (!begun) yield head(document);
}

function head(document: ExportDocument): string {
  const lines = documentHead(document).map(
    ({ name, text }) => `- **${name}:** ${escapeMarkdown(text)}\n`,
  );
  return `# ${escapeMarkdown(document.title)}\n\n${lines.join("")}`;
}

async function* writeCounts(
  section: Section,
  by: string,
  names: RelationNames,
): AsyncGenerator<string> {
  const rows = (await groupCounts(section, by, names)).map(
    ({ heading, count }) => `| ${markdownCell(heading)} | ${String(count)} |\n`,
  );
  const head = `| ${markdownCell(groupLabel(section, by))} | Records |\n| --- | ---: |\n`;
  yield `\n${summaryMark}\n\n${head}${rows.join("")}`;
}

async function* writeGroups(
  section: Section,
  document: ExportDocument,
  names: RelationNames,
): AsyncGenerator<string> {
  const threads = section.kindId === "conversations" && section.columns.includes("messages");
  let any = false;
  for await (const group of rowGroups(section, document.group)) {
    const parts = threads ? writeThreads(section, group) : writeTable(section, group, names);
    for await (const part of parts) {
      any = true;
      yield part;
    }
  }
  if (!any) yield "\nNo records.\n";
}

function headingOf({ heading, count }: RowGroup): string {
  if (heading === undefined) return "";
  return `\n**${escapeMarkdown(heading)}** (${String(count ?? 0)})\n`;
}

async function* writeTable(
  section: Section,
  group: RowGroup,
  names: RelationNames,
): AsyncGenerator<string> {
  const fields = section.columns.map((name) => [name, section.kind.fields[name]] as const);
  let any = false;
  for await (const batch of group.batches) {
    if (batch.length === 0) continue;
    if (!any) yield `${headingOf(group)}${tableHead(section)}`;
    any = true;
    const lines = batch.map((row) => {
      names.learn(row, section);
      const cells = fields.map(([name, field]) =>
        markdownCell(showValue(names.resolve(row[name], field), field)),
      );
      return `| ${cells.join(" | ")} |\n`;
    });
    yield lines.join("");
  }
}

function tableHead(section: Section): string {
  const heads = section.columns.map((name) =>
    markdownCell(section.kind.fields[name]?.label ?? name),
  );
  const rules = section.columns.map((name) => {
    const type = section.kind.fields[name]?.type;
    return type === "integer" || type === "decimal" ? "---:" : "---";
  });
  return `\n| ${heads.join(" | ")} |\n| ${rules.join(" | ")} |\n`;
}

async function* writeThreads(section: Section, group: RowGroup): AsyncGenerator<string> {
  let any = false;
  for await (const batch of group.batches) {
    for (const row of batch) {
      if (!any) yield headingOf(group);
      any = true;
      yield writeThread(row, section);
    }
  }
}

function writeThread(row: CleanRow, section: Section): string {
  const { title, facts } = threadHead(row, section);
  const parts = [`\n### ${escapeMarkdown(title)}\n`];
  if (facts !== "") parts.push(`\n${markdownLine(facts)}\n`);
  const messages: readonly unknown[] = Array.isArray(row["messages"]) ? row["messages"] : [];
  for (const message of messages) {
    if (!isMessage(message)) continue;
    const who = escapeMarkdown(message.author ?? message.role) || "Unnamed";
    const sentAt = escapeMarkdown(showInstant(message.sent_at ?? ""));
    const at = sentAt === "" ? "" : `, ${sentAt}`;
    parts.push(`\n**${who}**${at}\n\n${markdownQuote(message.text)}\n`);
  }
  return parts.join("");
}

/**
 * Counts table rows and thread headings in the written text. No value can begin a line with a bare `|`,
 * `#` or `<`, so every such line is ours. Counts of groups are no records: undefined.
 */
export async function countMarkdown(bytes: ReadableStream<Bytes>): Promise<number | undefined> {
  const decoder = new TextDecoder();
  let records = 0;
  let inTable = false;
  for await (const line of linesOf(utf8Chunks(bytes))) {
    const text = decoder.decode(line.bytes);
    if (text === summaryMark) return undefined;
    if (text.startsWith("### ")) records += 1;
    if (inTable && text.startsWith("|")) records += 1;
    else inTable = /^\|(?: -{3}:? \|)+$/.test(text);
  }
  return records;
}
