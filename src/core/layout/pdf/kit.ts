import type { Bytes } from "../../formats/contract.ts";

/** What this folder uses of pdfkit 0.20: its own types describe Node streams, which `core` does not know. */
export interface Kit {
  readonly page: {
    readonly width: number;
    readonly height: number;
    /** Fonts that the page refers to, by the name its content uses. */
    readonly fonts: Record<string, object>;
  };
  /** The current font: measures in units of its size. */
  readonly _font: KitFont;
  readonly outline: {
    addItem(title: string, options: { readonly top: number; readonly left: number }): unknown;
  };
  addPage(options: { readonly size: readonly [number, number]; readonly margin: 0 }): Kit;
  switchToPage(index: number): void;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  registerFont(name: string, bytes: Bytes): Kit;
  font(name: string): Kit;
  fontSize(points: number): Kit;
  text(
    text: string,
    x: number,
    y: number,
    options: { readonly lineBreak: false; readonly baseline: "alphabetic" },
  ): Kit;
  fillColor(color: string): Kit;
  strokeColor(color: string): Kit;
  lineWidth(points: number): Kit;
  rect(x: number, y: number, width: number, height: number): Kit;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): Kit;
  circle(x: number, y: number, radius: number): Kit;
  path(svg: string): Kit;
  moveTo(x: number, y: number): Kit;
  lineTo(x: number, y: number): Kit;
  dash(length: number, options: { readonly space: number }): Kit;
  undash(): Kit;
  fill(): Kit;
  stroke(): Kit;
  addContent(operators: string): Kit;
  struct(type: string, options?: KitStructOptions): KitElement;
  addStructure(element: KitElement): Kit;
  markStructureContent(type: string): object;
  markContent(type: "Artifact", options: { readonly type: "Layout" | "Pagination" }): Kit;
  markContent(type: "Span", options: { readonly actual: string }): Kit;
  endMarkedContent(): Kit;
  on(event: "data", listener: (chunk: Uint8Array) => void): Kit;
  on(event: "end", listener: () => void): Kit;
  end(): void;
}

interface KitStructOptions {
  readonly alt?: string;
  readonly scope?: "Column" | "Row";
}

export interface KitElement {
  add(child: object): KitElement;
  end(): void;
}

/** One shaped glyph, in thousandths of the size. */
interface KitPosition {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface KitFont {
  readonly id: string;
  ref(): object;
  /** Shapes a text: hexadecimal codes of its glyphs, and their places. */
  encode(text: string): readonly [readonly string[], readonly KitPosition[]];
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  widthOfString(text: string, size: number): number;
}

interface KitMetadata {
  readonly title: string;
  readonly language: string;
  /** When the file was made: the only clock in it. */
  readonly madeAt: Date;
}

/**
 * A new document: tagged, with its title and language, every page kept until the end, because each one
 * says how many there are. Nothing names a person (look.md, Documents).
 */
export async function openKit({ title, language, madeAt }: KitMetadata): Promise<OpenKit> {
  const { default: PdfDocument } = await import("pdfkit");
  const info = {
    Title: title,
    Producer: "Job Tracker Pro",
    Creator: "Job Tracker Pro",
    CreationDate: madeAt,
    ModDate: madeAt,
  };
  const options = {
    pdfVersion: "1.7",
    lang: language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // The browser build has no standard fonts; ours are registered instead.
    font: null,
    info,
  };
  const Constructor = PdfDocument as unknown as new (options: object) => Kit;
  const kit = new Constructor(options);
  const pieces = new Pieces();
  // Listened to from the start: pdfkit keeps what nobody takes in a list that it empties from the front.
  kit.on("data", (chunk) => {
    pieces.push(chunk);
  });
  const ended = new Promise<void>((resolve) => {
    kit.on("end", resolve);
  });
  return {
    kit,
    async *finish() {
      kit.end();
      await ended;
      yield* pieces.take();
    },
  };
}

interface OpenKit {
  readonly kit: Kit;
  /** Ends the document and hands out its bytes. */
  readonly finish: () => AsyncIterable<Bytes>;
}

/** Gathers small chunks into pieces of at least 64 KiB, but for the last. */
class Pieces {
  readonly #whole: Bytes[] = [];
  #waiting: Uint8Array[] = [];
  #size = 0;

  push(chunk: Uint8Array): void {
    this.#waiting.push(chunk);
    this.#size += chunk.length;
    if (this.#size >= 65_536) this.#join();
  }

  take(): readonly Bytes[] {
    if (this.#size > 0) this.#join();
    return this.#whole.splice(0);
  }

  #join(): void {
    const joined = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#waiting) {
      joined.set(part, at);
      at += part.length;
    }
    this.#whole.push(joined);
    this.#waiting = [];
    this.#size = 0;
  }
}
