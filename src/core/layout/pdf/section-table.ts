import type { Section } from "../../formats/contract.ts";
import type { RelationNames } from "../relation-names.ts";
import type { RowGroup } from "../row-groups.ts";
import type { ChosenColumns } from "./choose-columns.ts";
import { chooseColumns } from "./choose-columns.ts";
import { cleanText } from "./clean-text.ts";
import { paperCells } from "./paper-text.ts";
import type { Paper, Sheet } from "./sheet.ts";
import { Table } from "./table.ts";

/** Rows that decide the columns; the same whatever the size of batches. */
const sampleRows = 200;

/** The table of one section: its columns are chosen when the first rows have been seen. */
export class SectionTable {
  readonly #sheet: Sheet;
  readonly #section: Section;
  readonly #paper: Paper;
  readonly #names: RelationNames;
  readonly #onBegin: (chosen: ChosenColumns) => void;
  #table: Table | undefined;
  #chosen: ChosenColumns | undefined;
  #waiting: ReadonlyMap<string, string>[] = [];

  constructor(
    sheet: Sheet,
    section: Section,
    paper: Paper,
    names: RelationNames,
    onBegin: (chosen: ChosenColumns) => void,
  ) {
    this.#sheet = sheet;
    this.#section = section;
    this.#paper = paper;
    this.#names = names;
    this.#onBegin = onBegin;
  }

  async write({ heading, count, batches }: RowGroup): Promise<void> {
    if (heading !== undefined) await this.#sheet.fonts.prepare([cleanText(heading)]);
    let named = heading === undefined;
    for await (const batch of batches) {
      for (const row of batch) this.#names.learn(row, this.#section);
      const cells = batch.map((row) => paperCells(row, this.#section, this.#names));
      await this.#sheet.fonts.prepare(cells.flatMap((one) => [...one.values()].map(cleanText)));
      for (const one of cells) {
        this.#waiting.push(one);
        if (this.#chosen === undefined && this.#waiting.length < sampleRows) continue;
        this.#flush(named ? undefined : heading, count);
        named = true;
      }
    }
    // Rows of one group are not to stand under the heading of the next one.
    if (heading !== undefined && this.#waiting.length > 0)
      this.#flush(named ? undefined : heading, count);
  }

  /** False where there was no row at all. */
  end(): boolean {
    if (this.#waiting.length > 0) this.#flush(undefined, undefined);
    this.#table?.end();
    return this.#table !== undefined;
  }

  #flush(heading: string | undefined, count: number | undefined): void {
    const { columns, kind } = this.#section;
    this.#chosen ??= this.#choose();
    if (this.#table === undefined) {
      this.#onBegin(this.#chosen);
      this.#table = new Table(this.#sheet, this.#chosen.columns, `${kind.label}, continued`);
      this.#table.writeHead();
    }
    if (heading !== undefined) {
      if (this.#sheet.y + 50 > this.#sheet.bottom) this.#table.continuePage();
      this.#sheet.y += 6;
      this.#table.writeGroup(cleanText(heading), String(count ?? 0));
    }
    const { inTable, below } = this.#chosen;
    for (const cells of this.#waiting) {
      const facts = columns
        .filter((name) => below.includes(name) && cells.get(name) !== "")
        .map((name) => ({ label: kind.fields[name]?.label ?? name, text: cells.get(name) ?? "" }));
      const row = { cells: inTable.map((name) => cells.get(name) ?? ""), below: facts };
      this.#table.writeRow(row, "Record");
    }
    this.#waiting = [];
  }

  #choose(): ChosenColumns {
    const { columns, kind } = this.#section;
    const sample = new Map(
      columns.map((name) => [name, this.#waiting.map((one) => cleanText(one.get(name) ?? ""))]),
    );
    const measure = this.#sheet.measure({ size: 8.6 });
    return chooseColumns(kind, columns, sample, measure, this.#paper);
  }
}
