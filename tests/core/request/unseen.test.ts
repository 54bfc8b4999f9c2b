import { describe, expect, test } from "vitest";
import { answer as answerDialogue } from "../../measure/dialogues.ts";
import { answer } from "../../measure/requests.ts";
import { readJsonl, score, type Report } from "../../fixtures/requests/score.mjs";

/** Sentences the parser was not built from (the README beside them tells how they were used). */

const folder = "tests/fixtures/requests/unseen";
const rowsOf = (name: string): readonly Record<string, unknown>[] =>
  readJsonl(`${folder}/${name}.jsonl`);
const report = (rows: readonly Record<string, unknown>[]): Report => score(rows, rows.map(answer));

const readWhole = (
  rows: readonly Record<string, unknown>[],
  floors: Readonly<Record<string, number>>,
  atoms: number,
): void => {
  test.each(Object.entries(floors))("are read whole as often as promised (%s)", (lang, floor) => {
    const found = report(rows.filter((row) => row["lang"] === lang));
    expect(found.exact).toBeGreaterThanOrEqual(floor);
    expect(found.atoms.f1).toBeGreaterThanOrEqual(lang === "en" ? atoms : atoms - 0.03);
  });
};

describe.each([
  ["aside", { en: 0.96, de: 0.92, fr: 0.9, es: 0.94, pt: 0.97 }, 0.97, 0],
  ["dev", { en: 0.98, de: 0.97, fr: 0.97, es: 0.97, pt: 0.97 }, 0.98, 1],
] as const)("sentences written by others (%s)", (set, floors, atoms, dangers) => {
  const rows = [...rowsOf(`${set}-single`), ...rowsOf(`${set}-languages`)];
  readWhole(rows, floors, atoms);
  test("are never read as asking for more than they say, but for the known one", () => {
    expect(report(rows).danger.count).toBeLessThanOrEqual(dangers);
  });
  test("are followed from turn to turn", () => {
    const dialogues = rowsOf(`${set}-dialogues`);
    const found = score(dialogues, dialogues.map(answerDialogue));
    expect(found.danger.list).toEqual([]);
    expect(found.jointAccuracy).toBeGreaterThanOrEqual(0.94);
  });
});

describe("sentences aimed at denials, privacy, locks and schedules (fresh)", () => {
  const rows = [...rowsOf("fresh-single"), ...rowsOf("fresh-languages")];
  readWhole(rows, { en: 0.97, de: 0.96, fr: 0.92, es: 0.96, pt: 0.96 }, 0.98);
  test("lose nothing that was excluded, hidden or locked, but for one date", () => {
    expect(report(rows).danger.count).toBeLessThanOrEqual(1);
  });
});

describe.each([
  ["dev", 0.99, 0],
  ["aside", 0.96, 1],
] as const)("sentences by an author who never saw the parser (%s)", (set, exact, dangers) => {
  const rows = readJsonl(`tests/fixtures/requests/authored/${set}.jsonl`);
  test("are read whole in each language, and hardly ever as asking for more", () => {
    const found = report(rows);
    expect(found.exact).toBeGreaterThanOrEqual(exact);
    for (const [lang, figures] of Object.entries(found.languages)) {
      expect(figures.exact, lang).toBeGreaterThanOrEqual(0.95);
    }
    expect(found.danger.count).toBeLessThanOrEqual(dangers);
  });
});
