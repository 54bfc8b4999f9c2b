import { describe, expect, test } from "vitest";
import type { ExportPlan } from "../../../src/core/plan/plan.ts";
import type { SaidSchedule } from "../../../src/core/request/request.ts";
import { dueRun } from "../../../src/core/schedule/due-run.ts";
import { nextOccurrences } from "../../../src/core/schedule/occurrences.ts";
import { decideRetention, type Copy } from "../../../src/core/schedule/retention.ts";
import { protectionMatters } from "../../../src/core/schedule/protection-matters.ts";
import type { Schedule } from "../../../src/core/schedule/schedule.ts";

const next = (rule: SaidSchedule, after: string, count = 3): readonly string[] =>
  nextOccurrences(rule, "2026-11-25", after, count);

describe("the next runs", () => {
  test("every Monday at 8", () => {
    expect(next({ freq: "weekly", byDay: [1], time: "08:00" }, "2026-11-25T10:00")).toEqual([
      "2026-11-30T08:00",
      "2026-12-07T08:00",
      "2026-12-14T08:00",
    ]);
  });
  test("the same Monday before 8 is still to come", () => {
    expect(next({ freq: "weekly", byDay: [1], time: "08:00" }, "2026-11-30T07:59", 1)).toEqual([
      "2026-11-30T08:00",
    ]);
    expect(next({ freq: "weekly", byDay: [1], time: "08:00" }, "2026-11-30T08:00", 1)).toEqual([
      "2026-12-07T08:00",
    ]);
  });
  test("every other week counts from the week it began", () => {
    expect(next({ freq: "weekly", interval: 2, byDay: [5] }, "2026-11-25T10:00", 2)).toEqual([
      "2026-11-27T08:00",
      "2026-12-11T08:00",
    ]);
  });
  test("the 31st is the last day of a shorter month", () => {
    expect(
      next({ freq: "monthly", byMonthDay: [31] }, "2026-11-25T10:00", 4).map((at) =>
        at.slice(0, 10),
      ),
    ).toEqual(["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]);
  });
  test("the first and the last Friday of the month", () => {
    expect(next({ freq: "monthly", byDay: [5], bySetPos: 1 }, "2026-11-25T10:00", 2)[0]).toBe(
      "2026-12-04T08:00",
    );
    expect(next({ freq: "monthly", byDay: [5], bySetPos: -1 }, "2026-11-25T10:00", 1)[0]).toBe(
      "2026-11-27T08:00",
    );
  });
  test("once a year on the day it was begun", () => {
    expect(
      next({ freq: "monthly", interval: 12, byMonthDay: [25] }, "2026-11-25T10:00", 1),
    ).toEqual(["2027-11-25T08:00"]);
  });
  test("a rule ends after its count or its last day", () => {
    expect(next({ freq: "daily", count: 2 }, "2026-11-25T00:00", 9)).toHaveLength(2);
    expect(next({ freq: "daily", until: "2026-11-27" }, "2026-11-25T09:00", 9)).toHaveLength(2);
  });
});

const schedule: Schedule = {
  id: "s",
  name: "Weekly backup",
  sentence: "backup every Monday at 8",
  plan: {} as ExportPlan,
  rule: { freq: "weekly", byDay: [1], time: "08:00" },
  retention: { keepLast: 5 },
  createdAt: "2026-11-02T09:00:00Z",
  from: "2026-11-02",
  paused: false,
  target: { kind: "private" },
  doneUntil: "2026-11-02T09:00",
  runs: 0,
  missed: [],
};

describe("what is due", () => {
  test("nothing before its time", () => {
    expect(dueRun(schedule, "2026-11-09T07:59")).toBeUndefined();
  });
  test("one run makes good for all that were missed", () => {
    expect(dueRun(schedule, "2026-11-25T10:00")).toMatchObject({
      at: "2026-11-23T08:00",
      missed: ["2026-11-09T08:00", "2026-11-16T08:00"],
    });
  });
  test("a clock that moved back runs nothing twice", () => {
    const done = { ...schedule, doneUntil: "2026-11-23T08:00" };
    expect(dueRun(done, "2026-11-23T07:30")).toBeUndefined();
    expect(dueRun(done, "2026-11-23T08:00")).toBeUndefined();
  });
  test("a paused schedule is never due", () => {
    expect(dueRun({ ...schedule, paused: true }, "2026-12-25T10:00")).toBeUndefined();
  });
});

describe("retention", () => {
  const copies: readonly Copy[] = ["01", "08", "15", "22"].map((day) => ({
    id: day,
    at: `2026-11-${day}T08:00`,
    proved: true,
  }));
  const kept = (rule: Parameters<typeof decideRetention>[1], list = copies): readonly string[] =>
    decideRetention(list, rule, "2026-11-25T10:00")
      .filter(({ keep }) => keep)
      .map(({ copy }) => copy.id);
  test("keeps the last ones", () => {
    expect(kept({ keepLast: 2 })).toEqual(["22", "15"]);
  });
  test("keeps the newest proved copy whatever the rule says", () => {
    const list = copies.map((copy) => ({ ...copy, proved: copy.id === "08" }));
    expect(kept({ keepLast: 1 }, list)).toEqual(["22", "08"]);
    expect(kept({ maxAgeDays: 1 }, list)).toEqual(["08"]);
  });
  test("rules are joined by or", () => {
    expect(kept({ keepLast: 1, monthly: 1 })).toEqual(["22"]);
    expect(kept({ keepLast: 1, weekly: 3 })).toEqual(["22", "15", "08"]);
  });
  test("without a rule nothing goes", () => {
    expect(kept({})).toHaveLength(4);
  });
});

test("the first screen warns only when more than a few changes would be lost", () => {
  expect([0, 1, 3].some((changes) => protectionMatters({ changes }))).toBe(false);
  expect(protectionMatters({ changes: 4 })).toBe(true);
});
