import { describe, expect, test } from "vitest";
import type { PlanPreview } from "../../src/core/job-tracker.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { isUnchanged, sampleRows } from "../../src/state/ask/sample-rows.ts";

const at = { created_at: "2026-11-01T08:00:00Z", updated_at: "2026-11-01T08:00:00Z" };
const contact = {
  ...at,
  id: "c1",
  name: "Petra Nyström",
  email: "petra@example.org",
  role: "Lead",
};
const note = {
  ...at,
  id: "a1",
  company: "Tessel",
  title: "Analyst",
  notes: "Call Petra",
  status: "applied",
};

function previewOf(
  before: PlanPreview["before"],
  after: Record<string, readonly object[]>,
): PlanPreview {
  return { before, sample: after } as PlanPreview;
}
const words = (pieces: readonly { readonly text: string }[] | undefined): string =>
  (pieces ?? []).map(({ text }) => text).join("");

describe("the sample", () => {
  test("shows the field that the level changes, beside the title", () => {
    const [row] = sampleRows(
      previewOf({ contacts: [contact] }, { contacts: [{ ...contact, email: "[email]" }] }),
    );
    expect(words(row?.text?.before)).toBe("petra@example.org");
    expect(words(row?.text?.after)).toBe("[email]");
  });
  test("shows a salary as one thing, and what stands in its place", () => {
    const paid = {
      ...note,
      notes: "",
      salary_min: 85_000,
      salary_max: 100_000,
      salary_currency: "GBP",
    };
    const bare = { ...note, notes: "", salary_currency: "[salary]" };
    const [row] = sampleRows(previewOf({ applications: [paid] }, { applications: [bare] }));
    expect(words(row?.text?.before)).toBe("85000–100000 GBP");
    expect(words(row?.text?.after)).toBe("[salary]");
  });
  test("takes the same records left and right, from every kind in turn", () => {
    const rows = sampleRows(
      previewOf(
        {
          applications: [note, { ...note, id: "a2" }] as AnyRecord[],
          contacts: [contact],
        },
        { applications: [note, { ...note, id: "a2" }], contacts: [contact] },
      ),
    );
    expect(rows.map(({ id }) => id)).toEqual(["a1", "c1", "a2"]);
    expect(isUnchanged(rows)).toBe(true);
  });
  test("is not the same where one word went", () => {
    const rows = sampleRows(
      previewOf({ applications: [note] }, { applications: [{ ...note, notes: "Call [name]" }] }),
    );
    expect(isUnchanged(rows)).toBe(false);
  });
});
