import { beforeAll, describe, expect, it } from "vitest";
import { loadLists } from "../../src/core/names/lists.ts";
import type { Rule } from "../../src/core/rules/contract.ts";
import * as shelf from "../../src/core/rules/registry.ts";
import { Page } from "../../src/core/text/page.ts";

const rules: readonly (readonly [string, Rule])[] = Object.entries(shelf);

beforeAll(async () => {
  await loadLists("strict");
});

/** Near misses of every kind, without a find of most: what a rule has to read and leave alone. */
const nearMisses =
  "Senior Engineer at the office, 12 years of work; password policy, token: string, @media, v1.2.3.4, 2019-2024, ISBN 978-3-16, $1,200.50 (call us) Street of 5 a@b c//d http:// user: x=1 AKIA sk- eyJ -----BEGIN born name: Dr ";

describe.each(rules)("rule %s", (_id, rule) => {
  it("has a label, a level and a replacement without marks that break a format", () => {
    expect(rule.label).not.toBe("");
    expect(["basic", "moderate", "strict"]).toContain(rule.level);
    expect(rule.replacement).toMatch(/^\[[a-z -]+\]$/);
  });

  it("names texts that it catches and texts that it spares", () => {
    expect(rule.examples.caught.length).toBeGreaterThan(0);
    expect(rule.examples.spared.length).toBeGreaterThan(0);
  });

  it.each(rule.examples.caught)("catches %j", (text) => {
    expect([...rule.find(text)].length).toBeGreaterThan(0);
  });

  it.each(rule.examples.spared)("spares %j", (text) => {
    expect([...rule.find(text)]).toEqual([]);
  });

  it("stays inside the text", () => {
    for (const text of [...rule.examples.caught, nearMisses]) {
      for (const span of rule.find(text)) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThan(span.end);
      }
    }
  });

  it("finds the same with a page that was read before", () => {
    for (const text of rule.examples.caught)
      expect([...rule.find(text, new Page(text))]).toEqual([...rule.find(text)]);
  });

  it("has one of its gate words in every text it catches", () => {
    const { gate } = rule;
    if (!gate) return;
    for (const text of rule.examples.caught)
      expect(gate.some((word) => text.toLowerCase().includes(word))).toBe(true);
  });

  it("needs twice the time for twice the near misses, not four times", () => {
    // The best of five: other work on the machine only ever makes it slower.
    const time = (size: number): number => {
      const text = nearMisses.repeat(Math.ceil(size / nearMisses.length)).slice(0, size);
      let best = Infinity;
      for (let i = 0; i < 5; i += 1) {
        const from = performance.now();
        for (const span of rule.find(text)) expect(span.end).toBeGreaterThan(0);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    time(20_000);
    const once = Math.max(time(100_000), 2);
    expect(time(200_000)).toBeLessThan(once * 3.4 + 20);
  });

  it("is not slowed down by one character repeated", () => {
    for (const char of [
      "a",
      "A ",
      "1",
      "1-",
      "@",
      ":",
      "/",
      " ",
      "\n",
      "é",
      "-",
      "1:",
      "a.",
      "((",
      "\t|",
    ]) {
      const text = char.repeat(50_000 / char.length);
      const from = performance.now();
      for (const span of rule.find(text)) expect(span.end).toBeGreaterThan(0);
      expect(performance.now() - from, char).toBeLessThan(1500);
    }
  });
});
