import type { FontPiece, FontSet } from "./font-set.ts";
import type { Kit } from "./kit.ts";

/**
 * Gathers the lines of a page and writes them as one text object: a page of a long table is then a few
 * pieces of content instead of thousands.
 */
export class PageText {
  readonly #kit: Kit;
  readonly #fonts: FontSet;
  #pending = "";
  #font = "";
  #color = "";

  constructor(kit: Kit, fonts: FontSet) {
    this.#kit = kit;
    this.#fonts = fonts;
  }

  /** Adds a stretch at its baseline, in points from the top left; returns its width. */
  add(piece: FontPiece, x: number, y: number, size: number, color: string): number {
    const shown = this.#fonts.show(piece);
    const font = this.#fonts.fontOf(piece.font);
    if (shown === undefined || font === undefined) return 0;
    if (shown.offset) this.#addPlaced(piece, x, y, size, color);
    else {
      const { fonts, height } = this.#kit.page;
      fonts[font.id] ??= font.ref();
      const face = `/${font.id} ${round(size)} Tf\n`;
      if (face !== this.#font) this.#pending += face;
      if (color !== this.#color) this.#pending += `${toRgb(color)} rg\n`;
      this.#font = face;
      this.#color = color;
      this.#pending += `1 0 0 1 ${round(x)} ${round(height - y)} Tm\n[${shown.glyphs}] TJ\n`;
    }
    return shown.width * size;
  }

  /** A mark between the lines that no viewer shows. */
  mark(name: string): void {
    this.#pending += `/${name} MP\n`;
  }

  /** Has to come before anything else is drawn. */
  flush(): void {
    if (this.#pending === "") return;
    const flip = `1 0 0 -1 0 ${round(this.#kit.page.height)} cm`;
    this.#kit.addContent(`q\n${flip}\nBT\n${this.#pending}ET\nQ`);
    this.#pending = "";
    this.#font = "";
    this.#color = "";
  }

  #addPlaced({ font, text }: FontPiece, x: number, y: number, size: number, color: string): void {
    this.flush();
    this.#kit.font(font).fontSize(size).fillColor(color);
    // Shaping reorders vowel signs: without the spelling beside it, nobody could search for the word.
    if (font === "devanagari") this.#kit.markContent("Span", { actual: text });
    this.#kit.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
    if (font === "devanagari") this.#kit.endMarkedContent();
  }
}

/** Hundredths of a point are finer than any printer. */
export function round(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** `#245ac3` → `0.141 0.353 0.765` */
export function toRgb(color: string): string {
  return [1, 3, 5]
    .map((at) => String(Math.round((parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000))
    .join(" ");
}
