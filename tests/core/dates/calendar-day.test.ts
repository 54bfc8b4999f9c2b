import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstIsoWeek,
  isISODate,
  isoWeekOf,
  isoWeekStart,
  partsOf,
  startOfUnit,
  toDayNumber,
  toISODate,
  unitStart,
  weekday,
  weekdayOf,
  type CalendarUnit,
} from "../../../src/core/dates/calendar-day.ts";

/** 1900-01-01 to 2199-12-31. */
const days = fc.integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2199, 12, 31) });
const units = fc.constantFrom<CalendarUnit>("day", "week", "month", "quarter", "half", "year");

describe("a calendar day", () => {
  test("survives the way to its number and back", () => {
    fc.assert(fc.property(days, (day) => toDayNumber(toISODate(day)) === day));
  });
  test("has the weekday and date that the platform's own calendar gives it", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        expect(toISODate(day)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(day)).toBe(((date.getUTCDay() + 6) % 7) + 1);
      }),
    );
  });
  test("is read only from a real YYYY-MM-DD", () => {
    for (const text of [
      "2025-02-29",
      "2025-13-01",
      "2025-1-1",
      "2025-06-31",
      "",
      "2025-06-01T00",
    ]) {
      expect(isISODate(text)).toBe(false);
      expect(() => toDayNumber(text)).toThrow(RangeError);
    }
    expect(isISODate("2024-02-29")).toBe(true);
  });
});

describe("moving a day", () => {
  test("by days is undone by the same number back", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, by) => {
        const date = toISODate(day);
        expect(addDays(addDays(date, by), -by)).toBe(date);
        expect(daysBetween(date, addDays(date, by))).toBe(by);
      }),
    );
  });
  test("by months keeps the day of the month or takes the last one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, by) => {
        const before = partsOf(day);
        const after = partsOf(toDayNumber(addMonths(toISODate(day), by)));
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + by);
        expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)));
      }),
    );
  });
  test.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-12-15", 1, "2026-01-15"],
  ])("%s by %i months is %s", (from, by, to) => {
    expect(addMonths(from, by)).toBe(to);
  });
  test("by a year turns 29 February into 28 February", () => {
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
  });
});

describe("a unit", () => {
  test("holds its day: it begins on or before it and the next one begins after it", () => {
    fc.assert(
      fc.property(days, units, (day, unit) => {
        expect(unitStart(day, unit)).toBeLessThanOrEqual(day);
        expect(unitStart(day, unit, 1)).toBeGreaterThan(day);
      }),
    );
  });
  test("touches the next: the start of the one after is found from its first day", () => {
    fc.assert(
      fc.property(days, units, (day, unit) => {
        const next = unitStart(day, unit, 1);
        expect(unitStart(next, unit)).toBe(next);
        expect(unitStart(next - 1, unit)).toBe(unitStart(day, unit));
      }),
    );
  });
  test("week begins on Monday", () => {
    fc.assert(fc.property(days, (day) => weekdayOf(unitStart(day, "week")) === 1));
    expect(startOfUnit("2025-06-18", "week")).toBe("2025-06-16");
    expect(weekday("2025-06-18")).toBe(3);
  });
  test.each([
    ["2024-12-30", 2025, 1],
    ["2021-01-03", 2020, 53],
    ["2026-12-31", 2026, 53],
    ["2025-06-18", 2025, 25],
  ])("ISO week of %s is %i week %i", (date, year, week) => {
    expect(isoWeekOf(toDayNumber(date))).toEqual({ year, week });
  });
  test("ISO weeks count from the one with 4 January and some years have 53", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, week } = isoWeekOf(day);
        expect(isoWeekStart(year, week)).toBe(unitStart(day, "week"));
      }),
    );
    expect(isoWeekStart(2025, 53)).toBeNull();
    expect(toISODate(isoWeekStart(2026, 53) ?? 0)).toBe("2026-12-28");
    expect(toISODate(firstIsoWeek(2025))).toBe("2024-12-30");
  });
});
