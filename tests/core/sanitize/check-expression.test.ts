import { describe, expect, it } from "vitest";
import { checkExpression } from "../../../src/core/sanitize/check-expression.ts";

describe("an own expression", () => {
  it.each([
    "HR-\\d{4}",
    "(?:red|green) team",
    "[A-Z]{2}\\d+",
    "projekt\\s+\\w+",
    "\\p{L}+-\\d{2,5}",
    "a+b+c",
  ])("%s is accepted", (expression) => {
    expect(checkExpression(expression)).toEqual({ safe: true });
  });

  it.each([
    ["", "empty"],
    ["(", "valid"],
    ["a*", "nothing"],
    ["(a+)+$", "already repeats"],
    ["(\\w+\\s?)+x", "already repeats"],
    ["(?:a|aa)+$", "choice"],
    ["\\w+\\d+x", "Two repeats"],
    ["(a)\\1", "refers back"],
    ["(?<=a)b", "ahead or behind"],
    [".+", "nearly everything"],
    ["x".repeat(300), "longer"],
  ])("%s is refused with the reason", (expression, reason) => {
    const check = checkExpression(expression);
    expect(check.safe ? "" : check.reason).toContain(reason);
  });

  it("that is accepted runs in time that grows with the text", () => {
    const text = "a1 ".repeat(20_000);
    const from = performance.now();
    for (const expression of ["HR-\\d{4}", "[A-Z]{2}\\d+", "projekt\\s+\\w+"])
      for (const match of text.matchAll(new RegExp(expression, "giu")))
        expect(match[0]).not.toBe("");
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
