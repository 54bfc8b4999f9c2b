import type { TextStyle } from "./ink.ts";
import { ink } from "./ink.ts";
import type { KitElement } from "./kit.ts";
import type { Sheet } from "./sheet.ts";
import type { RowMeasures, TableColumn, TableRow, WrappedRow } from "./table-row.ts";
import { RowPen, usualMeasures } from "./table-row.ts";

/** Head, continuation line and some room: what a page of rows cannot use. */
const headRoom = 110;
/** Up to here every cell is tagged; beyond, a row is a paragraph, or the file would be mostly tags. */
const taggedCells = 4000;

/** Rows under repeated heads. Cells wrap, rows do not split unless one is taller than a page. */
export class Table {
  readonly #sheet: Sheet;
  readonly #pen: RowPen;
  readonly #continued: string | undefined;
  readonly #measures: RowMeasures;
  #element: KitElement;
  #asParagraphs = false;
  #cells = 0;

  /** @param continued what the table shows, repeated above the heads of further pages. */
  constructor(
    sheet: Sheet,
    columns: readonly TableColumn[],
    continued?: string,
    measures = usualMeasures,
  ) {
    this.#sheet = sheet;
    this.#pen = new RowPen(sheet, columns, measures);
    this.#measures = measures;
    this.#continued = continued;
    this.#element = sheet.group("Table");
  }

  end(): void {
    this.#element.end();
  }

  writeHead(): void {
    const row = this.#sheet.group("TR", this.#element);
    for (let at = 0; at < this.#pen.columns; at += 1) {
      this.#sheet.tag("TH", () => this.#pen.drawHead(at), row);
    }
    row.end();
    this.#closeHead();
  }

  #closeHead(): void {
    const sheet = this.#sheet;
    sheet.y += this.#pen.headHeight + 4;
    sheet.rule(sheet.left, sheet.right, sheet.y, ink.text, 0.8);
  }

  /** Begins a page with the heads again, which a screen reader has already read. */
  continuePage(): void {
    const sheet = this.#sheet;
    sheet.addPage(sheet.orientation);
    sheet.decorate(() => {
      if (this.#continued !== undefined) {
        sheet.text(this.#continued, sheet.left, sheet.y + 8, { size: 8.6, color: ink.third });
        sheet.y += 18;
      }
      for (let at = 0; at < this.#pen.columns; at += 1) this.#pen.drawHead(at);
    });
    this.#closeHead();
  }

  writeRow(row: TableRow, mark?: "Record"): void {
    const sheet = this.#sheet;
    const { padding, leading } = this.#measures;
    const wrapped = this.#pen.wrap(row);
    const height = (wrapped.lines + wrapped.below.length) * leading + 2 * padding;
    const room = sheet.bottom - sheet.y;
    const splits = height > sheet.bottom - headRoom;
    if (height > room && (!splits || room < 4 * leading)) this.continuePage();
    if (mark !== undefined) sheet.mark(mark);
    this.#count(wrapped.cells.length);
    sheet.y += padding;
    if (this.#asParagraphs) this.#writeParagraph(wrapped);
    else this.#writeCells(wrapped);
    sheet.y += padding;
    sheet.rule(sheet.left, sheet.right, sheet.y);
  }

  #count(cells: number): void {
    this.#cells += cells;
    if (this.#asParagraphs || this.#cells <= taggedCells) return;
    this.#asParagraphs = true;
    this.#element.end();
    this.#element = this.#sheet.group("Div");
  }

  #writeParagraph(row: WrappedRow): void {
    this.#sheet.tag(
      "P",
      () => {
        this.#pen.drawAcross(row);
        this.#pen.drawBelow(row);
      },
      this.#element,
    );
  }

  #writeCells(row: WrappedRow): void {
    const sheet = this.#sheet;
    const element = sheet.group("TR", this.#element);
    const { leading } = this.#measures;
    if (sheet.y + row.lines * leading > sheet.bottom) {
      sheet.tag("TD", () => this.#pen.drawAcross(row), element);
    } else {
      for (const at of row.cells.keys()) {
        sheet.tag("TD", () => this.#pen.drawCell(row, at), element);
      }
      sheet.y += row.lines * leading;
    }
    if (row.below.length > 0) sheet.tag("TD", () => this.#pen.drawBelow(row), element);
    element.end();
  }

  /** The head of a group of rows: a name, its count, and a stronger rule. */
  writeGroup(label: string, count: string, x = this.#sheet.left): void {
    const sheet = this.#sheet;
    const row = sheet.group("TR", this.#element);
    const name: TextStyle = { size: 9.4, bold: true };
    sheet.tag(
      "TH",
      () => {
        sheet.text(label, x, sheet.y + 9.4, name);
        const shift = sheet.measure(name)(`${label} `) + 3;
        sheet.text(count, x + shift, sheet.y + 9.4, { size: 8.6, color: ink.third });
      },
      row,
    );
    row.end();
    sheet.y += 16;
    sheet.rule(sheet.left, sheet.right, sheet.y, ink.strong, 0.7);
  }
}
