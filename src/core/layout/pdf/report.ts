import type { ReportModel } from "../report-model.ts";
import { drawBars, drawWeeks } from "./charts.ts";
import type { TextStyle } from "./ink.ts";
import { ink } from "./ink.ts";
import { ensureRoom, writeParagraph } from "./paragraph.ts";
import { drawGlyph } from "./glyph.ts";
import type { Sheet } from "./sheet.ts";
import { Table } from "./table.ts";
import { wrapText } from "./wrap-text.ts";

const body = { size: 9.4, leading: 13.5, color: ink.second } as const;
const sectionTitle = { size: 11.8, leading: 15, bold: true } as const;

/** The report for somebody else (look.md, Documents): figures, funnel, weeks and sources, then what is open. */
export function writeReport(sheet: Sheet, model: ReportModel): void {
  sheet.addPage();
  sheet.mark("Summary");
  writeTitle(sheet, model);
  writeFigures(sheet, model);
  writeSection(sheet, "How far they came", model.funnel.sentence, 130);
  drawBars(sheet, model.funnel.bars);
  if (model.weeks.bars.length > 0) {
    writeSection(sheet, "Applications a week", model.weeks.sentence, 130);
    drawWeeks(sheet, model.weeks.bars, model.weeks.goal);
  }
  if (model.sources.rows.length > 0) writeSources(sheet, model);
  writeAbout(sheet, model.about);
  // A page of its own, unless most of this one is free.
  if (sheet.y > sheet.bottom / 2) sheet.addPage();
  writeOpen(sheet, model);
  writeQuestions(sheet);
}

function writeTitle(sheet: Sheet, model: ReportModel): void {
  writeParagraph(sheet, model.date, { ...body, leading: 12 });
  sheet.y += 4;
  writeParagraph(sheet, model.title, { size: 21, leading: 26, bold: true }, { tag: "H1" });
  writeParagraph(sheet, model.period, { ...body, size: 10.4, leading: 17 });
  sheet.y += 17;
}

function writeFigures(sheet: Sheet, { figures }: ReportModel): void {
  const step = sheet.width / figures.length;
  const top = sheet.y;
  sheet.rule(sheet.left, sheet.right, top, ink.text, 1.1);
  for (const [at, { big, small }] of figures.entries()) {
    const x = sheet.left + at * step + (at === 0 ? 0 : 11);
    sheet.tag("P", () => {
      sheet.text(big, x, top + 27, { size: 18, bold: true });
      sheet.text(small[0], x, top + 41, { size: 8.6, color: ink.second });
      sheet.text(small[1], x, top + 54, { size: 8.6, color: ink.second });
    });
  }
  sheet.decorate(() => {
    sheet.kit.lineWidth(0.5).strokeColor(ink.line);
    for (let at = 1; at < figures.length; at += 1) {
      const x = sheet.left + at * step;
      sheet.kit
        .moveTo(x, top + 0.5)
        .lineTo(x, top + 68)
        .stroke();
    }
  });
  sheet.y = top + 68;
  sheet.rule(sheet.left, sheet.right, sheet.y);
  sheet.y += 20;
}

function writeSection(sheet: Sheet, title: string, sentence: string, room: number): void {
  ensureRoom(sheet, room);
  writeParagraph(sheet, title, sectionTitle, { tag: "H2" });
  sheet.y += 2;
  if (sentence !== "") writeParagraph(sheet, sentence, body);
  sheet.y += 7;
}

function writeSources(sheet: Sheet, { sources }: ReportModel): void {
  writeSection(sheet, "Replies by source", sources.sentence, 80);
  const rest = sheet.width - 150;
  const table = new Table(sheet, [
    { head: "Source", width: 150, bold: true },
    { head: "Applications", width: rest * 0.22, align: "right" },
    { head: "Replies", width: rest * 0.22, align: "right" },
    { head: "Rate", width: rest * 0.2, align: "right" },
    { head: "Half answered within", width: rest * 0.36, align: "right", color: ink.second },
  ]);
  table.writeHead();
  for (const { source, applications, replies, rate, within } of sources.rows) {
    table.writeRow({ cells: [source, String(applications), String(replies), rate, within] });
  }
  table.end();
  sheet.y += 16;
}

function writeAbout(sheet: Sheet, about: string): void {
  const style: TextStyle = { size: 8.6, color: ink.second };
  const lead: TextStyle = { size: 8.6, bold: true };
  const head = "About names. ";
  const width = sheet.width - 20;
  const lines = wrapText(head + about, width, sheet.measure(style));
  const height = lines.length * 12 + 18;
  ensureRoom(sheet, height);
  const top = sheet.y;
  sheet.decorate(() => {
    sheet.kit.fillColor(ink.sunken).roundedRect(sheet.left, top, sheet.width, height, 4).fill();
  });
  sheet.tag("P", () => {
    for (const [at, line] of lines.entries()) {
      const baseline = top + 17 + at * 12;
      const x = sheet.left + 10;
      const words = at === 0 ? line.slice(head.length) : line;
      if (at === 0) sheet.text(head.trim(), x, baseline, lead);
      const shift = at === 0 ? sheet.measure(lead)(head) : 0;
      sheet.text(words, x + shift, baseline, style);
    }
  });
  sheet.y = top + height + 14;
}

function writeOpen(sheet: Sheet, { open }: ReportModel): void {
  writeParagraph(
    sheet,
    "Open applications",
    { size: 14.5, leading: 20, bold: true },
    { tag: "H2" },
  );
  writeParagraph(sheet, open.sentence, { ...body, leading: 15 });
  sheet.y += 9;
  if (open.groups.length === 0) return;
  const table = new Table(
    sheet,
    [
      { head: "Applied", width: 48 },
      { head: "Company", width: 96, bold: true },
      { head: "Title", width: 122 },
      { head: "Where it stands", width: sheet.width - 266, color: ink.second },
    ],
    "Open applications, continued",
  );
  table.writeHead();
  for (const group of open.groups) {
    if (sheet.y + 50 > sheet.bottom) table.continuePage();
    sheet.y += 9;
    sheet.decorate(() => drawGlyph(sheet, group.glyph, sheet.left + 5, sheet.y + 6));
    table.writeGroup(group.label, group.count, sheet.left + 16);
    for (const { applied, company, title, stands } of group.rows) {
      table.writeRow({ cells: [applied, company, title, stands] });
    }
  }
  table.end();
  sheet.y += 22;
}

/** Three empty lines for answers by hand. */
function writeQuestions(sheet: Sheet): void {
  const line = 25;
  ensureRoom(sheet, 3 * line + 30);
  writeParagraph(sheet, "Questions for you", sectionTitle, { tag: "H2" });
  sheet.y += 6;
  sheet.decorate(() => {
    const { kit, left, right, width, y } = sheet;
    kit
      .lineWidth(0.7)
      .strokeColor(ink.line)
      .roundedRect(left, y, width, 3 * line, 4)
      .stroke();
    for (const at of [1, 2])
      kit
        .moveTo(left, y + at * line)
        .lineTo(right, y + at * line)
        .stroke();
  });
  sheet.y += 3 * line + 26;
}
