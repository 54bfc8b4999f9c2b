import { readFileSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { isOrdinary } from "../../../src/core/names/is-ordinary.ts";
import { loadLists } from "../../../src/core/names/lists.ts";
import * as shelf from "../../../src/core/rules/registry.ts";
import type { Rule } from "../../../src/core/rules/contract.ts";
import { findPersonal } from "../../../src/core/sanitize/find-personal.ts";
import { KnownMatcher } from "../../../src/core/sanitize/known-names.ts";
import { makeSanitizer } from "../../../src/core/sanitize/make-sanitizer.ts";

const folder = new URL("../../fixtures/pii/own/", import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n").filter(Boolean))
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);
const nobody = { people: [], companies: [] };

beforeAll(async () => {
  await loadLists("strict");
});

describe("a text that was cleaned", () => {
  it.each(["basic", "moderate", "strict"] as const)(
    "at %s is the same after a second cleaning, alone and among others",
    (level) => {
      const clean = (text: string): string =>
        makeSanitizer({ level, pseudonyms: false }, { known: nobody }).cleanText(text);
      const pairs = texts.map((text, i) => `${text}\n\n${texts[(i * 7 + 3) % texts.length] ?? ""}`);
      for (const text of [...texts, ...pairs]) {
        const once = clean(text);
        expect(clean(once)).toBe(once);
      }
    },
  );

  it.each([
    "[name] met Lord [name] at [organisation] in [place]",
    "Address: [address], IBAN: [iban], phone [phone]",
    "src: /[network address]:50010 dest: /[network address]:43276",
    "Person 3 of Company B, person3@example.invalid, +00 000 0003",
  ])("keeps its stand-ins: %j", (text) => {
    expect(findPersonal(text, { level: "strict", known: nobody })).toEqual([]);
  });

  it("is still searched for what an easier level left", () => {
    const clean = makeSanitizer({ level: "strict", pseudonyms: false }, { known: nobody });
    const text = "Dear Ms. Okafor, I wrote to [email] from 14 Harbour Street, Newhaven, BN9 9BU.";
    expect(clean.cleanText(text)).not.toMatch(/Okafor|Harbour/);
  });
});

describe("the gate of a rule", () => {
  const gated = Object.entries<Rule>(shelf).filter(([, rule]) => rule.gate);
  it.each(gated)("%s: a text without its literals holds no find", (_id, rule) => {
    for (const text of texts) {
      const lower = text.toLowerCase();
      if (rule.gate?.some((literal) => lower.includes(literal))) continue;
      expect([...rule.find(text)]).toEqual([]);
    }
  });
});

describe("known names are looked for only where one can begin, and are found", () => {
  const matcher = new KnownMatcher(
    { people: ["Mara O'Neill", "José d'Ávila", "Will Grant"], companies: ["3M"] },
    isOrdinary,
  );
  it.each([
    ["Mara O'Neill's offer", "Mara O'Neill"],
    ["MARA O’NEILL", "MARA O’NEILL"],
    ["by jose d'avila.", "jose d'avila"],
    ["from mara.oneill@firm.test", "mara.oneill"],
    ["then 3M wrote", "3M"],
    ["met Will Grant and left", "Will Grant"],
  ])("in %j", (text, name) => {
    expect(matcher.find(text).map(({ start, end }) => text.slice(start, end))).toContain(name);
  });

  it("and nowhere inside a longer word", () => {
    expect(matcher.find("l'will grantham d'mara")).toEqual([]);
  });
});
