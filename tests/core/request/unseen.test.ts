import { describe, expect, test } from "vitest";
import { answer as answerDialogue } from "../../measure/dialogues.ts";
import { answer } from "../../measure/requests.ts";
import { readJsonl, score, type Report } from "../../fixtures/requests/score.mjs";

/** Sentences the parser was not built from (the README beside them tells how they were used). */

const folder = "tests/fixtures/requests/unseen";
const rowsOf = (name: string): readonly Record<string, unknown>[] =>
  readJsonl(`${folder}/${name}.jsonl`);
const report = (rows: readonly Record<string, unknown>[]): Report => score(rows, rows.map(answer));

describe.each([
  ["aside", { en: 0.94, de: 0.85, fr: 0.88, es: 0.94, pt: 0.97 }, 0.97],
  ["dev", { en: 0.98, de: 0.97, fr: 0.97, es: 0.97, pt: 0.97 }, 0.98],
] as const)("sentences written by others (%s)", (set, floors, atoms) => {
  const rows = [...rowsOf(`${set}-single`), ...rowsOf(`${set}-languages`)];
  test.each(Object.entries(floors))("are read whole as often as promised (%s)", (lang, floor) => {
    const found = report(rows.filter((row) => row["lang"] === lang));
    expect(found.exact).toBeGreaterThanOrEqual(floor);
    expect(found.atoms.f1).toBeGreaterThanOrEqual(lang === "en" ? atoms : atoms - 0.03);
  });
  test("are hardly ever read as asking for more than they say", () => {
    expect(report(rows).danger.count).toBeLessThanOrEqual(2);
  });
  test("are followed from turn to turn", () => {
    const dialogues = rowsOf(`${set}-dialogues`);
    const found = score(dialogues, dialogues.map(answerDialogue));
    expect(found.danger.list).toEqual([]);
    expect(found.jointAccuracy).toBeGreaterThanOrEqual(0.94);
  });
});
