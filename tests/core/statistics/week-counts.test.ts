import { describe, expect, test } from "vitest";
import { countWeeks, weeksThatMet } from "../../../src/core/statistics/week-counts.ts";
import { goalSentence } from "../../../src/core/table/chart-words.ts";
import { readWeeklyGoal } from "../../../src/core/table/weekly-goal.ts";

const today = "2026-11-25";
const days = ["2026-11-09", "2026-11-10", "2026-11-15", "2026-11-24", "2026-12-30"];

describe("weeks and their goal", () => {
  test("go from Monday to Sunday, without a gap, up to the present one", () => {
    expect(countWeeks(days, today)).toEqual([
      { from: "2026-11-09", count: 3, over: true },
      { from: "2026-11-16", count: 0, over: true },
      { from: "2026-11-23", count: 1, over: false },
    ]);
    expect(countWeeks([], today)).toEqual([]);
  });
  test("judge only weeks that are over", () => {
    expect(weeksThatMet(countWeeks(days, today), 1)).toEqual({ met: 1, of: 2 });
  });
  test("are said in a sentence, with a goal and without", () => {
    const weeks = countWeeks(days, today);
    expect(goalSentence(weeks, 3, "en-GB")).toBe("Goal of 3 met in 1 of 2 weeks");
    expect(goalSentence(weeks, 0, "en-GB")).toBe("4 activities in 3 weeks");
    expect(goalSentence(weeks.slice(2), 3, "en-GB")).toBe("The first week runs; the goal is 3");
  });
  test("take a goal only as a whole number that a week can hold", () => {
    expect([3, "5", 0, -1, 2.5, 100, "x", null, undefined].map(readWeeklyGoal)).toEqual([
      3, 5, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });
});
