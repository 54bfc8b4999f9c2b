import { escapeHtml } from "../escape/markup.ts";
import { safeLink } from "../escape/safe-link.ts";
import { documentHead } from "./document-head.ts";
import { htmlReport } from "./html-report.ts";
import { htmlStyle } from "./html-style.ts";
import { RelationNames } from "./relation-names.ts";
import { reportModel } from "./report-model.ts";
import { groupCounts, groupField, groupLabel, rowGroups } from "./row-groups.ts";
import { showInstant, showValue } from "./show-value.ts";
import { isMessage, threadHead } from "./thread.ts";
import { utf8Chunks } from "../reading/decode-text.ts";
import type { Field, FieldType } from "../records/field.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import type { Bytes, ExportDocument, Section } from "../formats/contract.ts";

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export async function* writeHtml(document: ExportDocument): AsyncGenerator<string> {
  const sharing = document.template === "sharing";
  yield `<!doctype html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<style>${htmlStyle}</style>
</head>
<body${sharing ? "" : ' class="wide"'}>
<main>
`;
  const names = new RelationNames();
  let begun = false;
  for await (const section of document.sections) {
    const by = groupField(section, document.group, "count");
    if (sharing && section.kindId === "applications" && !begun) {
      const rows: CleanRow[] = [];
      for await (const batch of section.batches) rows.push(...batch);
      for (const row of rows) names.learn(row, section);
      yield `${htmlReport(reportModel(document, rows))}<!--summary-->\n`;
    } else {
      if (!begun) yield head(document);
      yield `<h2>${escapeHtml(section.kind.label)}</h2>\n`;
      if (by === undefined) yield* writeGroups(section, document, names);
      else yield await countTable(section, by, names);
    }
    begun = true;
  }
  if (!begun) yield head(document);
  yield "</main>\n</body>\n</html>\n";
}

function head(document: ExportDocument): string {
  const lines = documentHead(document).map(
    ({ name, text }) => `<p>${escapeHtml(name)}: <bdi>${escapeHtml(text)}</bdi></p>\n`,
  );
  return `<h1><bdi>${escapeHtml(document.title)}</bdi></h1>\n${lines.join("")}`;
}

async function countTable(section: Section, by: string, names: RelationNames): Promise<string> {
  const rows = (await groupCounts(section, by, names)).map(
    ({ heading, count }) =>
      `<tr><td><bdi>${escapeHtml(heading)}</bdi></td><td class="number">${String(count)}</td></tr>\n`,
  );
  const heads = `<th>${escapeHtml(groupLabel(section, by))}</th><th class="number">Records</th>`;
  return `<!--summary--><table><thead><tr>${heads}</tr></thead><tbody>\n${rows.join("")}</tbody></table>\n`;
}

async function* writeGroups(
  section: Section,
  document: ExportDocument,
  names: RelationNames,
): AsyncGenerator<string> {
  const threads = section.kindId === "conversations" && section.columns.includes("messages");
  let records = 0;
  for await (const { heading, count, batches } of rowGroups(section, document.group)) {
    if (heading !== undefined) {
      yield `<h3><bdi>${escapeHtml(heading)}</bdi> <span class="small">${String(count ?? 0)}</span></h3>\n`;
    }
    let open = false;
    for await (const batch of batches) {
      if (batch.length === 0) continue;
      if (!open && !threads) yield tableHead(section);
      open = true;
      records += batch.length;
      for (const row of batch) names.learn(row, section);
      const write = threads ? thread : tableRow;
      yield batch.map((row) => write(row, section, names)).join("");
    }
    if (open && !threads) yield "</tbody></table></div>\n";
  }
  if (records === 0) yield "<p>No records.</p>\n";
}

const styles: Readonly<Partial<Record<FieldType, string>>> = {
  integer: "number",
  decimal: "number",
  day: "short",
  instant: "short",
  "long-text": "more",
  url: "link",
};

function classOf(field: Field | undefined): string {
  const style = field === undefined ? undefined : styles[field.type];
  return style === undefined ? "" : ` class="${style}"`;
}

function tableHead({ columns, kind }: Section): string {
  const heads = columns.map((name) => {
    const field = kind.fields[name];
    return `<th scope="col"${classOf(field)}>${escapeHtml(field?.label ?? name)}</th>`;
  });
  return `<div class="scroll"><table><thead><tr>${heads.join("")}</tr></thead><tbody>\n`;
}

function tableRow(row: CleanRow, { columns, kind }: Section, names: RelationNames): string {
  const cells = columns.map((name) => {
    const field = kind.fields[name];
    return `<td${classOf(field)}>${cell(names.resolve(row[name], field), field)}</td>`;
  });
  return `<tr data-record>${cells.join("")}</tr>\n`;
}

function cell(value: unknown, field: Field | undefined): string {
  const text = showValue(value, field);
  if (text === "") return "–";
  const link = field?.type === "url" || field?.type === "email" ? linkOf(text, field) : undefined;
  const shown = `<bdi>${escapeHtml(text)}</bdi>`;
  if (link === undefined) return shown;
  return `<a href="${escapeHtml(link)}" rel="noopener noreferrer nofollow">${shown}</a>`;
}

function linkOf(text: string, field: Field): string | undefined {
  return safeLink(field.type === "email" ? `mailto:${text}` : text);
}

function thread(row: CleanRow, section: Section): string {
  const { title, facts } = threadHead(row, section);
  const messages: readonly unknown[] = Array.isArray(row["messages"]) ? row["messages"] : [];
  const shown = messages.filter(isMessage).map(({ author, role, sent_at: sentAt, text }) => {
    const at = sentAt === undefined ? "" : `, ${escapeHtml(showInstant(sentAt))}`;
    return `<p class="who"><bdi>${escapeHtml(author ?? role)}</bdi>${at}</p>\n<div class="message" dir="auto">${escapeHtml(text)}</div>\n`;
  });
  return `<section data-record><h3><bdi>${escapeHtml(title)}</bdi></h3>\n<p class="small">${escapeHtml(facts)}</p>\n${shown.join("")}</section>\n`;
}

/** Counts the rows and threads in the written markup; no value can hold a bare `<`, so each mark is ours. */
export async function countRecords(bytes: ReadableStream<Bytes>): Promise<number | undefined> {
  const decoder = new TextDecoder();
  let records = 0;
  let rest = "";
  for await (const chunk of utf8Chunks(bytes)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    if (text.includes("<!--summary-->")) return undefined;
    const found = [...text.matchAll(/<(?:tr|section) data-record>/g)];
    records += found.length;
    const last = found.at(-1);
    rest = text.slice(
      Math.max(last === undefined ? 0 : last.index + last[0].length, text.length - 32),
    );
  }
  return records;
}
