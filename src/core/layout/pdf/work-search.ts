import type { WorkSearchModel } from "../work-search-model.ts";
import { ink } from "./ink.ts";
import { ensureRoom, writeParagraph } from "./paragraph.ts";
import type { Sheet } from "./sheet.ts";
import { Table } from "./table.ts";
import { checkMark } from "./table-row.ts";
import { cleanText } from "./clean-text.ts";
import { wrapText } from "./wrap-text.ts";

const small = { size: 7.8, color: ink.second } as const;

/** The log for an employment office (look.md, Documents): weeks, counts, and a place to sign. */
export function writeWorkSearch(sheet: Sheet, model: WorkSearchModel): void {
  sheet.addPage("landscape");
  writeHead(sheet, model);
  const rest = sheet.width - 61 - 59 - 62 - 132 - 92 - 42 - 34;
  const table = new Table(
    sheet,
    [
      { head: "Date", width: 61 },
      { head: "Activity", width: 59 },
      { head: "Employer, address, person, phone", width: rest },
      { head: "How", width: 62 },
      { head: "Position, reference", width: 132 },
      { head: "Result so far", width: 92 },
      { head: "Counts", width: 42 },
      { head: "Proof", width: 34, align: "right" },
    ],
    `${model.title}, continued`,
    { padding: 4.1, leading: 10.5 },
  );
  table.writeHead();
  for (const week of model.weeks) {
    if (sheet.y + 44 > sheet.bottom) table.continuePage();
    sheet.y += 3;
    table.writeGroup(week.label, `· ${week.words}`);
    for (const row of week.rows) {
      const { date, activity, employer, details, how, position, result, counts, proof } = row;
      const where = employer === "" ? details.replace(/^[, ·]+/, "") : `${employer}${details}`;
      const mark = counts ? checkMark : "no";
      const cells = [date, activity, where, how, position, result, mark, proof];
      table.writeRow({ cells, leads: { 2: employer } }, "Record");
    }
  }
  table.end();
  writeSignature(sheet, model);
}

function writeHead(sheet: Sheet, model: WorkSearchModel): void {
  const top = sheet.y;
  writeParagraph(sheet, model.title, { size: 19, leading: 24, bold: true }, { tag: "H1" });
  writeParagraph(sheet, model.period, { size: 9.4, leading: 13, color: ink.second });
  const bottom = sheet.y + 8;
  let right = sheet.right;
  for (const { name, text } of model.facts.toReversed()) {
    const value = cleanText(text);
    const style = { size: 9.2, bold: true } as const;
    // An empty fact leaves a line to write on.
    const width = Math.max(value === "" ? 92 : 0, sheet.measure(style)(value), 40);
    const left = right - width;
    sheet.tag("P", () => {
      sheet.text(name, left, top + 17, small);
      sheet.text(value, left, top + 30, style);
    });
    if (value === "") sheet.rule(left, right, top + 32, ink.strong);
    right = left - 22;
  }
  sheet.y = bottom;
  sheet.rule(sheet.left, sheet.right, sheet.y, ink.text, 0.9);
  sheet.y += 9;
}

function writeSignature(sheet: Sheet, { notes }: WorkSearchModel): void {
  const style = { size: 7.6, color: ink.second } as const;
  const lines = notes.flatMap((note) =>
    wrapText(cleanText(note), sheet.width * 0.44, sheet.measure(style)),
  );
  const height = lines.length * 10.5;
  ensureRoom(sheet, 41 + height);
  sheet.y = Math.max(sheet.y + 34, sheet.bottom - height - 5);
  const place = sheet.left + sheet.width * 0.48;
  const signature = place + 168;
  const line = sheet.y;
  sheet.tag("P", () => {
    for (const [at, words] of lines.entries()) {
      sheet.text(words, sheet.left, line + at * 10.5 + 2, style);
    }
  });
  sheet.rule(place, place + 144, line - 2, ink.text, 0.8);
  sheet.rule(signature, sheet.right, line - 2, ink.text, 0.8);
  sheet.tag("P", () => {
    sheet.text("Place, date", place, line + 10, small);
    sheet.text("Signature", signature, line + 10, small);
  });
}
