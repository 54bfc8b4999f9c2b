import { describe, expect, test } from "vitest";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
import { readJsonl } from "../../fixtures/requests/score.mjs";
import { nearMiss } from "./near-misses.ts";
import { dice } from "./random-request.ts";

const roll = dice(3);
const syllables = ["ba", "ko", "ri", "ten", "mar", "lo", "sun", "pix", "gra", "vel", "dor", "nim"];
const name = (): string => {
  const parts = Array.from({ length: 3 }, () => syllables[roll.below(syllables.length)] ?? "");
  const word = parts.join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
};
const data = {
  companies: Array.from({ length: 3500 }, name),
  contacts: Array.from({ length: 1500 }, () => `${name()} ${name()}`),
};
const sentence =
  "could you please prepare a PDF for my lawyer with all applications and interviews at Bakori since October, sorted by company, and remove the phone numbers and emails, encrypted, last 10";
const context = { today: "2025-06-18", language: "en", data };

/** Least time of many runs in milliseconds: what the work costs when nothing else runs. */
function least(text: string, runs: number): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    parseRequest(text, context);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Time of a fixed piece of plain work, to compare machines by. */
function yardstick(): number {
  let best = Infinity;
  for (let run = 0; run < 30; run++) {
    const start = performance.now();
    const words = new Map<string, number>();
    for (let i = 0; i < 4000; i++) words.set(`w${String(i % 997)}`, i);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

test("a long sentence over 5,000 names is read at typing speed", () => {
  least(sentence, 100);
  expect(least(sentence, 100)).toBeLessThan(5);
});

test("time grows with the length of the text, not with its square", () => {
  const once = least(sentence, 50);
  const ten = least(Array.from({ length: 10 }, () => sentence).join(". "), 20);
  expect(ten / once).toBeLessThan(40);
});

describe("the slowest of many near misses over 5,000 names", () => {
  const texts = (readJsonl("tests/fixtures/requests/single.jsonl") as unknown as { text: string }[])
    .map((row) => row.text)
    .filter((text) => text.length > 40);
  /** A text of about `length` characters, each piece with accidents in it. */
  const broken = (length: number): string => {
    let text = "";
    while (text.length < length)
      text += `${nearMiss(roll, texts[roll.below(texts.length)] ?? "")} `;
    return text.slice(0, length);
  };
  const slowest = (length: number, among: number): number => {
    for (let warm = 0; warm < 40; warm++) parseRequest(broken(200), context);
    return Math.max(...Array.from({ length: among }, () => least(broken(length), 5)));
  };
  test.each([
    [200, 100, 250],
    [2000, 20, 1500],
  ])("%i characters cost a bounded multiple of plain work", (length, among, bound) => {
    expect(slowest(length, among) / yardstick()).toBeLessThan(bound);
  });
  test("words that are all nearly names do not add up", () => {
    const nearly = (): string => name().toLowerCase().replace(/.$/, "x");
    const text = Array.from({ length: 22 }, nearly).join(" at ").slice(0, 200);
    least(sentence, 30);
    expect(least(text, 20) / least(sentence, 20)).toBeLessThan(12);
  });
});
