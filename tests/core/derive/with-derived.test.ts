import { describe, expect, it } from "vitest";
import { readKnownNames } from "../../../src/core/derive/known-names.ts";
import { withDerived } from "../../../src/core/derive/with-derived.ts";
import { arraySource } from "../../support/array-source.ts";
import { record } from "../../support/export-run.ts";

const at = "2026-11-25T08:00:00.000Z";
const source = arraySource({
  applications: [
    record("a1", {
      company: "Acme",
      status: "rejected",
      applied_on: "2026-03-02",
      stages: [{ status: "applied", at: "2026-03-02" }],
    }),
    record("a2", {
      company: "ACME ",
      status: "offer",
      applied_on: "2026-01-10",
      updated_at: "2026-12-01T00:00:00Z",
    }),
    record("a3", { company: "Zürich Re", status: "saved" }),
    record("a4", { title: "No company" }),
  ],
  interviews: [record("i1", { application_id: "a1", starts_at: "2026-04-01T10:00:00+02:00" })],
  contacts: [
    record("c1", { name: "Ada", company: "acme", last_contact_on: "2026-05-05" }),
    record("c2", { name: "Bob", company: "Initech" }),
  ],
  activities: [record("v1", { employer: "Hooli", employer_contact: "Gavin" })],
});
const derived = withDerived(source, at, "2026-11-25");

async function all(kind: "companies" | "analytics"): Promise<readonly Record<string, unknown>[]> {
  const found = [];
  for await (const batch of derived.batches(kind)) found.push(...batch);
  return found;
}

describe("companies", () => {
  it("are one row each, with counts of what refers to them", async () => {
    const rows = await all("companies");
    expect(rows.map((row) => row["company"])).toEqual(["Acme", "Initech", "Zürich Re"]);
    expect(rows[0]).toMatchObject({
      applications: 2,
      interviews: 1,
      contacts: 1,
      latest_status: "offer",
      first_applied_on: "2026-01-10",
      last_activity_on: "2026-05-05",
    });
  });

  it("can be read by id, like stored records", async () => {
    const [first] = await all("companies");
    expect(await derived.byIds("companies", [String(first?.["id"]), "gone"])).toEqual([first]);
  });
});

describe("analytics", () => {
  it("count the applications", async () => {
    const figures = await all("analytics");
    expect(figures).toContainEqual(
      expect.objectContaining({ group: "Totals", name: "Saved only", value: 2, created_at: at }),
    );
    expect(await derived.count("analytics")).toBe(figures.length);
  });

  it("are none where there is nothing to count", async () => {
    expect(await withDerived(arraySource({}), at, "2026-11-25").count("analytics")).toBe(0);
  });
});

it("known names come from every kind that names people and companies", async () => {
  expect(await readKnownNames(source)).toEqual({
    people: ["Ada", "Bob", "Gavin"],
    companies: ["acme", "Initech", "Acme", "ACME", "Zürich Re", "Hooli"],
  });
});
