import type { Bytes, ExportDocument, Section } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { privacyWords } from "../document-head.ts";
import { reportModel } from "../report-model.ts";
import { cleanText } from "./clean-text.ts";
import { FontSet } from "./font-set.ts";
import { millimetre } from "./ink.ts";
import { kitBytes, openKit } from "./kit.ts";
import { writeCover, writeSection } from "./listing.ts";
import { writeReport } from "./report.ts";
import { Sheet } from "./sheet.ts";
import type { Paper } from "./sheet.ts";

/** Every text of the document in any script; the layout follows its template. */
export async function* writePdf(document: ExportDocument): AsyncGenerator<Bytes> {
  const paper: Paper = document.options?.["paper"] === "letter" ? "letter" : "a4";
  const title = cleanText(document.title);
  const kit = await openKit({
    title,
    language: document.language,
    madeAt: new Date(document.exportInfo.timestamp),
  });
  const fonts = await FontSet.open(kit, document.language);
  const sheet = new Sheet(kit, fonts, {
    paper,
    margins: { side: 20 * millimetre, top: 18 * millimetre },
    foot: `${title} · ${privacyWords(document.exportInfo.privacy_level)}`,
  });
  await fonts.prepare([title]);
  let begun = false;
  for await (const section of document.sections) {
    if (document.template === "sharing" && section.kindId === "applications" && !begun) {
      await writeReportSection(sheet, document, section);
    } else {
      if (!begun) await writeCover(sheet, document);
      await writeSection(sheet, section, paper);
    }
    begun = true;
  }
  if (!begun) await writeCover(sheet, document);
  sheet.finish();
  yield* kitBytes(kit);
}

async function writeReportSection(
  sheet: Sheet,
  document: ExportDocument,
  section: Section,
): Promise<void> {
  const rows: CleanRow[] = [];
  for await (const batch of section.batches) rows.push(...batch);
  const model = reportModel(document, rows);
  const texts = [
    ...model.sources.rows.map(({ source }) => source),
    ...model.open.groups.flatMap(({ label, rows: open }) => [
      label,
      ...open.flatMap(({ company, title, stands }) => [company, title, stands]),
    ]),
  ];
  await sheet.fonts.prepare(texts.map(cleanText));
  writeReport(sheet, model);
}
