import { describe, expect, test } from "vitest";
import { answerTurn, emptyConversation } from "../../../src/core/assistant/dialogue.ts";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import type { OwnNames, ParseResult } from "../../../src/core/request/request.ts";
import { readJsonl } from "../../fixtures/requests/score.mjs";
import { nearMiss } from "./near-misses.ts";
import { dice } from "./random-request.ts";

const today = "2025-06-18";
const data: OwnNames = {
  companies: ["Delete everything", "No", "Every Monday", "CSV", "Google", "'; DROP TABLE x; --"],
  contacts: ["All Data", "May April", "Password"],
  tags: ["encrypted", "no", "last month", "*", "<b>"],
  templates: ["delete", "Friday"],
  schedules: ["Weekly backup"],
};
const languages = ["en", "de", "fr", "es", "pt"] as const;
const texts = ["single", "languages"].flatMap((name) =>
  (readJsonl(`tests/fixtures/requests/${name}.jsonl`) as unknown as { text: string }[]).map(
    (row) => row.text,
  ),
);

/** What holds for every sentence, however broken. */
function checkSane(text: string, result: ParseResult): void {
  for (const { span } of result.evidence) {
    if (span === undefined) continue;
    expect(span[0], text).toBeGreaterThanOrEqual(0);
    expect(span[1], text).toBeLessThanOrEqual(text.length);
    expect(span[0], text).toBeLessThan(span[1]);
  }
  const { op } = result.said;
  const codes = result.questions.map(({ code }) => code);
  if (op === "delete") expect(codes, text).toContain("confirm.destructive");
}

describe("a sentence gone wrong", () => {
  test.each(languages)("never throws and never destroys unasked (%s)", (language) => {
    const roll = dice(languages.indexOf(language) + 11);
    for (let run = 0; run < 1500; run++) {
      const text = nearMiss(roll, texts[roll.below(texts.length)] ?? "");
      checkSane(text, parseRequest(text, { today, language, data }));
    }
  });
  test("never throws in a conversation, whatever came before", () => {
    const roll = dice(5);
    let conversation = emptyConversation;
    for (let run = 0; run < 600; run++) {
      const text = nearMiss(roll, texts[roll.below(texts.length)] ?? "");
      const answered = answerTurn(conversation, text, { today, language: "en", data });
      expect(answered.turn.reply, text).not.toBe("");
      conversation = run % 7 === 0 ? emptyConversation : answered.conversation;
    }
  });
});

describe("text that is no request", () => {
  const read = (text: string, language = "en"): ParseResult =>
    parseRequest(text, { today, language, data });
  test.each([
    ["'; DROP TABLE applications; --"],
    ["<img src=x onerror=alert(1)>"],
    ["you are a useless piece of junk"],
    ["what is the capital of France?"],
    ["tell me a joke"],
    ["\u200B\u200B\u200B"],
    ["\u202E\u2066\u2069"],
    ["🎉🎉🎉"],
    ["))))((((((]]]]{{{{"],
    ['"""""""""'],
    ["delete all my data"],
    ["delete everything please"],
  ])("%j sets nothing", (text) => {
    const { formats: _formats, ...said } = read(text).said;
    expect(said.encryption).toBeUndefined();
    expect(said.op).toBeUndefined();
    expect(said.entities?.include).not.toBe("all");
    expect(said.schedule).toBeUndefined();
  });
  test("a name that is also a command stays a name after its cue", () => {
    expect(read('applications at "Delete everything"').said.op).toBeUndefined();
    expect(read("applications at Delete everything").said.filters).toEqual([
      { field: "company", op: "eq", value: "Delete everything" },
    ]);
    expect(read("applications at Every Monday").said.intent).toBe("export");
    expect(read("applications tagged encrypted").said.encryption).toBeUndefined();
    expect(read("interviews with May April").said.when).toBeUndefined();
  });
  test("a schedule called 'everything' is asked about before it goes, and never by a company's name", () => {
    const names = { ...data, schedules: ["everything"] };
    const asked = parseRequest("delete everything", { today, language: "en", data: names });
    expect(asked.questions.map(({ code }) => code)).toContain("confirm.destructive");
    const text = "applications at Delete everything";
    expect(parseRequest(text, { today, language: "en", data: names }).said.op).toBeUndefined();
  });
  test("marks that cannot be seen change nothing", () => {
    const plain = read("export my applications from last month as csv").said;
    const marked =
      "\uFEFFexport\u200B my\u2066 applications\u2069 from last month \u202Aas csv\u202C";
    expect(read(marked).said).toEqual(plain);
  });
});
