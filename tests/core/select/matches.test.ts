import { describe, expect, test } from "vitest";
import { findKind } from "../../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import type { Condition } from "../../../src/core/select/condition.ts";
import { compileCondition } from "../../../src/core/select/matches.ts";
import { resolveRelated } from "../../../src/core/select/resolve-related.ts";
import { filterCondition } from "../../../src/core/plan/filter-condition.ts";

const common = { created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };
const record: AnyRecord = {
  id: "a",
  ...common,
  company: "Café Größe",
  status: "rejected",
  applied_on: "2026-10-31",
  salary_min: 90_000,
  salary_max: 110_000,
  tags: ["remote", "Dream Job"],
  stages: [
    { status: "applied", at: "2026-10-31" },
    { status: "rejected", at: "2026-11-03T10:00:00+01:00" },
  ],
};
const fits = (condition: Condition): boolean =>
  compileCondition(findKind("applications"), condition)(record);

describe("a condition", () => {
  test("folds case and accents", () => {
    expect(fits({ field: "company", op: "eq", value: "cafe grosse" })).toBe(true);
    expect(fits({ field: "tags", op: "in", value: ["dream job"] })).toBe(true);
  });
  test("takes days half open", () => {
    expect(fits({ field: "*", op: "day", start: "2026-10-01", end: "2026-11-01" })).toBe(true);
    expect(fits({ field: "*", op: "day", start: "2026-10-01", end: "2026-10-31" })).toBe(false);
  });
  test("finds the day of a stage", () => {
    expect(fits({ op: "stage", statuses: ["rejected"], start: "2026-11-01", end: null })).toBe(
      true,
    );
    expect(fits({ op: "stage", statuses: ["applied"], start: "2026-11-01", end: null })).toBe(
      false,
    );
  });
  test("takes a salary range by its upper end for over and its lower end for under", () => {
    const salary = (op: "gt" | "lt", value: number): Condition =>
      filterCondition({ field: "salary", op, value }, "applications") ?? { any: [] };
    expect(fits(salary("gt", 100_000))).toBe(true);
    expect(fits(salary("gt", 110_000))).toBe(false);
    expect(fits(salary("lt", 100_000))).toBe(true);
  });
});

test("interviews at a company are found through their applications", async () => {
  const condition = filterCondition(
    { field: "company", op: "eq", value: "Café Größe" },
    "interviews",
  );
  if (condition === undefined) throw new Error("no condition");
  const resolved = await resolveRelated(condition, async function* () {
    yield await Promise.resolve([record, { ...record, id: "b", company: "Other" }]);
  });
  const test = compileCondition(findKind("interviews"), resolved);
  expect(test({ id: "i1", ...common, application_id: "a" })).toBe(true);
  expect(test({ id: "i2", ...common, application_id: "b" })).toBe(false);
});
