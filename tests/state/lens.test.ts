import { describe, expect, test } from "vitest";
import type { FoundSpan } from "../../src/core/sanitize/found-span.ts";
import { lookThrough } from "../../src/state/privacy/lens.ts";
import { expressionOf, findRule, refusalOf } from "../../src/state/privacy/own-rules.svelte.ts";

const text = "Hi Nora,\n\ncall Petra Nyström.\n\nBest";
const sanitizer = {
  find: (searched: string): readonly FoundSpan[] =>
    [...searched.matchAll(/Nora|Petra Nyström/gu)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      type: "PERSON",
      rule: "person-names",
      replacement: "[name]",
      certain: false,
    })),
};

describe("the lens", () => {
  test("shows both sides in the same paragraphs", () => {
    const { paragraphs } = lookThrough(text, "strict", sanitizer, []);
    const side = (which: "before" | "after") =>
      paragraphs.map((pieces) => pieces.map((piece) => piece[which]).join(""));
    expect(side("before")).toEqual(["Hi Nora,", "call Petra Nyström.", "Best"]);
    expect(side("after")).toEqual(["Hi [name],", "call [name].", "Best"]);
  });
  test("numbers the hits in the order of the text", () => {
    const { hits } = lookThrough(text, "strict", sanitizer, []);
    expect(hits.map((hit) => hit.text)).toEqual(["Nora", "Petra Nyström"]);
  });
  test("leaves alone what is always kept", () => {
    const { hits } = lookThrough(text, "strict", sanitizer, ["nora"]);
    expect(hits.map((hit) => hit.text)).toEqual(["Petra Nyström"]);
  });
  test("at level none hits nothing", () => {
    expect(lookThrough(text, "none", sanitizer, []).hits).toEqual([]);
  });
});

describe("a rule of one's own", () => {
  test("of words finds each of them, whatever signs they hold", () => {
    expect(findRule({ form: "words", source: "C++, Nordstern" }, "our C++ at nordstern")).toEqual([
      [4, 7],
      [11, 20],
    ]);
  });
  test("of an expression is taken as it stands", () => {
    expect(expressionOf("expression", "\\bHV-\\d{5}\\b ")).toBe("\\bHV-\\d{5}\\b");
    expect(
      findRule({ form: "expression", source: "\\bHV-\\d{5}\\b" }, "HV-12345, not HV-123456"),
    ).toEqual([[0, 8]]);
  });
  test("that would run for hours is refused with the reason, and finds nothing", () => {
    expect(refusalOf("expression", "(a+)+$")).toMatch(/\S/u);
    expect(findRule({ form: "expression", source: "(a+)+$" }, "aaaaaaaaaaaaaaaaaaaaaaaa!")).toEqual(
      [],
    );
  });
});
