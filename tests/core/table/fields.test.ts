import { describe, expect, test } from "vitest";
import { findKind } from "../../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import { boardColumns, moveToStatus, movedAt } from "../../../src/core/table/board.ts";
import { localInstant, readFieldText, writeFieldText } from "../../../src/core/table/field-text.ts";
import {
  distinctValues,
  filterShape,
  periodChoices,
} from "../../../src/core/table/filter-choices.ts";
import { nextStatus, stageHistory } from "../../../src/core/table/stage-history.ts";

const applications = findKind("applications");
const record = (fields: Readonly<Record<string, unknown>>, id = "1"): AnyRecord => ({
  id,
  created_at: "2026-11-20T08:00:00+01:00",
  updated_at: "2026-11-20T08:00:00+01:00",
  ...fields,
});
const fieldOf = (name: string) => {
  const field = applications.fields[name];
  if (field === undefined) throw new Error(name);
  return field;
};
const read = (name: string, text: string) => readFieldText(fieldOf(name), text);

describe("typed text", () => {
  test("is read by the type of its field", () => {
    expect(read("company", "  Tessel ")).toEqual({ ok: true, value: "Tessel" });
    expect(read("tags", "dbt, energy,dbt,")).toEqual({ ok: true, value: ["dbt", "energy"] });
    expect(read("applied_on", "2026-11-30")).toEqual({ ok: true, value: "2026-11-30" });
    expect(read("archived", "true")).toEqual({ ok: true, value: true });
  });
  test("may group its numbers in any common way", () => {
    for (const text of ["68000", "68,000", "68.000", "68 000", "68’000"]) {
      expect(read("salary_min", text), text).toEqual({ ok: true, value: 68000 });
    }
    expect(read("salary_min", "41,5")).toEqual({ ok: true, value: 41.5 });
  });
  test("empties a field when blank", () => {
    expect(read("salary_min", "  ")).toEqual({ ok: true, value: undefined });
  });
  test("is refused with its own words when it cannot be read", () => {
    expect(read("applied_on", "2026-11-31")).toEqual({
      ok: false,
      why: "“2026-11-31” is not a day.",
    });
    expect(read("rating", "4.5")).toEqual({ ok: false, why: "“4.5” is not a whole number." });
    expect(read("salary_min", "lots")).toEqual({ ok: false, why: "“lots” is not a number." });
  });
  test("comes back the same after it was written into a form", () => {
    const starts = findKind("interviews").fields["starts_at"];
    const at = localInstant(new Date(2026, 10, 27, 10, 0, 0));
    expect(starts && readFieldText(starts, writeFieldText(starts, at))).toEqual({
      ok: true,
      value: at,
    });
  });
});

describe("the board", () => {
  test("keeps a column for every status, own ones before the closed ones", () => {
    const columns = boardColumns([record({ status: "take-home" }), record({}, "2")]);
    expect(columns.map(({ status }) => status)).toEqual([
      "saved",
      "applied",
      "screening",
      "interview",
      "offer",
      "take-home",
      "accepted",
      "rejected",
      "ghosted",
      "withdrawn",
    ]);
    expect(columns[0]?.records.map(({ id }) => id)).toEqual(["2"]);
  });
  test("appends a move to the history and never rewrites it", () => {
    const before = record({ status: "saved", stages: [{ status: "saved", at: "2026-11-01" }] });
    const after = moveToStatus(before, "applied", "2026-11-25T10:00:00+01:00");
    expect(after).toMatchObject({
      status: "applied",
      applied_on: "2026-11-25",
      stages: [
        { status: "saved", at: "2026-11-01" },
        { status: "applied", at: "2026-11-25T10:00:00+01:00" },
      ],
    });
    expect(before["status"]).toBe("saved");
    expect(movedAt(after)).toBe("2026-11-25T10:00:00+01:00");
  });
  test("does nothing when the card is put back where it was", () => {
    const before = record({ status: "applied" });
    expect(moveToStatus(before, "applied", "2026-11-25")).toBe(before);
  });
});

describe("the stage history", () => {
  test("counts the days between stages, and so far in the open one", () => {
    const stages = [
      { status: "screening", at: "2026-10-23", note: "Called" },
      { status: "applied", at: "2026-10-14" },
    ];
    expect(stageHistory(record({ stages }), "2026-11-03")).toEqual([
      { status: "applied", at: "2026-10-14", days: 9, running: false },
      { status: "screening", at: "2026-10-23", note: "Called", days: 11, running: true },
    ]);
  });
  test("stops counting once the application is closed", () => {
    const stages = [{ status: "rejected", at: "2026-10-23" }];
    expect(stageHistory(record({ stages }), "2026-11-03")[0]).not.toHaveProperty("days");
  });
  test("offers the stage that usually follows", () => {
    expect(nextStatus("screening")).toBe("interview");
    expect(nextStatus("rejected")).toBeUndefined();
  });
});

describe("filter choices", () => {
  test("list the values of a field, most frequent first", () => {
    const records = [
      record({ source: "LinkedIn" }),
      record({ source: "Agency" }),
      record({ source: "LinkedIn" }),
    ];
    expect(distinctValues("source", records)).toEqual([
      ["LinkedIn", 2],
      ["Agency", 1],
    ]);
    expect(filterShape(applications, "source", records)).toBe("values");
    expect(filterShape(applications, "notes", records)).toBe("words");
    expect(filterShape(applications, "salary_max", records)).toBe("numbers");
  });
  test("offer last month as its calendar month", () => {
    const choice = periodChoices("applied_on", "2026-11-25").find(
      (one) => one.label === "Last month",
    );
    expect(choice?.condition).toEqual({
      field: "applied_on",
      op: "day",
      start: "2026-10-01",
      end: "2026-11-01",
    });
  });
});
