import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findKind } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import type { Condition } from "../../src/core/select/condition.ts";
import { compileCondition } from "../../src/core/select/matches.ts";
import { filterRecords } from "../../src/core/table/apply-view.ts";
import { searchRecords } from "../../src/core/table/search-records.ts";
import { readKeptView } from "../../src/core/table/kept-view.ts";
import type { TableView } from "../../src/core/table/view.ts";
import { requestForView } from "../../src/state/tracker-export.ts";
import { trackerWorld } from "../support/tracker-world.ts";

const kind = findKind("applications");
const world = trackerWorld();
const { records: store, exports } = world.tracker;
let all: readonly AnyRecord[] = [];

const companies = ["Halden & Voss", "Tessel", "Łódź Data", "undefined", "株式会社", 'The "Best"'];
const places = ["Berlin", "Oslo", "Remote"];
const statuses = ["saved", "applied", "screening", "interview", "offer", "rejected", "ghosted"];
const at = <T>(list: readonly T[], index: number) => list[index % list.length];

beforeAll(async () => {
  const given = Array.from({ length: 60 }, (_, index) => ({
    company: at(companies, index),
    title: at(["Data Analyst", "BI Developer", "Lead"], index * 5),
    status: at(statuses, index * 3),
    location: at(places, index * 7),
    ...(index % 4 === 0 ? {} : { source: at(["LinkedIn", "Referral"], index) }),
    tags: [at(["dbt", "energy", "python"], index) ?? ""],
    priority: at(["low", "medium", "high"], index),
    salary_max: 50_000 + (index % 9) * 5000,
    applied_on: `2026-${String(4 + (index % 8)).padStart(2, "0")}-${String(1 + (index % 27)).padStart(2, "0")}`,
    notes: index % 3 === 0 ? "Call Petra about the rota" : "Wrote a letter",
  }));
  await store.addMany("applications", given);
  all = await store.list("applications");
});
afterAll(() => {
  world.close();
});

const oneOf = (field: string, values: readonly string[]): fc.Arbitrary<Condition> =>
  fc
    .subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) })
    .map((value) => ({ field, op: "in", value }) as const);
const day = fc
  .tuple(fc.integer({ min: 4, max: 11 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([month, date]) => `2026-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`,
  );
const period: fc.Arbitrary<Condition> = fc
  .tuple(day, day, fc.constantFrom("since", "between"))
  .map(([one, other, shape]) => {
    const [start = one, end = other] = [one, other].sort();
    return { field: "applied_on", op: "day", start, end: shape === "since" ? null : end };
  });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  oneOf("status", statuses),
  oneOf("company", companies),
  oneOf("location", places),
  oneOf("tags", ["dbt", "energy"]),
  oneOf("priority", ["low", "high"]),
  period,
  fc.constantFrom<Condition>(
    { field: "source", op: "exists" },
    { field: "source", op: "missing" },
    { field: "title", op: "contains", value: "Data" },
    { field: "salary_max", op: "gte", value: 70_000 },
    { not: { field: "archived", op: "eq", value: true } },
  ),
);
const view: fc.Arbitrary<TableView> = fc
  .record({
    filters: fc.array(condition, { maxLength: 3 }),
    search: fc.constantFrom("", "", "petra", 'the "best"', "undefined", "rejected since May"),
    sort: fc.constantFrom(
      { field: "moved", dir: "desc" } as const,
      { field: "company", dir: "asc" } as const,
    ),
  })
  .map((part) => ({ ...readKeptView(kind, undefined), ...part }));

test("a filtered list hands itself to Ask as a request for the same records", async () => {
  const told = { words: 0, ids: 0 };
  await fc.assert(
    fc.asyncProperty(view, async (shown) => {
      const rows = searchRecords(filterRecords(kind, all, shown.filters), shown.search);
      const wanted = rows.map((record) => record.id).sort();
      const { sentence, edits } = await requestForView(shown, rows, all, (text) =>
        exports.plan(text),
      );
      if (edits.length > 0) {
        told.ids += 1;
        const [edit] = edits;
        const value = edit?.op === "set" ? edit.value : undefined;
        expect([...(value as readonly string[])].sort()).toEqual(wanted);
        return;
      }
      told.words += 1;
      if (wanted.length === 0) return;
      const { plan } = await exports.plan(sentence);
      const [taken, ...others] = plan?.selection.kinds ?? [];
      expect([taken?.kind, others.length], sentence).toEqual(["applications", 0]);
      const takes = taken?.where === undefined ? () => true : compileCondition(kind, taken.where);
      const found = all.filter(takes).map((record) => record.id);
      expect(found.sort(), sentence).toEqual(wanted);
    }),
    { numRuns: 120, seed: 20261125 },
  );
  // Most views are said in words; ids are for those that no sentence can say.
  console.log(`views said in words: ${String(told.words)}, by ids: ${String(told.ids)}`);
  expect(told.words).toBeGreaterThan(told.ids);
}, 60_000);
