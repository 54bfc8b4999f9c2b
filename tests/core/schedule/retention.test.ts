import { describe, expect, test } from "vitest";
import { decideRetention, type Copy } from "../../../src/core/schedule/retention.ts";
import type { Retention } from "../../../src/core/schedule/schedule.ts";

const copiesAt = (minutes: readonly string[]): readonly Copy[] =>
  minutes.map((at) => ({ id: at, at, proved: true }));
const keptOf = (copies: readonly Copy[], rule: Retention, now = "2026-11-25T10:00") =>
  decideRetention(copies, rule, now)
    .filter(({ keep }) => keep)
    .map(({ copy }) => copy.id);
const whyOf = (copies: readonly Copy[], rule: Retention, now = "2026-11-25T10:00") =>
  Object.fromEntries(
    decideRetention(copies, rule, now).map(({ copy, why }) => [copy.id, why] as const),
  );

/** The manual of restic, "Removing snapshots according to a policy": one backup every Sunday for 12 weeks. */
const sundays = copiesAt(
  [
    ...["09-01", "09-08", "09-15", "09-22", "09-29", "10-06", "10-13", "10-20"],
    ...["10-27", "11-03", "11-10", "11-17"],
  ].map((day) => `2019-${day}T11:00`),
);

/** "One backup every day for 100 years", ending on a Wednesday. */
function everyDay(from: string, to: string): readonly Copy[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(`${new Date(at).toISOString().slice(0, 10)}T12:00`);
  return copiesAt(days);
}

describe("retention decides as restic documents it", () => {
  test("keep-daily 4 of twelve Sundays keeps the last four Sundays", () => {
    expect(keptOf(sundays, { daily: 4 }, "2019-11-18T00:00")).toEqual([
      "2019-11-17T11:00",
      "2019-11-10T11:00",
      "2019-11-03T11:00",
      "2019-10-27T11:00",
    ]);
  });
  test.each([
    ["keepLast", { keepLast: 3 }, 3],
    ["hourly", { hourly: 5 }, 5],
    ["weekly", { weekly: 2 }, 2],
    ["monthly", { monthly: 3 }, 3],
    ["yearly, and the oldest because a year is left over", { yearly: 2 }, 2],
    ["more than there are", { keepLast: 99 }, 12],
  ])("of twelve Sundays keeps by %s", (_name, rule, count) => {
    expect(keptOf(sundays, rule, "2019-11-18T00:00")).toHaveLength(count);
  });
  test("keep-monthly keeps the most recent of each month", () => {
    expect(keptOf(sundays, { monthly: 3 }, "2019-11-18T00:00")).toEqual([
      "2019-11-17T11:00",
      "2019-10-27T11:00",
      "2019-09-29T11:00",
    ]);
  });
  test("a hundred years of daily copies: 7 daily, 4 more weekly, 11 more monthly, 73 more yearly", () => {
    const rule = { daily: 7, weekly: 5, monthly: 12, yearly: 75 };
    const kept = keptOf(everyDay("1920-01-01", "2019-11-17"), rule, "2019-11-17T13:00");
    const days = kept.map((at) => at.slice(0, 10));
    expect(days.slice(0, 7)).toEqual(
      [17, 16, 15, 14, 13, 12, 11].map((day) => `2019-11-${String(day)}`),
    );
    expect(days.slice(7, 11)).toEqual(["2019-11-10", "2019-11-03", "2019-10-31", "2019-10-27"]);
    expect(days).toContain("2019-10-20");
    // 2018-12-31 ends its month and its year: it is kept once.
    expect(days.filter((day) => day.endsWith("12-31"))).toHaveLength(74);
    expect(days).toHaveLength(7 + 4 + 11 + 73);
  });
  test("weeks run from Monday 00:00 to Sunday 23:59", () => {
    const copies = copiesAt(["2026-11-22T23:59", "2026-11-23T00:00"]);
    expect(keptOf(copies, { weekly: 1 })).toEqual(["2026-11-23T00:00"]);
    expect(keptOf(copies, { weekly: 2 })).toHaveLength(2);
  });
  test("keep-within counts from the newest copy, not from now", () => {
    expect(keptOf(sundays, { withinDays: 14 }, "2026-01-01T00:00")).toEqual([
      "2019-11-17T11:00",
      "2019-11-10T11:00",
      "2019-11-03T11:00",
    ]);
  });
  test("rules are OR-ed: a copy needs only one to stay", () => {
    expect(keptOf(sundays, { keepLast: 1, monthly: 2 }, "2019-11-18T00:00")).toEqual([
      "2019-11-17T11:00",
      "2019-10-27T11:00",
    ]);
  });
  test("an empty policy removes nothing", () => {
    expect(keptOf(sundays, {}, "2019-11-18T00:00")).toHaveLength(12);
  });
});

describe("retention beyond restic", () => {
  test("copies older than the said age go, but never the newest proved one", () => {
    const copies = copiesAt(["2026-09-01T08:00", "2026-11-24T08:00"]);
    expect(keptOf(copies, { maxAgeDays: 30, keepLast: 5 })).toEqual(["2026-11-24T08:00"]);
    expect(keptOf(copies.slice(0, 1), { maxAgeDays: 30 })).toEqual(["2026-09-01T08:00"]);
    expect(whyOf(copies, { maxAgeDays: 30 })["2026-09-01T08:00"]).toBe("older than 30 days");
  });
  test("the newest proved copy stays although newer ones were not proved", () => {
    const copies: readonly Copy[] = [
      { id: "proved", at: "2026-11-01T08:00", proved: true },
      { id: "b", at: "2026-11-08T08:00", proved: false },
      { id: "c", at: "2026-11-15T08:00", proved: false },
    ];
    expect(keptOf(copies, { keepLast: 1 })).toEqual(["c", "proved"]);
  });
  test("five copies of two minutes count as one, and the proved one of them stands for all", () => {
    const burst = ["10:00", "10:01", "10:02"].map((time, at) => ({
      id: time,
      at: `2026-11-25T${time}`,
      proved: at === 1,
    }));
    const earlier = copiesAt(["2026-11-18T10:00", "2026-11-11T10:00"]);
    const rule = { keepLast: 2, mergeMinutes: 10 };
    expect(keptOf([...burst, ...earlier], rule)).toEqual(["10:01", "2026-11-18T10:00"]);
    expect(whyOf([...burst, ...earlier], rule)["10:02"]).toBe("made again at 10:01");
  });
  test("what an increment that stays builds on stays with it", () => {
    const copies: readonly Copy[] = [
      { id: "base", at: "2026-11-01T08:00", proved: true },
      { id: "i1", at: "2026-11-08T08:00", proved: true, needs: ["base"] },
      { id: "i2", at: "2026-11-15T08:00", proved: true, needs: ["i1", "base"] },
    ];
    expect(keptOf(copies, { keepLast: 1 })).toEqual(["i2", "i1", "base"]);
    expect(whyOf(copies, { keepLast: 1 })["base"]).toContain("builds on it");
  });
});
