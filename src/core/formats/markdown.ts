import { escapeMarkdown, markdownCell, markdownLine, markdownQuote } from "../escape/markdown.ts";
import { documentHead } from "../layout/document-head.ts";
import { isMessage, threadHead } from "../layout/thread.ts";
import { showInstant, showValue } from "../layout/show-value.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import { linesOf } from "../reading/lines-of.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { Bytes, ExportDocument, Format, Section } from "./contract.ts";

/** A readable document: a table for each kind, conversations as threads. CommonMark with GFM tables. */
export const markdown: Format = {
  label: "Markdown",
  words: ["markdown", "md", "notes"],
  extension: "md",
  mediaType: "text/markdown;charset=utf-8",
  layout: "whole",
  lossless: false,
  write: writeMarkdown,
  count: countMarkdown,
};

async function* writeMarkdown(document: ExportDocument): AsyncGenerator<string> {
  yield `# ${escapeMarkdown(document.title)}\n\n`;
  for (const { name, text } of documentHead(document)) {
    yield `- **${name}:** ${escapeMarkdown(text)}\n`;
  }
  for await (const section of document.sections) {
    yield `\n## ${escapeMarkdown(section.kind.label)}\n`;
    const threads = section.columns.includes("messages") && section.kindId === "conversations";
    yield* threads ? writeThreads(section) : writeTable(section);
  }
}

async function* writeTable(section: Section): AsyncGenerator<string> {
  const fields = section.columns.map((name) => [name, section.kind.fields[name]] as const);
  let any = false;
  for await (const batch of section.batches) {
    if (batch.length === 0) continue;
    if (!any) {
      const heads = fields.map(([name, field]) => markdownCell(field?.label ?? name));
      const rule = fields.map(([, field]) =>
        field?.type === "integer" || field?.type === "decimal" ? "---:" : "---",
      );
      yield `\n| ${heads.join(" | ")} |\n| ${rule.join(" | ")} |\n`;
      any = true;
    }
    yield batch
      .map((row) => {
        const cells = fields.map(([name, field]) => markdownCell(showValue(row[name], field)));
        return `| ${cells.join(" | ")} |\n`;
      })
      .join("");
  }
  if (!any) yield "\nNo records.\n";
}

async function* writeThreads(section: Section): AsyncGenerator<string> {
  let any = false;
  for await (const batch of section.batches) {
    for (const row of batch) {
      any = true;
      yield writeThread(row, section);
    }
  }
  if (!any) yield "\nNo records.\n";
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
 * Counts table rows and thread headings in the written text. No value can begin a line with a bare `|`
 * or `#`, so every such line is ours.
 */
async function countMarkdown(bytes: ReadableStream<Bytes>): Promise<number> {
  const decoder = new TextDecoder();
  let records = 0;
  let inTable = false;
  for await (const line of linesOf(utf8Chunks(bytes))) {
    const text = decoder.decode(line.bytes);
    if (text.startsWith("### ")) records += 1;
    if (inTable && text.startsWith("|")) records += 1;
    else inTable = /^\|(?: -{3}:? \|)+$/.test(text);
  }
  return records;
}
