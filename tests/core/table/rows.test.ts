import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findKind, type AnyKind } from "../../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import { filterRecords, orderRecords, type NameOf } from "../../../src/core/table/apply-view.ts";
import { makeSearch, searchRecords } from "../../../src/core/table/search-records.ts";
import { sortRecords } from "../../../src/core/table/sort-records.ts";
import type { TableView } from "../../../src/core/table/view.ts";

const made = "2026-10-01T08:00:00+02:00";
const record = (id: string, fields: Readonly<Record<string, unknown>>): AnyRecord => ({
  id,
  created_at: made,
  updated_at: made,
  ...fields,
});
const ids = (records: readonly AnyRecord[]) => records.map(({ id }) => id);
const noNames = () => undefined;

const halden = record("h", {
  company: "Halden & Voss",
  title: "Senior Data Analyst",
  status: "interview",
  notes: "Petra Nyström called",
  stages: [{ status: "interview", at: "2026-11-03" }],
  salary_max: 76000,
});
const kestrel = record("k", {
  company: "Kestrel Mobility",
  status: "screening",
  tags: ["dbt"],
  stages: [{ status: "screening", at: "2026-11-21" }],
  salary_max: 72000,
});
const bare = record("b", { company: "undefined", applied_on: "2026-11-10" });
const all = [halden, kestrel, bare];
const some = [kestrel, bare];

const applyView = (
  kind: AnyKind,
  records: readonly AnyRecord[],
  shown: TableView,
  nameOf: NameOf,
) =>
  searchRecords(
    filterRecords(kind, orderRecords(kind, records, shown.sort, nameOf), shown.filters),
    shown.search,
  );

const view = (part: Partial<TableView>): TableView => ({
  kind: "applications",
  filters: [],
  search: "",
  sort: { field: "company", dir: "asc" },
  columns: ["company"],
  ...part,
});
const rows = (part: Partial<TableView>) =>
  ids(applyView(findKind("applications"), all, view(part), noNames));

describe("search", () => {
  test("finds a word without its accents, in any field, also inside the stage history", () => {
    expect(ids(searchRecords(all, "nystrom"))).toEqual(["h"]);
    expect(ids(searchRecords(all, "SCREENING"))).toEqual(["k"]);
  });
  test("wants every word, wherever each stands", () => {
    expect(ids(searchRecords(all, "voss petra"))).toEqual(["h"]);
    expect(ids(searchRecords(all, "voss dbt"))).toEqual([]);
  });
  test("does not look at ids and technical times", () => {
    expect(ids(searchRecords(all, "2026-10-01"))).toEqual([]);
  });
  test("gives the same list back when nothing is searched for", () => {
    expect(searchRecords(all, "  ")).toBe(all);
  });
  test("typed a letter at a time, in any list, it finds what one search at once finds", () => {
    const letter = fc.constantFrom("a", "n", "ö", "V", " ", "d", "b", "t", "0");
    const step = fc.tuple(fc.array(letter, { maxLength: 5 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const search = makeSearch();
        for (const [letters, whole] of steps) {
          const list = whole ? all : some;
          const text = letters.join("");
          expect(search(list, text)).toEqual(searchRecords(list, text));
        }
      }),
    );
  });
});

describe("sorting", () => {
  test("puts the empty ones last in both directions", () => {
    expect(rows({ sort: { field: "salary", dir: "asc" } })).toEqual(["k", "h", "b"]);
    expect(rows({ sort: { field: "salary", dir: "desc" } })).toEqual(["h", "k", "b"]);
  });
  test("reads numbers inside texts as numbers and ignores case", () => {
    const named = ["Item 10", "item 9", "ITEM 1"].map((company) => record(company, { company }));
    const sorted = sortRecords(named, (one) => one["company"] as string, "asc");
    expect(ids(sorted)).toEqual(["ITEM 1", "item 9", "Item 10"]);
  });
  test("keeps the order of equal rows and leaves its input alone", () => {
    const same = ["a", "b", "c"].map((id) => record(id, { company: "X" }));
    expect(ids(sortRecords(same, (one) => one["company"] as string, "desc"))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
  test("orders by the last move, falling back to the day applied", () => {
    expect(rows({ sort: { field: "moved", dir: "desc" } })).toEqual(["k", "b", "h"]);
  });
  test("sorts a reference by the name it shows", () => {
    const interviews = [record("1", { application_id: "x" }), record("2", { application_id: "y" })];
    const sorted = applyView(
      findKind("interviews"),
      interviews,
      view({ kind: "interviews", sort: { field: "application_id", dir: "asc" } }),
      (_, id) => (id === "x" ? "Zeta" : "Alpha"),
    );
    expect(ids(sorted)).toEqual(["2", "1"]);
  });
});

describe("a view", () => {
  test("wants all of its filters and the search", () => {
    const filters = [{ field: "status", op: "in", value: ["interview", "screening"] }] as const;
    expect(rows({ filters })).toEqual(["h", "k"]);
    expect(rows({ filters, search: "mobility" })).toEqual(["k"]);
    expect(rows({ filters: [...filters, { field: "tags", op: "exists" }] })).toEqual(["k"]);
  });
  test("takes ten thousand rows in under a second", () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      record(String(at), {
        company: `Company ${String(at % 997)}`,
        title: "Analyst",
        status: "applied",
      }),
    );
    const started = performance.now();
    const found = applyView(
      findKind("applications"),
      many,
      view({ search: "company 99" }),
      noNames,
    );
    expect(performance.now() - started).toBeLessThan(1000);
    expect(found.length).toBeGreaterThan(50);
  });
});
