import { describe, expect, it } from "vitest";
import { visualOrder } from "../../../src/core/layout/pdf/visual-order.ts";
import { wrapText } from "../../../src/core/layout/pdf/wrap-text.ts";
import { cleanText } from "../../../src/core/layout/pdf/clean-text.ts";

const letters = (text: string): number => text.length;
const shown = (line: string, fromRight: boolean): readonly string[] =>
  visualOrder(line, fromRight)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== "");

describe("breaking lines", () => {
  it("breaks at blanks and behind hyphens and slashes", () => {
    expect(wrapText("one two-three four/five", 9, letters)).toEqual([
      "one two-",
      "three",
      "four/five",
    ]);
  });

  it("keeps the line ends of the text", () => {
    expect(wrapText("a\n\nb", 9, letters)).toEqual(["a", "", "b"]);
  });

  it("cuts a word that is wider than a line, and loses no letter of it", () => {
    const lines = wrapText(`ab ${"x".repeat(25)}`, 10, letters);
    expect(lines.every((line) => line.length <= 10)).toBe(true);
    expect(lines.join("").replace(/\s/g, "")).toBe(`ab${"x".repeat(25)}`);
  });

  it("breaks between ideographs but not before a full stop", () => {
    expect(wrapText("北京字节。跳动", 4, letters)).toEqual(["北京字", "节。跳动"]);
  });
});

describe("order of right-to-left lines", () => {
  it("puts words from right to left and keeps numbers and Latin words as they are", () => {
    expect(shown("אב גד 42 ABC", true)).toEqual(["ABC", "42", "גד", "אב"]);
    expect(shown("abc אב גד 42", false)).toEqual(["abc ", "42", "גד", "אב"]);
  });

  it("mirrors brackets in a right-to-left stretch", () => {
    expect(shown("(אב)", true).join("")).toContain("(");
    expect(visualOrder("(אב)", true)[0]?.text).toBe(")אב(");
  });

  it("leaves other lines untouched", () => {
    expect(visualOrder("plain (text) 42", false)).toEqual([
      { text: "plain (text) 42", rightToLeft: false },
    ]);
  });
});

describe("texts for paper", () => {
  it("have no direction overrides, controls or half characters", () => {
    expect(cleanText("a\u202eb\u0000c\ud800d\tz\r\ne\u0301")).toBe("abc\ufffdd z\n\u00e9");
  });
});
