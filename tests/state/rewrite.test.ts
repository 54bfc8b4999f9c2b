import { describe, expect, test } from "vitest";
import type { Span } from "../../src/core/request/request.ts";
import { appendWords, dropWords, replaceWords } from "../../src/state/ask/rewrite.ts";

/** The place of some words in a sentence. */
function spanOf(sentence: string, words: string): Span {
  const from = sentence.indexOf(words);
  expect(from).toBeGreaterThanOrEqual(0);
  return [from, from + words.length];
}

describe("a chip's choice is written into the sentence", () => {
  test("at the same place, and nothing else moves", () => {
    const sentence = "sanitized report of my applications since September for my mentor";
    expect(
      replaceWords(sentence, [spanOf(sentence, "since September")], "in the last four weeks"),
    ).toBe("sanitized report of my applications in the last four weeks for my mentor");
  });
  test("without doubling the small word before it", () => {
    const sentence = "applications from last month as CSV";
    expect(replaceWords(sentence, [spanOf(sentence, "last month")], "since March")).toBe(
      "applications since March as CSV",
    );
    expect(replaceWords(sentence, [spanOf(sentence, "CSV")], "PDF")).toBe(
      "applications from last month as PDF",
    );
  });
  test("once, where the old value stood in two places", () => {
    const sentence = "applications and interviews since May as CSV";
    const spans = [spanOf(sentence, "applications"), spanOf(sentence, "interviews")];
    expect(replaceWords(sentence, spans, "everything")).toBe("everything since May as CSV");
  });
  test("behind the sentence where nothing was said", () => {
    expect(appendWords("backup everything.", "encrypted")).toBe("backup everything, encrypted");
    expect(appendWords("", "everything")).toBe("everything");
  });
});

describe("dropping a chip", () => {
  test("takes the small words along that hung on it", () => {
    const sentence = "applications since May as CSV for my mentor";
    expect(dropWords(sentence, [spanOf(sentence, "CSV")])).toBe(
      "applications since May for my mentor",
    );
  });
  test("leaves no doubled comma", () => {
    const sentence = "report for my mentor, no salaries, as PDF";
    expect(dropWords(sentence, [spanOf(sentence, "no salaries")])).toBe(
      "report for my mentor, as PDF",
    );
  });
  test("of the only words leaves an empty sentence", () => {
    expect(dropWords("everything", [[0, 10]])).toBe("");
  });
});
