import { describe, expect, test } from "vitest";
import { findKind } from "../../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../../src/core/records/stored-record.ts";
import { cellOf, fieldWords } from "../../../src/core/table/cells.ts";
import { standardColumns, standardSort } from "../../../src/core/table/column-choice.ts";
import { describeFilter } from "../../../src/core/table/describe-filter.ts";
import { describeRows, describeView } from "../../../src/core/table/describe-view.ts";
import type { TableView } from "../../../src/core/table/view.ts";

const applications = findKind("applications");
const context = { today: "2026-11-25", locale: "en-GB", nameOf: () => undefined };
const record = (fields: Readonly<Record<string, unknown>>): AnyRecord => ({
  id: "1",
  created_at: "2026-11-20T08:00:00+01:00",
  updated_at: "2026-11-20T08:00:00+01:00",
  ...fields,
});
const view = (part: Partial<TableView> = {}): TableView => ({
  kind: "applications",
  filters: [],
  search: "",
  sort: standardSort(applications),
  columns: standardColumns(applications),
  ...part,
});

describe("cells", () => {
  const cell = (column: string, fields: Readonly<Record<string, unknown>>) =>
    cellOf(applications, column, record(fields), context);

  test("shorten a salary to thousands only where nothing is lost", () => {
    const euro = { salary_currency: "EUR" };
    expect(cell("salary", { salary_min: 68000, salary_max: 76000, ...euro }).text).toBe(
      "68–76 k €",
    );
    expect(cell("salary", { salary_min: 68500, ...euro }).text).toBe("68,500 €");
    expect(cell("salary", { salary_min: 40, salary_max: 40, salary_currency: "points" }).text).toBe(
      "40 points",
    );
    expect(cell("salary", {}).text).toBe("");
  });
  test("say how long ago it moved", () => {
    expect(cell("moved", { stages: [{ status: "applied", at: "2026-11-17" }] }).text).toBe("8 d");
    expect(cell("moved", { stages: [{ status: "applied", at: "2026-11-25" }] }).text).toBe("today");
  });
  test("call out what is due today and what is overdue", () => {
    const next = (next_action_on: string) => cell("next", { next_action: "Nudge", next_action_on });
    expect(next("2026-11-24").after).toEqual({ text: "Overdue 1 d", tone: "stop" });
    expect(next("2026-11-25").after).toEqual({ text: "Today", tone: "care" });
    expect(next("2026-11-27").after).toEqual({ text: "Fri 27 Nov", tone: "plain" });
  });
  test("expect nothing of a closed application", () => {
    expect(cell("next", { status: "rejected", next_action: "Nudge" }).text).toBe("");
  });
  test("show hostile text as one line of text", () => {
    expect(cell("company", { company: "a\n\n  <b>b</b>" }).text).toBe("a <b>b</b>");
    expect(cell("company", { company: "undefined" }).text).toBe("undefined");
  });
  test("survive a date that is none and a list of strangers", () => {
    expect(cell("moved", { stages: [{ status: "applied", at: "soon" }] }).text).toBe("");
    expect(fieldWords(applications, "contact_ids", ["gone"], context)).toBe("");
    expect(fieldWords(applications, "applied_on", "31.11.2026", context)).toBe("31.11.2026");
  });
});

describe("a filter chip", () => {
  const chip = (filter: Parameters<typeof describeFilter>[1]) =>
    describeFilter(applications, filter, (day) => day);
  test("calls the four open stages active", () => {
    const value = ["offer", "applied", "screening", "interview"];
    expect(chip({ field: "status", op: "in", value })).toEqual({
      subject: "Status is",
      value: "active",
    });
  });
  test("names the last day of a half-open range", () => {
    expect(
      chip({ field: "applied_on", op: "day", start: "2026-09-01", end: "2026-10-01" }),
    ).toEqual({
      subject: "Applied between",
      value: "2026-09-01 and 2026-09-30",
    });
    expect(chip({ field: "applied_on", op: "day", start: null, end: "2026-10-01" }).value).toBe(
      "2026-09-30",
    );
  });
});

describe("the sentence for Ask", () => {
  test("names the kind when nothing narrows it", () => {
    expect(describeView(view())).toBe("Export applications");
  });
  test("says filters, search, order and columns", () => {
    const sentence = describeView(
      view({
        filters: [
          { field: "status", op: "in", value: ["applied", "screening", "interview", "offer"] },
          { field: "applied_on", op: "day", start: "2026-09-01", end: null },
        ],
        search: "dbt",
        sort: { field: "company", dir: "desc" },
        columns: ["company", "salary"],
      }),
    );
    expect(sentence).toBe(
      'Export applications that are active applied since 1 September 2026 mentioning "dbt" ' +
        "sorted by company descending " +
        "with only the columns company and salary",
    );
  });
  test("says a place, a company and a tag as people do", () => {
    const filters = [
      { field: "company", op: "in", value: ["Viaduct", "Tessel"] },
      { field: "location", op: "eq", value: "Berlin" },
      { field: "tags", op: "in", value: ["dbt"] },
    ] as const;
    expect(describeView(view({ filters }))).toBe(
      "Export applications at Viaduct or Tessel in Berlin tagged dbt",
    );
  });
  test("lists statuses as what the applications are", () => {
    const filters = [{ field: "status", op: "in", value: ["rejected", "ghosted"] }] as const;
    expect(describeView(view({ filters }))).toBe(
      "Export applications that are rejected or ghosted",
    );
  });
  test("quotes a search so that its own quotes do not end it", () => {
    expect(describeView(view({ search: 'the "best" lead' }))).toBe(
      'Export applications mentioning “the "best" lead”',
    );
  });
  test("says how many are chosen without naming them", () => {
    const sort = { field: "company", dir: "asc" } as const;
    expect(describeRows(view({ sort }), 3)).toBe("Export these applications sorted by company");
    expect(describeRows(view(), 1)).toBe("Export one application");
  });
});
