import type { ExportDocument } from "../../formats/contract.ts";
import { findKind, isKindId } from "../../records/any-kind.ts";
import { documentHead } from "../document-head.ts";
import { sayLongDay } from "../say-date.ts";
import { cleanText } from "./clean-text.ts";
import { ink } from "./ink.ts";
import { writeParagraph } from "./paragraph.ts";
import type { Orientation, Sheet } from "./sheet.ts";

const body = { size: 9.4, leading: 13.5, color: ink.second } as const;

/** Loads the fonts of the first page; drawing itself cannot wait. */
export async function prepareCover(sheet: Sheet, document: ExportDocument): Promise<void> {
  const texts = documentHead(document).map(({ text }) => text);
  await sheet.fonts.prepare([document.title, ...texts].map(cleanText));
}

/** The first page: what the file is, how many records of which kind, and what was left out. */
export function writeCover(
  sheet: Sheet,
  document: ExportDocument,
  orientation: Orientation = "portrait",
): void {
  const { exportInfo } = document;
  sheet.addPage(orientation);
  writeParagraph(sheet, sayLongDay(exportInfo.timestamp.slice(0, 10)), { ...body, leading: 12 });
  sheet.y += 4;
  writeParagraph(sheet, document.title, { size: 21, leading: 26, bold: true }, { tag: "H1" });
  sheet.y += 8;
  writeTotals(sheet, exportInfo.coverage.records);
  for (const { name, text } of documentHead(document).slice(1)) {
    writeParagraph(sheet, `${name}: ${text}`, body);
  }
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
