import { cleanText } from "./clean-text.ts";
import type { TextStyle } from "./ink.ts";
import { ink } from "./ink.ts";
import type { Sheet } from "./sheet.ts";
import { wrapText } from "./wrap-text.ts";

export interface TableColumn {
  readonly head: string;
  /** Points, the gap to the next column included. */
  readonly width: number;
  readonly align?: "right";
  readonly bold?: true;
  readonly color?: string;
}

/** Cells by column, and further facts in full width below them. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly below?: readonly { readonly label: string; readonly text: string }[];
  /** The beginning of a cell that is set bold, by column. */
  readonly leads?: Readonly<Record<number, string>>;
}

/** Points above and below the lines of a row, and from line to line. */
export interface RowMeasures {
  readonly padding: number;
  readonly leading: number;
}

/** Drawn as a sign, because few fonts have it. */
export const checkMark = "\u2713";

/** A row with its line breaks, ready to be drawn. */
export interface WrappedRow {
  readonly cells: readonly (readonly string[])[];
  /** Lines that the tallest cell takes. */
  readonly lines: number;
  readonly below: readonly BelowLine[];
  readonly leads: Readonly<Record<number, string>>;
}
interface BelowLine {
  readonly head: string;
  readonly shift: number;
  readonly text: string;
}

export const usualMeasures: RowMeasures = { padding: 4.6, leading: 11.3 };
const cellSize = 8.6;
const gap = 8;
const baseline = 8.4;
const indent = 12;
const headStyle: TextStyle = { size: 8, color: ink.second };
const headLeading = 10;

interface Place {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
  readonly style: TextStyle;
}

/** Breaks and draws the cells of one table. */
export class RowPen {
  readonly #sheet: Sheet;
  readonly #places: readonly Place[];
  readonly #heads: readonly (readonly string[])[];
  readonly #leading: number;

  constructor(sheet: Sheet, columns: readonly TableColumn[], measures: RowMeasures) {
    this.#sheet = sheet;
    this.#leading = measures.leading;
    let x = sheet.left;
    this.#places = columns.map(({ width, align, bold, color = ink.text }, at) => {
      const last = at === columns.length - 1;
      const style = { size: cellSize, color, ...(bold === true && { bold }) };
      const place = { x, width: last ? width : width - gap, right: align === "right", style };
      x += width;
      return place;
    });
    this.#heads = columns.map(({ head }, at) =>
      wrapText(head, this.#places[at]?.width ?? 0, sheet.measure(headStyle)),
    );
  }

  get headHeight(): number {
    return Math.max(...this.#heads.map((head) => head.length)) * headLeading;
  }

  get columns(): number {
    return this.#places.length;
  }

  /** Heads stand on a common last line. */
  drawHead(at: number): void {
    const head = this.#heads[at] ?? [];
    const place = this.#places[at];
    if (place === undefined) return;
    const top = this.#sheet.y + this.headHeight - head.length * headLeading;
    for (const [line, text] of head.entries()) {
      this.#drawLine(text, { ...place, style: headStyle }, top + line * headLeading);
    }
  }

  wrap(row: TableRow): WrappedRow {
    const cells = row.cells.map((cell, at) => {
      const text = cleanText(cell).trim();
      const place = this.#places[at];
      if (text === "" || place === undefined) return ["–"];
      const lead = row.leads?.[at] ?? "";
      const wider = lead === "" ? 0 : this.#widening(lead, place.style);
      return wrapText(text, place.width - wider, this.#sheet.measure(place.style));
    });
    return {
      cells,
      leads: row.leads ?? {},
      lines: cells.reduce((most, cell) => Math.max(most, cell.length), 1),
      below: this.#wrapBelow(row),
    };
  }

  /** How much wider a text is in bold. */
  #widening(text: string, style: TextStyle): number {
    const plain = this.#sheet.measure(style)(text);
    return Math.max(0, this.#sheet.measure({ ...style, bold: true })(text) - plain);
  }

  #wrapBelow(row: TableRow): readonly BelowLine[] {
    const measure = this.#sheet.measure({ size: cellSize });
    const width = this.#sheet.width - indent;
    return (row.below ?? []).flatMap(({ label, text }) => {
      const head = `${label}: `;
      const lines = wrapText(head + cleanText(text).trim(), width, measure);
      // The label has its own direction, so that a text that reads from the right keeps its order.
      return lines.map((line, at) =>
        at === 0 && line.startsWith(head)
          ? { head, shift: measure(head), text: line.slice(head.length) }
          : { head: "", shift: 0, text: line },
      );
    });
  }

  drawCell({ cells, leads }: WrappedRow, at: number): void {
    const place = this.#places[at];
    if (place === undefined) return;
    let lead = leads[at] ?? "";
    for (const [line, text] of (cells[at] ?? []).entries()) {
      lead = this.#drawLine(text, place, this.#sheet.y + line * this.#leading, lead);
    }
  }

  /** Draws all cells line by line, so that a row taller than a page goes on where it broke. */
  drawAcross({ cells, lines, leads }: WrappedRow): void {
    const sheet = this.#sheet;
    const left = cells.map((_cell, at) => leads[at] ?? "");
    for (let line = 0; line < lines; line += 1) {
      if (sheet.y + this.#leading > sheet.bottom) sheet.addPage(sheet.orientation);
      for (const [at, cell] of cells.entries()) {
        const text = cell[line];
        const place = this.#places[at];
        if (text === undefined || place === undefined) continue;
        left[at] = this.#drawLine(text, place, sheet.y, left[at] ?? "");
      }
      sheet.y += this.#leading;
    }
  }

  drawBelow({ below }: WrappedRow): void {
    const sheet = this.#sheet;
    const style: TextStyle = { size: cellSize, color: ink.second };
    for (const { head, shift, text } of below) {
      if (sheet.y + this.#leading > sheet.bottom) sheet.addPage(sheet.orientation);
      const x = sheet.left + indent;
      if (head !== "") sheet.text(head, x, sheet.y + baseline, style);
      sheet.text(text, x + shift, sheet.y + baseline, style);
      sheet.y += this.#leading;
    }
  }

  /** Draws a line, its part of the lead in bold; returns what is left of the lead. */
  #drawLine(text: string, place: Place, top: number, lead = ""): string {
    const { x, width, right, style } = place;
    const sheet = this.#sheet;
    const base = top + baseline;
    if (text === checkMark) this.#drawCheck(x, base);
    else if (right) sheet.textRight(text, x + width, base, style);
    else if (lead === "") sheet.text(text, x, base, style, width);
    else {
      const whole = text.startsWith(lead);
      const bold = whole ? lead : lead.startsWith(text) ? text : "";
      const heavy = { ...style, bold: true };
      sheet.text(bold, x, base, heavy);
      sheet.text(text.slice(bold.length), x + sheet.measure(heavy)(bold), base, style);
      return whole || bold === "" ? "" : lead.slice(bold.length).trimStart();
    }
    return lead;
  }

  #drawCheck(x: number, base: number): void {
    const { kit } = this.#sheet;
    kit.markContent("Span", { actual: "yes" });
    kit.lineWidth(0.9).strokeColor(ink.text);
    kit
      .moveTo(x + 1, base - 3)
      .lineTo(x + 3, base - 0.8)
      .lineTo(x + 7, base - 6)
      .stroke();
    kit.endMarkedContent();
  }
}
