import { expect, test } from "vitest";
import { parseRequest } from "../../../src/core/request/parse-request.ts";
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

test("a long sentence over 5,000 names is read at typing speed", () => {
  least(sentence, 100);
  expect(least(sentence, 100)).toBeLessThan(5);
});

test("time grows with the length of the text, not with its square", () => {
  const once = least(sentence, 50);
  const ten = least(Array.from({ length: 10 }, () => sentence).join(". "), 20);
  expect(ten / once).toBeLessThan(40);
});
