import { describe, expect, test } from "vitest";
import type { Reason } from "../../src/core/plan/plan.ts";
import type { Evidence, ParseResult } from "../../src/core/request/request.ts";
import { readChips } from "../../src/state/ask/read-chips.ts";
import { readMarks, unusedWords } from "../../src/state/ask/read-marks.ts";
import { slotOf } from "../../src/state/ask/slot-of.ts";

const sentence = "A snazzy sanitized report since September as exel";

function found(path: string, text: string, confidence = 0.97): Evidence {
  const from = sentence.indexOf(text);
  return { path, span: [from, from + text.length], text, value: text, confidence, via: "lexicon" };
}
function parsedWith(evidence: readonly Evidence[]): ParseResult {
  return {
    said: { v: 1, intent: "export" },
    evidence,
    unused: [[2, 8]],
    questions: [],
    secrets: [],
    confidence: 0.9,
    language: "en",
  };
}
const reason = (
  slot: string,
  label: string,
  value: string,
  because: Reason["because"],
): Reason => ({
  slot,
  label,
  value,
  because,
  text: `${value}.`,
});

const parsed = parsedWith([
  found("when.0", "since September"),
  found("formats", "exel", 0.7),
  found("privacy.level", "sanitized"),
  found("template", "report", 0.4),
]);
const reasons = [
  reason("privacy.level", "Privacy", "Moderate", "said"),
  reason("formats", "File", "Excel", "said"),
  reason("when.0", "When", "1 Sep – 25 Nov 2026", "said"),
  reason("destination", "Where", "You choose", "default"),
];

describe("chips", () => {
  test("stand in the order of the words and say what the words became", () => {
    const { said } = readChips(sentence, parsed, reasons, new Set());
    expect(said.map(({ label, value, words }) => [label, value, words])).toEqual([
      ["Privacy", "Moderate", "sanitized"],
      ["When", "1 Sep – 25 Nov 2026", "since September"],
      ["File", "Excel", "exel"],
    ]);
  });
  test("are doubtful below 0.85 and not applied below 0.6", () => {
    const { said } = readChips(sentence, parsed, reasons, new Set());
    expect(said.map(({ slot, look }) => [slot, look])).toEqual([
      ["privacy.level", "said"],
      ["when.0", "said"],
      ["formats", "doubtful"],
    ]);
  });
  test("that nobody asked for stand in the second row", () => {
    const { assumed } = readChips(sentence, parsed, reasons, new Set());
    expect(assumed.map(({ label, look }) => [label, look])).toEqual([["Where", "assumed"]]);
  });
  test("set by hand win a place in the first row, even without words", () => {
    const { said, assumed } = readChips(sentence, parsed, reasons, new Set(["destination"]));
    expect(said.at(-1)).toMatchObject({ slot: "destination", look: "hand" });
    expect(assumed).toEqual([]);
  });
  test("each decision has exactly one", () => {
    const two = parsedWith([found("entities.include", "report"), found("entities.0", "sanitized")]);
    const { said } = readChips(
      sentence,
      two,
      [reason("entities", "Records", "Two kinds", "said")],
      new Set(),
    );
    expect(said).toHaveLength(1);
    expect(said[0]?.spans).toHaveLength(2);
  });
});

describe("marks", () => {
  const pieces = readMarks(sentence, parsed);
  test("together are the sentence, letter by letter", () => {
    expect(pieces.map(({ text }) => text).join("")).toBe(sentence);
  });
  test("tell understood, doubtful and unused words apart", () => {
    const toned = pieces.filter(({ tone }) => tone !== "plain");
    expect(toned.map(({ text, tone }) => [text, tone])).toEqual([
      ["snazzy", "unused"],
      ["sanitized", "said"],
      ["since September", "said"],
      ["exel", "doubtful"],
    ]);
  });
  test("name the chips that light with them", () => {
    expect(pieces.find(({ text }) => text === "sanitized")?.slots).toEqual(["privacy.level"]);
  });
  test("hide a passphrase that was typed into the sentence", () => {
    const secret = readMarks("zip with password hunter2", {
      ...parsedWith([]),
      unused: [],
      secrets: [[18, 25]],
    });
    expect(secret.at(-1)).toMatchObject({ text: "hunter2", tone: "secret" });
  });
  test("name what had no effect", () => {
    expect(unusedWords(sentence, parsed)).toEqual(["snazzy"]);
  });
});

test("a slot is the decision that its paths share", () => {
  expect(
    ["entities.include", "filters.1", "privacy.hide.0", "schedule.retention.keepLast"].map(slotOf),
  ).toEqual(["entities", "filters.1", "privacy.hide", "schedule.retention"]);
});
