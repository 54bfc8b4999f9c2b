import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { findDates } from "../../../src/core/dates/find-dates.ts";
import { days, readEverything } from "./read-in-zones.ts";

/** Days are days: no time zone, no change of clocks and no clock at all may move them. */

afterEach(() => vi.unstubAllGlobals());

const day = (iso: string, shift = 0): string => {
  const [y = 0, m = 1, d = 1] = iso.split("-").map(Number);
  return new Date(Date.UTC(y, m - 1, d + shift)).toISOString().slice(0, 10);
};
const span = (text: string, today: string, language = "en"): readonly (string | null)[] => {
  const [found] = findDates(text, { today, language });
  return [found?.from ?? null, found?.to ?? null];
};

describe("the time zone of the device", () => {
  test("changes nothing", () => {
    // A process of its own: a worker thread cannot change its zone.
    const said = execFileSync("npx", ["tsx", "tests/core/dates/read-in-zones.ts"]).toString();
    const { offsets, readings } = JSON.parse(said) as { offsets: number[]; readings: string[] };
    expect(new Set(offsets).size).toBeGreaterThan(7);
    expect(new Set(readings).size).toBe(1);
    expect(readings[0]).toBe(readEverything());
  }, 30_000);
  test("is never asked, nor is the clock", () => {
    const plain = readEverything();
    const forbidden = (): never => {
      throw new Error("a clock was read");
    };
    vi.stubGlobal("Date", Object.assign(forbidden, { now: forbidden, parse: forbidden }));
    expect(readEverything()).toBe(plain);
  });
});

describe.each(days)("on %s", (today) => {
  test("days are counted as the calendar counts them", () => {
    expect(span("today", today)).toEqual([today, day(today, 1)]);
    expect(span("yesterday", today)).toEqual([day(today, -1), today]);
    for (const n of [2, 30, 31, 59, 60, 90, 365, 366, 1000]) {
      expect(span(`${String(n)} days ago`, today)).toEqual([day(today, -n), day(today, 1 - n)]);
      expect(span(`past ${String(n)} days`, today)).toEqual([day(today, -n), day(today, 1)]);
    }
  });
  test("weeks begin on Monday and have seven days", () => {
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const monday = day(today, -weekday);
    expect(span("this week", today)).toEqual([monday, day(monday, 7)]);
    expect(span("last week", today)).toEqual([day(monday, -7), monday]);
    expect(span("last Monday", today)[0]).toBe(weekday === 0 ? day(monday, -7) : monday);
  });
  test("months and years are whole", () => {
    const [year = 0, month = 0] = today.split("-").map(Number);
    const first = (m: number): string =>
      new Date(Date.UTC(year, month - 1 + m, 1)).toISOString().slice(0, 10);
    expect(span("this month", today)).toEqual([first(0), first(1)]);
    expect(span("last month", today)).toEqual([first(-1), first(0)]);
    expect(span("last year", today)).toEqual([
      `${String(year - 1)}-01-01`,
      `${String(year)}-01-01`,
    ]);
    expect(span("year to date", today)).toEqual([`${String(year)}-01-01`, day(today, 1)]);
  });
  test("a month ago is the same day, or the last one there is", () => {
    const [year = 0, month = 0, at = 0] = today.split("-").map(Number);
    for (const n of [1, 3, 6, 11, 12, 48]) {
      const last = new Date(Date.UTC(year, month - n, 0)).getUTCDate();
      const wanted = new Date(Date.UTC(year, month - 1 - n, Math.min(at, last)));
      const said = n === 1 ? "1 month ago" : `${String(n)} months ago`;
      expect(span(said, today)[0], said).toBe(wanted.toISOString().slice(0, 10));
    }
  });
});
