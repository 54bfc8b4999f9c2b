import type { ExportDocument, Section } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { documentHead } from "../document-head.ts";
import { findKind, isKindId } from "../../records/any-kind.ts";
import { sayLongDay } from "../say-date.ts";
import { isMessage, threadHead } from "../thread.ts";
import type { ChosenColumns } from "./choose-columns.ts";
import { chooseColumns } from "./choose-columns.ts";
import { cleanText } from "./clean-text.ts";
import { ink } from "./ink.ts";
import { paperCells, paperText } from "./paper-text.ts";
import { ensureRoom, writeParagraph } from "./paragraph.ts";
import type { Paper, Sheet } from "./sheet.ts";
import { Table } from "./table.ts";

/** Rows that decide the columns; the same whatever the size of batches. */
const sampleRows = 200;
const body = { size: 9.4, leading: 13.5, color: ink.second } as const;

/** The first page: what the file is, how many records of which kind, and what was left out. */
export async function writeCover(sheet: Sheet, document: ExportDocument): Promise<void> {
  const { exportInfo } = document;
  const head = documentHead(document).slice(1);
  await sheet.fonts.prepare([document.title, ...head.map(({ text }) => text)].map(cleanText));
  sheet.addPage();
  writeParagraph(sheet, sayLongDay(exportInfo.timestamp.slice(0, 10)), { ...body, leading: 12 });
  sheet.y += 4;
  writeParagraph(sheet, document.title, { size: 21, leading: 26, bold: true }, { tag: "H1" });
  sheet.y += 8;
  writeTotals(sheet, exportInfo.coverage.records);
  for (const { name, text } of head) writeParagraph(sheet, `${name}: ${text}`, body);
  sheet.y += 16;
}

function writeTotals(sheet: Sheet, records: Readonly<Record<string, number | undefined>>): void {
  const totals = Object.entries(records)
    .flatMap(([id, count]) =>
      isKindId(id) && count !== undefined && count > 0 ? [{ id, count }] : [],
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, 6);
  if (totals.length === 0) return;
  const top = sheet.y;
  const step = sheet.width / Math.max(4, totals.length);
  sheet.rule(sheet.left, sheet.right, top, ink.text, 1.1);
  for (const [at, { id, count }] of totals.entries()) {
    const x = sheet.left + at * step;
    const label = count === 1 ? findKind(id).one : findKind(id).label.toLowerCase();
    sheet.tag("P", () => {
      sheet.text(String(count), x, top + 26, { size: 17, bold: true });
      sheet.text(label, x, top + 40, { size: 8.6, color: ink.second });
    });
  }
  sheet.y = top + 52;
  sheet.rule(sheet.left, sheet.right, sheet.y);
  sheet.y += 12;
}

/** One kind: conversations as threads, everything else as a table with the prose below its rows. */
export async function writeSection(sheet: Sheet, section: Section, paper: Paper): Promise<void> {
  if (section.kindId === "conversations" && section.columns.includes("messages")) {
    await writeThreads(sheet, section);
    return;
  }
  let table: Table | undefined;
  let chosen: ChosenColumns | undefined;
  let waiting: CleanRow[] = [];
  const flush = (): void => {
    chosen ??= choose(sheet, section, waiting, paper);
    table ??= beginTable(sheet, section, chosen);
    for (const row of waiting) writeRow(table, row, section, chosen);
    waiting = [];
  };
  for await (const batch of section.batches) {
    await sheet.fonts.prepare(batch.flatMap((row) => textsOf(row, section)));
    for (const row of batch) {
      waiting.push(row);
      if (chosen !== undefined || waiting.length === sampleRows) flush();
    }
  }
  if (waiting.length > 0) flush();
  if (table === undefined) {
    writeHeading(sheet, section.kind.label);
    writeParagraph(sheet, "No records.", body);
  }
  table?.end();
  sheet.y += 14;
}

function textsOf(row: CleanRow, section: Section): readonly string[] {
  return [...paperCells(row, section).values()].map(cleanText);
}

function choose(
  sheet: Sheet,
  section: Section,
  rows: readonly CleanRow[],
  paper: Paper,
): ChosenColumns {
  const cells = rows.map((row) => paperCells(row, section));
  const sample = new Map(
    section.columns.map((name) => [name, cells.map((one) => cleanText(one.get(name) ?? ""))]),
  );
  return chooseColumns(section.kind, section.columns, sample, sheet.measure({ size: 8.6 }), paper);
}

function writeHeading(sheet: Sheet, label: string): void {
  ensureRoom(sheet, 90);
  writeParagraph(sheet, label, { size: 14.5, leading: 20, bold: true }, { tag: "H2" });
  sheet.y += 6;
}

function beginTable(sheet: Sheet, section: Section, chosen: ChosenColumns): Table {
  if (sheet.orientation !== chosen.orientation) sheet.addPage(chosen.orientation);
  writeHeading(sheet, section.kind.label);
  const table = new Table(sheet, chosen.columns, `${section.kind.label}, continued`);
  table.writeHead();
  return table;
}

function writeRow(table: Table, row: CleanRow, section: Section, chosen: ChosenColumns): void {
  const cells = paperCells(row, section);
  const below = chosen.below.flatMap((name) => {
    const text = cells.get(name) ?? "";
    return text === "" ? [] : [{ label: section.kind.fields[name]?.label ?? name, text }];
  });
  table.writeRow({ cells: chosen.inTable.map((name) => cells.get(name) ?? ""), below }, "Record");
}

async function writeThreads(sheet: Sheet, section: Section): Promise<void> {
  if (sheet.orientation !== "portrait") sheet.addPage("portrait");
  writeHeading(sheet, section.kind.label);
  let any = false;
  for await (const batch of section.batches) {
    for (const row of batch) {
      any = true;
      await writeThread(sheet, row, section);
    }
  }
  if (!any) writeParagraph(sheet, "No records.", body);
  sheet.y += 14;
}

async function writeThread(sheet: Sheet, row: CleanRow, section: Section): Promise<void> {
  const { title, facts } = threadHead(row, section);
  const messages: readonly unknown[] = Array.isArray(row["messages"]) ? row["messages"] : [];
  const shown = messages.filter(isMessage);
  const texts = shown.flatMap(({ author, role, text }) => [author ?? role, text]);
  await sheet.fonts.prepare([title, facts, ...texts].map(cleanText));
  ensureRoom(sheet, 70);
  sheet.mark("Record");
  writeParagraph(sheet, title, { size: 11, leading: 15, bold: true }, { tag: "H3" });
  if (facts !== "") writeParagraph(sheet, facts, { ...body, size: 8.6, leading: 12 });
  for (const { author, role, sent_at: sentAt, text } of shown) {
    ensureRoom(sheet, 34);
    sheet.y += 5;
    const at = sentAt === undefined ? "" : `, ${paperText(sentAt, instant)}`;
    writeParagraph(sheet, `${author ?? role}${at}`, { size: 8.6, leading: 12, color: ink.third });
    writeParagraph(sheet, text, { size: 9.4, leading: 13 }, { x: sheet.left + 10 });
  }
  sheet.y += 10;
  sheet.rule(sheet.left, sheet.right, sheet.y);
  sheet.y += 8;
}

const instant = { type: "instant", sensitivity: "plain", label: "" } as const;
