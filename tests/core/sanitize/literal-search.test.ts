import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { LiteralSearch } from "../../../src/core/sanitize/literal-search.ts";

describe("searching for many literals", () => {
  it("finds exactly what indexOf finds", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", "🚀"), minLength: 4 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 8 }), fc.array(letters), (literals, parts) => {
        const search = new LiteralSearch<string>();
        for (const literal of new Set(literals)) search.add(literal, literal);
        const text = parts.join("");
        const expected = new Set(literals.filter((literal) => text.includes(literal)));
        const found = new Set(Array.from(search.find(text), ({ value }) => value));
        expect(found).toEqual(expected);
      }),
    );
  });

  it("tells where", () => {
    const search = new LiteralSearch<number>();
    search.add("Lindqvist", 1);
    expect([...search.find("Mara Lindqvist, Lindqvist")]).toEqual([
      { start: 5, end: 14, value: 1 },
      { start: 16, end: 25, value: 1 },
    ]);
  });
});
