import { describe, expect, test } from "vitest";
import { readMeant } from "../../../src/core/schedule/obey.ts";
import { isYes, readOrder } from "../../../src/core/schedule/read-order.ts";
import type { Schedule } from "../../../src/core/schedule/schedule.ts";

const weekly = { freq: "weekly", byDay: [5] } as const;
const schedules = ["Weekly backup", "Monthly GDPR package", "Daily applications"].map(
  (name, at) => ({ id: `s${String(at + 1)}`, name, rule: weekly, plan: { title: name } }),
) as unknown as readonly Schedule[];

describe("an order about a schedule that is pointed at", () => {
  test.each([
    ["run it now", "run"],
    ["Pause it.", "pause"],
    ["please resume that schedule", "resume"],
    ["delete that schedule", "delete"],
    ["remove it for good", "delete"],
    ["pausiere es", "pause"],
  ])("%s", (text, op) => {
    expect(readOrder(text, {})).toEqual({ op });
  });
  test("may count the schedules", () => {
    expect(readOrder("remove the second schedule", {})).toEqual({ op: "delete", ordinal: 2 });
    expect(readOrder("pause the last one", {})).toEqual({ op: "pause", ordinal: -1 });
  });
  test("changes only where a rule stands beside it", () => {
    expect(readOrder("change it to Fridays", { schedule: weekly })).toEqual({ op: "update" });
    expect(readOrder("change it to markdown", {})).toBeUndefined();
  });
  test.each(["run the numbers", "delete Acme", "resume", "my resume as PDF", "make a backup"])(
    "is not read from “%s”",
    (text) => {
      expect(readOrder(text, {})).toBeUndefined();
    },
  );
  test("means the schedule spoken of last, the one counted, or asks which", () => {
    const said = { v: 1, intent: "none" } as const;
    expect(readMeant(schedules, "run it now", said, "s2").schedule.id).toBe("s2");
    expect(readMeant(schedules, "pause the last one", said, "s2").schedule.id).toBe("s3");
    expect(() => readMeant(schedules, "run it now", said)).toThrow();
  });
  test("is confirmed by a clear yes alone", () => {
    expect(["yes", "Yes, remove it.", "ja", "ok"].every(isYes)).toBe(true);
    expect(["no", "yes but later", "everything as CSV"].some(isYes)).toBe(false);
  });
});
