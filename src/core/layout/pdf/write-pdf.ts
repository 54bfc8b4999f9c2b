import type { Bytes, ExportDocument, Section } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import type { KindId } from "../../records/any-kind.ts";
import { privacyWords } from "../document-head.ts";
import { reportModel } from "../report-model.ts";
import { workSearchModel } from "../work-search-model.ts";
import { cleanText } from "./clean-text.ts";
import { FontSet } from "./font-set.ts";
import { millimetre } from "./ink.ts";
import { openKit } from "./kit.ts";
import { Listing } from "./listing.ts";
import { writeReport } from "./report.ts";
import { Sheet } from "./sheet.ts";
import type { Paper } from "./sheet.ts";
import { writeWorkSearch } from "./work-search.ts";

/** Every text of the document in any script; the layout follows its template. */
export async function* writePdf(document: ExportDocument): AsyncGenerator<Bytes> {
  const paper: Paper = document.options?.["paper"] === "letter" ? "letter" : "a4";
  const title = cleanText(document.title);
  const { kit, finish } = await openKit({
    title,
    language: document.language,
    madeAt: new Date(document.exportInfo.timestamp),
  });
  const fonts = await FontSet.open(kit, document.language);
  const log = document.template === "work-search";
  const sheet = new Sheet(kit, fonts, {
    paper,
    margins: { side: (log ? 15 : 20) * millimetre, top: (log ? 12 : 18) * millimetre },
    foot: `${title} · ${privacyWords(document.exportInfo.privacy_level)}`,
  });
  await fonts.prepare([title]);
  const special = specialLayouts.get(document.template ?? "");
  let listing: Listing | undefined;
  for await (const section of document.sections) {
    if (listing === undefined && special?.kind === section.kindId) {
      const rows = await gather(section);
      await special.write(sheet, document, rows);
      listing = new Listing(sheet, document, paper, true);
      listing.learn(rows, section);
    } else {
      listing ??= new Listing(sheet, document, paper, false);
      await listing.write(section);
    }
  }
  await (listing ?? new Listing(sheet, document, paper, false)).finish();
  sheet.finish();
  yield* finish();
}

interface SpecialLayout {
  readonly kind: KindId;
  write(sheet: Sheet, document: ExportDocument, rows: readonly CleanRow[]): Promise<void>;
}

/** Templates whose first kind has a layout of its own. */
const specialLayouts: ReadonlyMap<string, SpecialLayout> = new Map<string, SpecialLayout>([
  ["sharing", { kind: "applications", write: writeReportOf }],
  ["work-search", { kind: "activities", write: writeLogOf }],
]);

async function gather(section: Section): Promise<readonly CleanRow[]> {
  const rows: CleanRow[] = [];
  for await (const batch of section.batches) rows.push(...batch);
  return rows;
}

async function writeLogOf(
  sheet: Sheet,
  document: ExportDocument,
  rows: readonly CleanRow[],
): Promise<void> {
  const model = workSearchModel(document, rows);
  const texts = [
    ...model.facts.map(({ text }) => text),
    ...model.weeks.flatMap((week) => week.rows.flatMap((row) => Object.values(row).map(String))),
    model.foot,
  ];
  await sheet.fonts.prepare(texts.map(cleanText));
  sheet.foot = cleanText(model.foot);
  writeWorkSearch(sheet, model);
}

async function writeReportOf(
  sheet: Sheet,
  document: ExportDocument,
  rows: readonly CleanRow[],
): Promise<void> {
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
