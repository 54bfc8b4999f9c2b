import { describe, expect, it } from "vitest";
import { maskNumber, workSearchModel } from "../../../src/core/layout/work-search-model.ts";
import { documentOf } from "../../support/clean-rows.ts";

const rows = [
  { date: "2026-11-10", employer: "B", document_ids: ["d2"], extra: { counts: false } },
  {
    date: "2026-10-26",
    employer: "A",
    employer_address: "X 1",
    document_ids: ["d1"],
    reference: "7",
  },
  { date: "2026-10-31", employer: "A" },
  { employer: "C" },
];
const model = (options: Record<string, unknown>): ReturnType<typeof workSearchModel> =>
  workSearchModel(documentOf([], { title: "Work-search log", options }), rows);

describe("the work-search log", () => {
  it("lists every claim week, also one without entries, and says how many are short", () => {
    expect(model({ goal: 2 }).weeks.map(({ label, words }) => [label, words])).toEqual([
      ["Mon 26 Oct – Sun 1 Nov", "2 counted, goal 2 met"],
      ["Mon 2 – Sun 8 Nov", "0 counted, 2 short"],
      ["Mon 9 – Sun 15 Nov", "0 counted, 2 short"],
      ["Without a date", "1 entry"],
    ]);
  });

  it("begins weeks on Sunday where the office does", () => {
    expect(model({ weekStart: "sunday" }).weeks[0]?.label).toBe("Sun 25 – Sat 31 Oct");
  });

  it("counts what counts and numbers the proofs in the order of days", () => {
    const { facts, weeks, notes } = model({ goal: 2 });
    expect(facts.find(({ name }) => name === "Counted")?.text).toBe("3 of 6 asked");
    expect(weeks.flatMap((week) => week.rows.map((row) => row.proof))).toEqual(["1", "", "2", ""]);
    expect(notes[0]).toContain("Proof 1 to 2");
  });

  it("masks the number unless it is to be shown, and leaves room for what is not known", () => {
    expect(maskNumber("123 456 4821")).toBe("••• ••• 4821");
    expect(maskNumber("12")).toBe("•••");
    expect(maskNumber("")).toBe("");
    const shown = model({ claimNumber: "123", showNumber: true }).facts;
    expect(shown.find(({ name }) => name === "Number")?.text).toBe("123");
    expect(model({}).facts.find(({ name }) => name === "Name")?.text).toBe("");
  });
});
