import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SaidSchedule, Weekday } from "../../../src/core/request/request.ts";
import { recurrenceRule } from "../../../src/core/schedule/calendar-file.ts";
import { dueRun, followClock } from "../../../src/core/schedule/due-run.ts";
import { occurrences } from "../../../src/core/schedule/occurrences.ts";
import type { Schedule } from "../../../src/core/schedule/schedule.ts";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";

const from = "2024-01-01";
const until = "2034-01-01T00:00";

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
const weekdays = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  .map((days) => days.sort() as Weekday[]);
const interval = fc.integer({ min: 1, max: 5 });
const start = fc
  .date({
    min: new Date("2024-01-01T00:00:00Z"),
    max: new Date("2030-01-01T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((at) => at.toISOString().slice(0, 10));
const end = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 40 }).map((count) => ({ count })),
  start.map((day) => ({ until: `203${day.slice(3)}` })),
);
const rules: fc.Arbitrary<SaidSchedule> = fc
  .tuple(
    fc.oneof(
      fc.record({ freq: fc.constant("daily" as const), interval }),
      fc.record({ freq: fc.constant("weekly" as const), interval, byDay: weekdays }),
      fc.record({
        freq: fc.constant("monthly" as const),
        interval,
        byMonthDay: fc
          .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(-1)), {
            minLength: 1,
            maxLength: 3,
          })
          .map((days) => days),
      }),
      fc.record({
        freq: fc.constant("monthly" as const),
        interval,
        byDay: weekdays,
        bySetPos: fc.constantFrom(1, 2, 3, 4, -1),
      }),
    ),
    time,
    start,
    end,
  )
  .map(([rule, clock, day, ending]) => ({ ...rule, time: clock, start: day, ...ending }));

/** ical.js, written by others from RFC 5545: the same rule, expanded independently. */
function byCalendarLibrary(rule: SaidSchedule): readonly string[] {
  const first = ICAL.Time.fromDateTimeString(`${rule.start ?? from}T${rule.time ?? "08:00"}:00`);
  const iterator = ICAL.Recur.fromString(recurrenceRule(rule) ?? "").iterator(first);
  const found: string[] = [];
  for (;;) {
    const at = iterator.next() as ICAL.Time | null;
    if (at === null) break;
    const minute = at.toString().slice(0, 16);
    if (minute > until) break;
    found.push(minute);
  }
  return found;
}

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];

const start31 = { freq: "monthly", start: "2024-01-31" } as const;

describe("the calendar of schedules", () => {
  test("writes the 31st so that other calendars mean the last day", () => {
    const rule: SaidSchedule = { ...start31, byMonthDay: [31], time: "08:00" };
    expect([...occurrences(rule, from, "2023-12-31T23:59", until)]).toEqual(
      byCalendarLibrary(rule),
    );
    expect(recurrenceRule({ ...start31, byMonthDay: [30] })).toBe(
      "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
    );
  });
  test("names the same minutes over ten years as an independent recurrence library", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const ours = [...occurrences(rule, from, "2023-12-31T23:59", until)];
        expect(ours).toEqual(byCalendarLibrary(rule));
      }),
      { numRuns: 400, seed: 9 },
    );
  }, 60_000);

  test("the 31st of a short month is its last day, never skipped", () => {
    const rule: SaidSchedule = { ...start31, byMonthDay: [31] };
    const ours = [...occurrences(rule, from, "2023-12-31T23:59", "2025-01-01T00:00")];
    expect(ours).toHaveLength(12);
    expect(ours[1]).toBe("2024-02-29T08:00");
  });
});

const schedule = (rule: SaidSchedule, doneUntil: string): Schedule => ({
  id: "s",
  name: "Daily backup",
  sentence: "",
  plan: {} as ExportPlan,
  rule,
  retention: {},
  createdAt: "",
  from,
  paused: false,
  target: { kind: "private" },
  doneUntil,
  runs: 0,
  missed: [],
});

/** The wall clock of a zone, from the zone database of the platform. */
function wallClock(zone: string): (instant: number) => string {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return (instant) => clock.format(instant).replace(" ", "T").slice(0, 16);
}

/** The app as it wakes at instants: which slots it runs. Bookkeeping as `ScheduleRuns` keeps it. */
function wake(rule: SaidSchedule, instants: readonly number[], zone: string): readonly string[] {
  const clock = wallClock(zone);
  const ran: string[] = [];
  let one = schedule(rule, clock(instants[0] ?? 0));
  for (const instant of instants) {
    const now = clock(instant);
    one = followClock(one, now);
    const due = dueRun(one, now, new Set(ran));
    if (due === undefined) continue;
    ran.push(due.at);
    one = { ...one, doneUntil: due.at };
  }
  return ran;
}

describe("in five time zones over ten years", () => {
  test.each(zones)(
    "every slot runs exactly once while the app looks every half hour: %s",
    (zone) => {
      const rule: SaidSchedule = { freq: "daily", interval: 3, time: "02:30" };
      const begin = Date.UTC(2024, 0, 1);
      const hours = 24 * (10 * 365 + 3);
      const instants = Array.from({ length: 2 * hours }, (_, at) => begin + at * 1_800_000);
      const ran = wake(rule, instants, zone);
      expect(new Set(ran).size).toBe(ran.length);
      const last = ran.at(-1) ?? "";
      const all = [...occurrences(rule, from, ran[0] ?? "", last)];
      expect(ran.slice(1)).toEqual(all);
      expect(ran.length).toBeGreaterThan(1200);
    },
  );

  test.each(zones)("a clock set back and forth runs no slot twice and misses none: %s", (zone) => {
    const rule: SaidSchedule = { freq: "daily", time: "08:00" };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -40, max: 60 }), { minLength: 5, maxLength: 60 }),
        (hours) => {
          let at = Date.UTC(2024, 5, 1);
          const instants = [at, ...hours.map((step) => (at += step * 3_600_000))];
          // Afterwards the clock runs as it should, for twenty days.
          const calm = Array.from({ length: 20 * 24 }, (_, hour) => at + hour * 3_600_000);
          const ran = wake(rule, [...instants, ...calm], zone);
          expect(new Set(ran).size).toBe(ran.length);
          const days = new Set(calm.map((instant) => wallClock(zone)(instant).slice(0, 10)));
          const missed = [...days].slice(1, -1).filter((day) => !ran.includes(`${day}T08:00`));
          expect(missed).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 9 },
    );
  });

  test("02:30 on the night it does not exist is due when the clock shows a later minute", () => {
    const rule: SaidSchedule = { freq: "daily", time: "02:30" };
    // Berlin, 31 March 2024: 02:00 becomes 03:00 at 01:00 UTC.
    const night = Date.UTC(2024, 2, 31, 0, 30);
    const ran = wake(rule, [night, night + 29 * 60_000, night + 31 * 60_000], "Europe/Berlin");
    expect(ran).toEqual(["2024-03-31T02:30"]);
  });

  test("02:30 on the night it comes twice is run once", () => {
    const rule: SaidSchedule = { freq: "daily", time: "02:30" };
    // Berlin, 27 October 2024: 03:00 becomes 02:00 at 01:00 UTC.
    const night = Date.UTC(2024, 9, 26, 23, 0);
    const minutes = Array.from({ length: 240 }, (_, at) => night + at * 60_000);
    expect(wake(rule, minutes, "Europe/Berlin")).toEqual(["2024-10-27T02:30"]);
  });
});
