import type { ExportDocument, Section } from "../../formats/contract.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { RelationNames } from "../relation-names.ts";
import { groupCounts, groupField, groupLabel, rowGroups } from "../row-groups.ts";
import { cleanText } from "./clean-text.ts";
import { prepareCover, writeCover } from "./cover.ts";
import { ink } from "./ink.ts";
import { ensureRoom, writeParagraph } from "./paragraph.ts";
import type { Orientation, Paper, Sheet } from "./sheet.ts";
import { SectionTable } from "./section-table.ts";
import { Table } from "./table.ts";
import { writeThread } from "./thread.ts";

const body = { size: 9.4, leading: 13.5, color: ink.second } as const;

/** Tables and threads, one section after the other, behind a head with totals. */
export class Listing {
  readonly #sheet: Sheet;
  readonly #document: ExportDocument;
  readonly #paper: Paper;
  readonly #names = new RelationNames();
  #begun: boolean;

  /** @param begun pages stand already, and there is to be no head. */
  constructor(sheet: Sheet, document: ExportDocument, paper: Paper, begun: boolean) {
    this.#sheet = sheet;
    this.#document = document;
    this.#paper = paper;
    this.#begun = begun;
  }

  /** Learns names that later sections refer to, from records that stand elsewhere. */
  learn(rows: readonly CleanRow[], section: Section): void {
    for (const row of rows) this.#names.learn(row, section);
  }

  async write(section: Section): Promise<void> {
    await prepareCover(this.#sheet, this.#document);
    const by = groupField(section, this.#document.group, "count");
    if (by !== undefined) await this.#writeCounts(section, by);
    else if (section.kindId === "conversations" && section.columns.includes("messages")) {
      await this.#writeThreads(section);
    } else await this.#writeTable(section);
    this.#sheet.y += 14;
  }

  /** The head alone, where there is no section. */
  async finish(): Promise<void> {
    await prepareCover(this.#sheet, this.#document);
    if (!this.#begun) this.#turnTo("portrait");
  }

  /** The first section decides how the first page lies. */
  #turnTo(orientation: Orientation): void {
    if (!this.#begun) writeCover(this.#sheet, this.#document, orientation);
    else if (this.#sheet.orientation !== orientation) this.#sheet.addPage(orientation);
    this.#begun = true;
  }

  #writeHeading(section: Section): void {
    const style = { size: 14.5, leading: 20, bold: true };
    ensureRoom(this.#sheet, 90);
    writeParagraph(this.#sheet, section.kind.label, style, { tag: "H2" });
    this.#sheet.y += 6;
  }

  #writeEmpty(section: Section): void {
    this.#turnTo(this.#begun ? this.#sheet.orientation : "portrait");
    this.#writeHeading(section);
    writeParagraph(this.#sheet, "No records.", body);
  }

  async #writeTable(section: Section): Promise<void> {
    const table = new SectionTable(this.#sheet, section, this.#paper, this.#names, (chosen) => {
      this.#turnTo(chosen.orientation);
      this.#writeHeading(section);
    });
    for await (const group of rowGroups(section, this.#document.group)) await table.write(group);
    if (!table.end()) this.#writeEmpty(section);
  }

  async #writeThreads(section: Section): Promise<void> {
    let any = false;
    for await (const { heading, batches } of rowGroups(section, this.#document.group)) {
      if (heading !== undefined) await this.#sheet.fonts.prepare([cleanText(heading)]);
      let named = heading === undefined;
      for await (const batch of batches) {
        for (const row of batch) {
          if (!any) {
            this.#turnTo("portrait");
            this.#writeHeading(section);
          }
          any = true;
          if (!named) writeParagraph(this.#sheet, heading ?? "", { ...body, bold: true });
          named = true;
          this.#names.learn(row, section);
          await writeThread(this.#sheet, row, section);
        }
      }
    }
    if (!any) this.#writeEmpty(section);
  }

  async #writeCounts(section: Section, by: string): Promise<void> {
    const counts = await groupCounts(section, by, this.#names);
    await this.#sheet.fonts.prepare(counts.map(({ heading }) => cleanText(heading)));
    this.#turnTo("portrait");
    this.#sheet.mark("Summary");
    this.#writeHeading(section);
    const table = new Table(this.#sheet, [
      { head: groupLabel(section, by), width: 260, bold: true },
      { head: "Records", width: 80, align: "right" },
    ]);
    table.writeHead();
    for (const { heading, count } of counts) table.writeRow({ cells: [heading, String(count)] });
    table.end();
  }
}
