import { describe, expect, test } from "vitest";
import type { ParseResult, Question, SaidRequest } from "../../src/core/request/request.ts";
import { keyOf, layOver, leansOnLast, questionsLeft } from "../../src/state/ask/lean-on.ts";

const last: SaidRequest = {
  v: 1,
  intent: "export",
  entities: { include: ["applications"] },
  formats: ["csv"],
};
const parsed = (said: Partial<SaidRequest>): ParseResult => ({
  said: { v: 1, intent: "export", ...said },
  evidence: [],
  unused: [],
  questions: [],
  secrets: [],
  confidence: 1,
  language: "en",
});
const question = (code: Question["code"]): Question => ({
  code,
  severity: "hard",
  slot: "entities",
  text: "What?",
});

describe("words that lean on the request before them", () => {
  test("are those that name no records of their own", () => {
    expect(leansOnLast(parsed({ base: "last", formats: ["markdown"] }), last)).toBe(true);
    expect(leansOnLast(parsed({ formats: ["pdf"] }), last)).toBe(true);
    expect(leansOnLast(parsed({ entities: { include: "all" } }), last)).toBe(false);
    expect(leansOnLast(parsed({ formats: ["pdf"] }), undefined)).toBe(false);
  });
  test("keep its records and win with what they say", () => {
    expect(layOver({ v: 1, intent: "export", formats: ["markdown"] }, last)).toMatchObject({
      entities: { include: ["applications"] },
      formats: ["markdown"],
    });
  });
  test("need no answer to what it already said", () => {
    const open = [question("scope.missing"), question("conflict.privacy")];
    expect(questionsLeft(open, true, []).map(({ code }) => code)).toEqual(["conflict.privacy"]);
    expect(questionsLeft(open, false, [])).toEqual(open);
    expect(questionsLeft(open, true, [keyOf(question("conflict.privacy"))])).toEqual([]);
  });
});
