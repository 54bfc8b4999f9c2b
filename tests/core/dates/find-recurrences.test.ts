import { describe, expect, test } from "vitest";
import {
  findRecurrences,
  findTimes,
  scheduleOf,
} from "../../../src/core/dates/find-recurrences.ts";
import { findWhen } from "../../../src/core/dates/find-when.ts";

const today = "2025-06-18";

function rule(text: string, language = "en"): unknown {
  return findRecurrences(text, { today, language })[0]?.rule;
}

describe("a recurrence", () => {
  test.each([
    ["every Monday at 8", { freq: "weekly", interval: 1, byDay: [1], time: "08:00" }],
    ["every other Friday", { freq: "weekly", interval: 2, byDay: [5] }],
    ["biweekly", { freq: "weekly", interval: 2 }],
    ["every quarter on the 1st", { freq: "monthly", interval: 3, byMonthDay: [1] }],
    [
      "on the 1st and the 15th of every month",
      { freq: "monthly", interval: 1, byMonthDay: [1, 15] },
    ],
    ["last Sunday of each month", { freq: "monthly", interval: 1, byDay: [7], bySetPos: -1 }],
    ["every third Friday", { freq: "monthly", interval: 1, byDay: [5], bySetPos: 3 }],
    ["at the end of every month", { freq: "monthly", interval: 1, byMonthDay: [-1] }],
    [
      "on weekdays in the morning",
      { freq: "weekly", interval: 1, byDay: [1, 2, 3, 4, 5], dayPart: "morning" },
    ],
    ["nightly", { freq: "daily", interval: 1, dayPart: "night" }],
    ["every night at 9", { freq: "daily", interval: 1, time: "21:00" }],
    ["every April 15th", { freq: "yearly", interval: 1, month: 4, byMonthDay: [15] }],
    ["every day except Sunday", { freq: "weekly", interval: 1, byDay: [1, 2, 3, 4, 5, 6] }],
    ["whenever something changes", { freq: "onChange", interval: 1 }],
    ["daily, 10 times", { freq: "daily", interval: 1, count: 10 }],
    ["every Friday for 10 weeks", { freq: "weekly", interval: 1, byDay: [5], count: 10 }],
  ])("%s", (text, expected) => {
    expect(rule(text)).toEqual(expected);
  });

  test.each([
    ["de", "jeden Montag um 8 Uhr", { freq: "weekly", interval: 1, byDay: [1], time: "08:00" }],
    ["de", "alle zwei Wochen", { freq: "weekly", interval: 2 }],
    ["fr", "tous les lundis à 8h30", { freq: "weekly", interval: 1, byDay: [1], time: "08:30" }],
    [
      "es",
      "el primer lunes de cada mes",
      { freq: "monthly", interval: 1, byDay: [1], bySetPos: 1 },
    ],
    ["pt", "toda segunda às 8h", { freq: "weekly", interval: 1, byDay: [1], time: "08:00" }],
    ["nl", "elke vrijdag om 17.30", { freq: "weekly", interval: 1, byDay: [5], time: "17:30" }],
    ["it", "il 15 di ogni mese", { freq: "monthly", interval: 1, byMonthDay: [15] }],
  ])("%s: %s", (language, text, expected) => {
    expect(rule(text, language)).toEqual(expected);
  });

  test("said in two places is one rule with both places", () => {
    const text = "weekly encrypted backup every Monday at 8";
    const [found] = findRecurrences(text, { today, language: "en" });
    expect(found?.rule).toEqual({ freq: "weekly", interval: 1, byDay: [1], time: "08:00" });
    expect(found?.parts.map(([from, to]) => text.slice(from, to))).toEqual([
      "weekly",
      "every Monday at 8",
    ]);
  });

  test("begins and ends in the future, and its dates are not filters (D10)", () => {
    const { dates, recurrences } = findWhen("daily, starting July 1, until December", {
      today,
      language: "en",
    });
    expect(recurrences[0]?.rule).toMatchObject({ start: "2025-07-01", until: "2025-12-31" });
    expect(dates).toEqual([]);
  });

  test("leaves the filter of the same sentence alone", () => {
    const { dates } = findWhen("weekly export of last week's applications", {
      today,
      language: "en",
    });
    expect(dates.map(({ from, to }) => [from, to])).toEqual([["2025-06-09", "2025-06-16"]]);
  });

  test("more often than daily, or a number of times without days, is asked about", () => {
    for (const text of ["every hour", "every 10 minutes", "hourly", "twice a week"]) {
      expect(findRecurrences(text, { today, language: "en" })[0]?.hard).toBe(
        "schedule.unsupported",
      );
    }
  });

  test("two rules are asked about and the first is kept (S4)", () => {
    const [found] = findRecurrences("Mondays at 8 and Thursdays at 18", { today, language: "en" });
    expect(found?.hard).toBe("schedule.split");
    expect(found?.rule).toMatchObject({ byDay: [1], time: "08:00" });
  });

  test("an early hour without am or pm is kept and asked about softly (S2)", () => {
    const [found] = findRecurrences("every day at 5", { today, language: "en" });
    expect(found?.rule?.time).toBe("05:00");
    expect(found?.soft).toBe("schedule.time");
  });

  test("is not an amount: monthly salary, annual leave, 80k a year", () => {
    for (const text of ["monthly salary over 3000", "annual leave", "80k a year", "by month"]) {
      expect(findRecurrences(text, { today, language: "en" })).toEqual([]);
    }
  });

  test("of a year is a schedule of twelve months (S1)", () => {
    expect(scheduleOf({ freq: "yearly", interval: 1, month: 1, byMonthDay: [1] })).toEqual({
      freq: "monthly",
      interval: 12,
      byMonthDay: [1],
    });
    expect(scheduleOf({ freq: "weekly", interval: 1 })).toEqual({ freq: "weekly" });
  });
});

test.each([
  ["en", "set it to 9 pm", "21:00"],
  ["en", "at 12 am", "00:00"],
  ["en", "at noon", "12:00"],
  ["en", "at 8 in the evening", "20:00"],
  ["en", "run it at 17:45", "17:45"],
  ["de", "um 17:30 Uhr", "17:30"],
  ["fr", "à 20h", "20:00"],
  ["es", "a las 7 de la tarde", "19:00"],
])("%s: the time in '%s' is %s", (language, text, time) => {
  expect(findTimes(text, { today, language }).map((each) => each.time)).toEqual([time]);
});
