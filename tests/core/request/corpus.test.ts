import { describe, expect, test } from "vitest";
import { answer } from "../../measure/requests.ts";
import { compare, readJsonl, score } from "../../fixtures/requests/score.mjs";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { OwnNames, SaidRequest } from "../../../src/core/request/request.ts";

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly today: string;
  readonly text: string;
  readonly said: SaidRequest;
  readonly context: { readonly last: SaidRequest | null; readonly data: OwnNames };
}
const read = (name: string): readonly Row[] =>
  readJsonl(`tests/fixtures/requests/${name}.jsonl`) as unknown as readonly Row[];
const english = read("single");
const others = read("languages");

describe("labelled sentences", () => {
  test("English reaches the floors, and nothing dangerous is misread", () => {
    const report = score(english, english.map(answer));
    expect(report.danger.list).toEqual([]);
    expect(report.atoms.f1).toBeGreaterThanOrEqual(0.96);
    expect(report.exact).toBeGreaterThanOrEqual(0.88);
    expect(report.intentAccuracy).toBeGreaterThanOrEqual(0.98);
    expect(report.hardQuestions.f1).toBeGreaterThanOrEqual(0.9);
    expect(report.spans?.share).toBeGreaterThanOrEqual(0.95);
  });
  test.each(["de", "fr", "es", "pt"])("%s reaches its floor", (language) => {
    const rows = others.filter((row) => row.lang === language);
    const report = score(rows, rows.map(answer));
    expect(report.danger.list).toEqual([]);
    expect(report.atoms.f1).toBeGreaterThanOrEqual(0.93);
  });
  test("what is shown as certain is hardly ever wrong", () => {
    let shown = 0;
    let wrong = 0;
    for (const row of [...english, ...others]) {
      const { said, evidence } = parseRequest(row.text, {
        today: row.today,
        language: row.lang,
        last: row.context.last,
        data: row.context.data,
      });
      const { G, P } = compare(row.said, said);
      const bad = new Set([...P].filter((atom) => !G.has(atom)).map(slotOf));
      const sure = evidence.filter((each) => each.confidence >= 0.85);
      shown += sure.length;
      wrong += sure.filter((each) => bad.has(slotOf(each.path))).length;
    }
    expect(wrong / shown).toBeLessThanOrEqual(0.01);
  });
  test("the language of a sentence is found without being told", () => {
    const long = others.filter((row) => row.text.split(" ").length > 4);
    const found = long.filter(
      (row) => parseRequest(row.text, { today: row.today }).language === row.lang,
    );
    expect(found.length / long.length).toBeGreaterThan(0.95);
  });
  test("each slot has evidence that lies in the sentence", () => {
    for (const row of english) {
      const { said, evidence } = parseRequest(row.text, { ...row.context, today: row.today });
      const told = new Set(evidence.map((each) => slotOf(each.path)));
      const slots = Object.keys(said).filter((slot) => slot !== "v" && slot !== "intent");
      expect(
        slots.filter((slot) => !told.has(slot)),
        row.text,
      ).toEqual([]);
      for (const { span } of evidence) {
        expect(span?.[0]).toBeGreaterThanOrEqual(0);
        expect(span?.[1]).toBeLessThanOrEqual(row.text.length);
      }
    }
  });
});

function slotOf(path: string): string {
  return /^[A-Za-z]+/.exec(path)?.[0] ?? path;
}
