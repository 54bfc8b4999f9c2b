import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lightSenses } from "../../../src/core/request/light-senses.ts";
import { expandForm } from "../../../src/core/request/lexicon/expand-form.ts";
import { languages, lexiconOf } from "../../../src/core/request/lexicon/languages.ts";
import type { LexiconFile } from "../../../src/core/request/lexicon/lexicon.ts";
import { boundSenses, sharedForms } from "../../../src/core/request/lexicon/shared-forms.ts";
import { fold } from "../../../src/core/request/reading/fold.ts";
import { correct } from "../../../src/core/request/reading/spelling.ts";

const fileOf = (language: string): LexiconFile =>
  JSON.parse(readFileSync(`src/core/request/lexicon/${language}.json`, "utf8")) as LexiconFile;

function freeForms(file: LexiconFile): Map<string, Set<string>> {
  const senses = new Map<string, Set<string>>();
  for (const [sense, values] of Object.entries(file.senses)) {
    if (lightSenses.has(sense) || boundSenses.has(sense)) continue;
    for (const form of Object.values(values).flat().flatMap(expandForm).map(fold)) {
      senses.set(form, (senses.get(form) ?? new Set()).add(sense));
    }
  }
  return senses;
}

describe("a form in shorthand", () => {
  test("expands optional parts and choices", () => {
    expect(expandForm("(job )application(s)")).toEqual([
      "job applications",
      "job application",
      "applications",
      "application",
    ]);
    expect(expandForm("a (b|c|) d")).toEqual(["a b d", "a c d", "a d"]);
  });
});

describe.each(languages)("the %s lexicon", (language) => {
  const file = fileOf(language);

  test("gives no form two free senses without a rule between them", () => {
    const unruled = [...freeForms(file)].flatMap(([form, senses]) => {
      const list = [...senses].sort();
      const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => `${a}|${b}`));
      return pairs
        .filter((pair) => sharedForms[pair] === undefined)
        .map((pair) => `${form}: ${pair}`);
    });
    expect(unruled).toEqual([]);
  });
  test("knows the senses that English knows", () => {
    const needed = [
      "format",
      "entity",
      "neg",
      "level",
      "encrypt",
      "template",
      "audience",
      "intent",
      "dialogue",
    ];
    for (const sense of needed) {
      const english = Object.keys(fileOf("en").senses[sense] ?? {});
      expect(Object.keys(file.senses[sense] ?? {}).length, sense).toBeGreaterThan(
        english.length / 3,
      );
    }
  });
  test("never corrects a word to a short negator", () => {
    const lexicon = lexiconOf(language);
    const negators = new Set(
      Object.values(file.senses["neg"] ?? {})
        .flat()
        .flatMap(expandForm)
        .map(fold)
        .filter((form) => !form.includes(" ") && form.length < 6),
    );
    for (const word of ["noo", "nott", "withou", "excpt", "nich", "ohn", "sanss", "sinn"]) {
      const to = correct(word, lexicon)?.form;
      if (to === undefined || lexicon.misspellings.has(word)) continue;
      expect(negators.has(to), `${word} to ${to}`).toBe(false);
    }
  });
});
