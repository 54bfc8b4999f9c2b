import { describe, expect, it } from "vitest";
import {
  escapeMarkdown,
  markdownCell,
  markdownLine,
  markdownQuote,
} from "../../../src/core/escape/markdown.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";

/** What CommonMark makes of backslash escapes (section 2.4). */
const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
/** Signs that would still begin inline markup, outside escapes. */
const bare = (text: string): string => text.replace(/\\[!-/:-@[-`{-~]/g, "");

describe("Markdown escaping", () => {
  it("renders as the text itself, in one line", () => {
    for (const text of hostileTexts) {
      const shown = unescape(escapeMarkdown(text));
      const wanted = text
        .toWellFormed()
        .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, " ")
        .replaceAll("\t", " ")
        .replace(/\p{Cc}/gu, "\ufffd");
      expect(shown).toBe(wanted.trim());
    }
  });

  it("leaves nothing that could begin an element, a link or an entity", () => {
    for (const text of hostileTexts) {
      const rest = bare(escapeMarkdown(text));
      expect(rest).not.toMatch(/[`*_[\]<>|~#$^@\\]|&#?\w+;/);
      expect(rest).not.toMatch(/https?:|www\.|:\/\//i);
      expect(bare(markdownLine(text))).not.toMatch(/^(?:[-+=]|\d+[.)])/);
    }
  });

  it("keeps ordinary words readable", () => {
    for (const text of [
      "Senior Analyst - remote (Berlin), 60.000 EUR, 10:30",
      "2026-11-25",
      "A & B",
    ]) {
      expect(markdownLine(text)).toBe(text);
    }
  });

  it("keeps a cell in its row and a quote in its lines", () => {
    expect(markdownCell("a | b\r\n\nc")).toBe("a \\| b /  / c");
    expect(markdownQuote("a\n# b\n\n- c")).toBe("> a\\\n> \\# b\n>\n> \\- c");
  });
});
