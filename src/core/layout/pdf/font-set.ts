import type { FontName } from "./font-files.ts";
import { loadFont } from "./font-files.ts";
import type { Kit, KitFont } from "./kit.ts";
import { fontsFor, isPlain } from "./scripts.ts";
import type { ShownText } from "./shown-text.ts";
import { WordShaper } from "./shown-text.ts";

/** A stretch of text in one font, in logical order. */
export interface FontPiece {
  readonly font: FontName;
  readonly text: string;
}

/** Shown for a character that none of the fonts has. */
const missing = "\ufffd";
const maxCachedWidths = 20_000;
const maxCachedLength = 80;

/** The fonts of one document, loaded as its texts ask for them. */
export class FontSet {
  readonly #kit: Kit;
  readonly #language: string;
  readonly #fonts = new Map<FontName, KitFont>();
  readonly #shapers = new Map<FontName, WordShaper>();
  readonly #widths = { bold: new Map<string, number>(), regular: new Map<string, number>() };

  private constructor(kit: Kit, language: string) {
    this.#kit = kit;
    this.#language = language;
  }

  static async open(kit: Kit, language: string): Promise<FontSet> {
    const set = new FontSet(kit, language);
    await set.#load("latin");
    await set.#load("latin-bold");
    return set;
  }

  async #load(name: FontName): Promise<KitFont> {
    const known = this.#fonts.get(name);
    if (known !== undefined) return known;
    this.#kit.registerFont(name, await loadFont(name));
    const font = this.#kit.font(name)._font;
    this.#fonts.set(name, font);
    this.#shapers.set(name, new WordShaper(font));
    return font;
  }

  /** A stretch in one font as operators of a page, and its width. */
  show({ font, text }: FontPiece): ShownText | undefined {
    return this.#shapers.get(font)?.show(text);
  }

  /** The font of a stretch, for the page that draws with it. */
  fontOf(name: FontName): KitFont | undefined {
    return this.#fonts.get(name);
  }

  /** Loads what these texts need; has to come before they are measured or drawn. */
  async prepare(texts: Iterable<string>): Promise<void> {
    for (const text of texts) {
      if (isPlain(text)) continue;
      const candidates = fontsFor(text, this.#language);
      const letters = new Set(text);
      for (const name of candidates) {
        for (const letter of letters) {
          if (this.#fontOf(letter, candidates) !== undefined) letters.delete(letter);
        }
        if (letters.size > 0) await this.#load(name);
      }
    }
  }

  #fontOf(
    letter: string,
    candidates: readonly FontName[],
    before?: FontName,
  ): FontName | undefined {
    const code = letter.codePointAt(0) ?? 0;
    const has = (name: FontName): boolean =>
      this.#fonts.get(name)?.font.hasGlyphForCodePoint(code) === true;
    // Blanks, digits and marks stay with what they stand next to.
    if (before !== undefined && /[\p{Script=Common}\p{Script=Inherited}]/u.test(letter)) {
      if (has(before)) return before;
    }
    if (has("latin")) return "latin";
    return candidates.find(has);
  }

  /** Splits a text into stretches of one font each. */
  pieces(text: string, bold: boolean): readonly FontPiece[] {
    const latin: FontName = bold ? "latin-bold" : "latin";
    if (isPlain(text)) return text === "" ? [] : [{ font: latin, text }];
    const pieces: { font: FontName; text: string }[] = [];
    const candidates = fontsFor(text, this.#language);
    let before: FontName | undefined;
    for (const letter of text) {
      const found = this.#fontOf(letter, candidates, before);
      const font = found ?? "latin";
      const shown = found === undefined ? missing : letter;
      const last = pieces.at(-1);
      if (last !== undefined && before === font) last.text += shown;
      else pieces.push({ font, text: shown });
      before = font;
    }
    return pieces.map((piece) => (piece.font === "latin" ? { ...piece, font: latin } : piece));
  }

  /** Width in points at a size of one point; words come back often and are remembered. */
  unitWidth(text: string, bold: boolean): number {
    const widths = bold ? this.#widths.bold : this.#widths.regular;
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= maxCachedWidths) widths.clear();
    const width = this.pieces(text, bold).reduce(
      (sum, piece) => sum + (this.show(piece)?.width ?? 0),
      0,
    );
    if (text.length <= maxCachedLength) widths.set(text, width);
    return width;
  }
}
