import { describe, expect, test } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { findKind } from "../../../src/core/records/any-kind.ts";
import { validateRecord } from "../../../src/core/records/validate-record.ts";

const common = { id: "1", created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" };
const validate = (value: unknown): unknown =>
  validateRecord(findKind("applications"), value, "entry 88 of applications.json");
function failureOf(value: unknown): unknown {
  try {
    validate(value);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
  }
  return undefined;
}

describe("a record of a kind", () => {
  test("keeps what it does not know under extra", () => {
    expect(validate({ ...common, company: "A", mood: "good" })).toEqual({
      ...common,
      company: "A",
      extra: { mood: "good" },
    });
  });
  test("takes null for absent", () => {
    expect(validate({ ...common, company: "A", notes: null })).toEqual({ ...common, company: "A" });
  });
  test("names the field and the value that cannot be", () => {
    expect(failureOf({ ...common, company: "A", applied_on: "2026-11-31" })).toMatchObject({
      code: "invalid-record",
      field: "applied_on",
      where: "entry 88 of applications.json",
      detail: expect.stringContaining("2026-11-31") as unknown,
    });
  });
  test.each([
    { ...common, company: 5 },
    { ...common, company: "A", rating: 2 ** 53 },
    { ...common },
    { ...common, company: "A", salary_min: Infinity },
    [],
    null,
  ])("refuses what is no record: %j", (value) => {
    expect(failureOf(value)).toMatchObject({ code: "invalid-record" });
  });
  test("refuses a key that reaches a prototype", () => {
    expect(failureOf(JSON.parse('{"id":"1","__proto__":{"x":1}}'))).toMatchObject({
      field: "__proto__",
    });
  });
});
