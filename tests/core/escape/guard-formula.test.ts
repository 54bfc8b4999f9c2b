import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  guardFormula,
  isFormulaLike,
  unguardFormula,
} from "../../../src/core/escape/guard-formula.ts";

const risky = fc.stringMatching(/^'{0,3}[ \u00a0\u200b\ufeff]{0,2}[=+@|%\t\r\n＝＋－＠-].{0,5}$/);

describe("the formula guard", () => {
  it("puts an apostrophe before everything a spreadsheet could calculate", () => {
    for (const text of [
      "=1",
      "+1",
      "-1",
      "@x",
      "|x",
      "%x",
      "\t=1",
      "\r",
      "\n=1",
      "＝1",
      "＠x",
      "\u0000=1",
    ]) {
      expect(guardFormula(text)).toBe(`'${text}`);
    }
    for (const text of [" =1", "\u00a0=1", "\u200b=1", "\ufeff=1", "  \u3000@x", "\u202e=1"]) {
      expect(guardFormula(text)).toBe(`'${text}`);
    }
  });

  it("leaves other texts alone, an apostrophe at the start included", () => {
    for (const text of ["", "a=1", "'tis", "1-2", "' quoted '", "2026-11-25"]) {
      expect(guardFormula(text)).toBe(text);
      expect(unguardFormula(text)).toBe(text);
    }
  });

  it("is taken back exactly, whatever was stored", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), risky), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
        expect(isFormulaLike(guardFormula(text))).toBe(isFormulaLike(text));
      }),
      { numRuns: 5000 },
    );
  });
});
