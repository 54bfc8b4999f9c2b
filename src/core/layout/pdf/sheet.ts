import type { FontSet } from "./font-set.ts";
import type { TextStyle } from "./ink.ts";
import { ink, millimetre } from "./ink.ts";
import type { Kit, KitElement } from "./kit.ts";
import { PageText, round, toRgb } from "./page-text.ts";
import { readsFromRight, visualOrder } from "./visual-order.ts";
import type { Measure } from "./wrap-text.ts";

export type Paper = "a4" | "letter";
export type Orientation = "portrait" | "landscape";
interface SheetOptions {
  readonly paper: Paper;
  /** Points left and right, and above. */
  readonly margins: { readonly side: number; readonly top: number };
  /** Left part of the foot; the right one says the page. */
  readonly foot: string;
}

const sizes: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};
const footStyle: TextStyle = { size: 7.8, color: ink.third };
/** Height kept free at the bottom for the foot. */
const footHeight = 20 * millimetre;

/** Pages with a cursor. Drawing is in points from the top left; a text stands on its baseline. */
export class Sheet {
  readonly fonts: FontSet;
  readonly #kit: Kit;
  readonly #text: PageText;
  readonly #options: SheetOptions;
  readonly #root: KitElement;
  /** The element whose content is being drawn, over as many pages as it takes. */
  #element: { readonly type: string; readonly element: KitElement } | undefined;
  y = 0;
  /** Left part of the foot of every page. */
  foot: string;

  constructor(kit: Kit, fonts: FontSet, options: SheetOptions) {
    this.#kit = kit;
    this.#text = new PageText(kit, fonts);
    this.fonts = fonts;
    this.#options = options;
    this.foot = options.foot;
    this.#root = kit.struct("Document");
    kit.addStructure(this.#root);
  }

  /** For drawing of every kind; the lines written so far come before it. */
  get kit(): Kit {
    this.#text.flush();
    return this.#kit;
  }

  get orientation(): Orientation {
    return this.#kit.page.width > this.#kit.page.height ? "landscape" : "portrait";
  }

  get left(): number {
    return this.#options.margins.side;
  }

  get width(): number {
    return this.#kit.page.width - 2 * this.#options.margins.side;
  }

  get right(): number {
    return this.left + this.width;
  }

  get bottom(): number {
    return this.#kit.page.height - footHeight;
  }

  /** Begins a page; what is being drawn goes on there. */
  addPage(orientation: Orientation = "portrait"): void {
    const open = this.#element;
    if (open !== undefined) this.kit.endMarkedContent();
    const [short, long] = sizes[this.#options.paper];
    const size = orientation === "portrait" ? [short, long] : [long, short];
    this.kit.addPage({ size: size as unknown as readonly [number, number], margin: 0 });
    this.y = this.#options.margins.top;
    if (open !== undefined) open.element.add(this.kit.markStructureContent(open.type));
  }

  /** Adds a line to the outline that readers show beside the pages; it leads to the cursor. */
  bookmark(title: string): void {
    const { kit } = this;
    // pdfkit takes the left edge as a distance from the right one.
    kit.outline.addItem(title, { top: Math.max(0, this.y - 6), left: kit.page.width });
  }

  /** Draws content that belongs to one element of the document, for screen readers. */
  tag(type: string, draw: () => void, parent: KitElement = this.#root, alt?: string): void {
    const element = this.kit.struct(type, alt === undefined ? {} : { alt });
    parent.add(element);
    this.fill(element, type, draw);
    element.end();
  }

  /** An element that holds others, such as a table. The caller ends it. */
  group(type: string, parent: KitElement = this.#root): KitElement {
    const element = this.kit.struct(type);
    parent.add(element);
    return element;
  }

  fill(element: KitElement, type: string, draw: () => void): void {
    this.#element = { type, element };
    element.add(this.kit.markStructureContent(type));
    draw();
    this.kit.endMarkedContent();
    this.#element = undefined;
  }

  /** Draws what carries no meaning: rules, tracks, boxes. */
  decorate(draw: () => void): void {
    this.kit.markContent("Artifact", { type: "Layout" });
    draw();
    this.kit.endMarkedContent();
  }

  measure(style: TextStyle): Measure {
    const bold = style.bold === true;
    return (text) => this.fonts.unitWidth(text, bold) * style.size;
  }

  /** One line from `x` to the right; a line that reads from the right ends at `x + width` instead. */
  text(line: string, x: number, baseline: number, style: TextStyle, width?: number): void {
    const { size, color = ink.text, bold = false } = style;
    const fromRight = readsFromRight(line);
    let at = x;
    if (fromRight && width !== undefined) at += width - this.measure(style)(line);
    for (const run of visualOrder(line, fromRight)) {
      const pieces = this.fonts.pieces(run.text, bold);
      for (const piece of run.rightToLeft ? pieces.toReversed() : pieces) {
        at += this.#text.add(piece, at, baseline, size, color);
      }
    }
  }

  /** One line that ends at `right`. */
  textRight(line: string, right: number, baseline: number, style: TextStyle): void {
    this.text(line, right - this.measure(style)(line), baseline, style);
  }

  rule(x1: number, x2: number, y: number, color: string = ink.line, thickness = 0.5): void {
    const line = `${round(x1)} ${round(y)} m ${round(x2)} ${round(y)} l S`;
    const pen = `${round(thickness)} w ${toRgb(color)} RG`;
    this.kit.addContent(`/Artifact <</Type /Layout>> BDC\nq ${pen} ${line} Q\nEMC`);
  }

  /** A mark in the content that no viewer shows, for whoever reads the file back. */
  mark(name: "Record" | "Summary"): void {
    this.#text.mark(name);
  }

  /** Writes the feet and closes the structure. */
  finish(): void {
    const { start, count } = this.kit.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.kit.switchToPage(page);
      const top = this.kit.page.height - 15 * millimetre;
      this.kit.markContent("Artifact", { type: "Pagination" });
      this.kit.lineWidth(0.5).strokeColor(ink.line);
      this.kit.moveTo(this.left, top).lineTo(this.right, top).stroke();
      this.text(this.foot, this.left, top + 12.5, footStyle);
      const place = `Page ${String(page - start + 1)} of ${String(count)}`;
      this.textRight(place, this.right, top + 12.5, footStyle);
      this.kit.endMarkedContent();
    }
    this.#root.end();
  }
}
