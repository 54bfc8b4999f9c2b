import type { KitFont } from "./kit.ts";

/** A text in one font: the operand of a `TJ` operator, and its width at a size of one point. */
export interface ShownText {
  readonly glyphs: string;
  readonly width: number;
  /** Marks that sit off the line, as in vowel signs: these have to be placed one by one. */
  readonly offset: boolean;
}

const maxCachedWords = 40_000;

/**
 * Shapes word by word and remembers words, because the same ones come back in every row: placing 40,000
 * cells costs a quarter of what shaping them anew would.
 */
export class WordShaper {
  readonly #font: KitFont;
  readonly #words = new Map<string, ShownText>();

  constructor(font: KitFont) {
    this.#font = font;
  }

  show(text: string): ShownText {
    if (!text.includes(" ")) return this.#word(text);
    let glyphs = "";
    let width = 0;
    let offset = false;
    let from = 0;
    while (from < text.length) {
      const blank = text.indexOf(" ", from);
      const to = blank < 0 ? text.length : blank + 1;
      const word = this.#word(text.slice(from, to));
      glyphs += word.glyphs;
      width += word.width;
      offset ||= word.offset;
      from = to;
    }
    return { glyphs, width, offset };
  }

  #word(word: string): ShownText {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    if (this.#words.size >= maxCachedWords) this.#words.clear();
    const shown = this.#shape(word);
    this.#words.set(word, shown);
    return shown;
  }

  #shape(word: string): ShownText {
    const [codes, positions] = this.#font.encode(word);
    let glyphs = "";
    let run = "";
    let width = 0;
    let offset = false;
    for (const [at, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
      run += codes[at] ?? "";
      width += xAdvance;
      offset ||= xOffset !== 0 || yOffset !== 0;
      if (xAdvance === advanceWidth) continue;
      // `TJ` moves left by thousandths of the size (ISO 32000-1, 9.4.3).
      glyphs += `<${run}>${String(Math.round((advanceWidth - xAdvance) * 100) / 100)}`;
      run = "";
    }
    if (run !== "") glyphs += `<${run}>`;
    return { glyphs, width: width / 1000, offset };
  }
}
