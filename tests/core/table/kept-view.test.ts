import { describe, expect, test } from "vitest";
import { findKind } from "../../../src/core/records/any-kind.ts";
import { moveColumn, standardColumns } from "../../../src/core/table/column-choice.ts";
import { gridTemplate, leastWidth } from "../../../src/core/table/column-width.ts";
import { readKeptView, writeKeptView } from "../../../src/core/table/kept-view.ts";

const kind = findKind("applications");

describe("what is kept of a table", () => {
  test("comes back: columns in their order, widths and the order of the rows", () => {
    const view = {
      ...readKeptView(kind, undefined),
      columns: ["title", "company", "rating"],
      widths: { title: 300 },
      sort: { field: "rating", dir: "desc" } as const,
    };
    expect(readKeptView(kind, writeKeptView(view))).toEqual(view);
  });
  test("leaves out what this version does not know, and what was tampered with", () => {
    const kept = JSON.stringify({
      columns: ["title", "title", "gone", 7],
      widths: { title: 1e9, company: "wide", gone: 90 },
      sort: { field: "gone", dir: "up" },
    });
    expect(readKeptView(kind, kept)).toMatchObject({
      columns: ["title"],
      widths: { title: 800 },
      sort: { field: "moved", dir: "desc" },
    });
  });
  test("starts with the standard columns when nothing readable was kept", () => {
    for (const kept of [undefined, "", "{", "null", "[]", '{"columns":[]}']) {
      expect(readKeptView(kind, kept).columns).toEqual(standardColumns(kind));
    }
  });
});

describe("columns by hand", () => {
  test("move one place at a time and stop at the ends", () => {
    const columns = ["a", "b", "c"];
    expect(moveColumn(columns, "b", 1)).toEqual(["a", "c", "b"]);
    expect(moveColumn(columns, "a", -1)).toEqual(columns);
    expect(moveColumn(columns, "none", 1)).toEqual(columns);
  });
  test("take the width they were given in every row, and the table grows with them", () => {
    const [narrow, wide] = [{}, { status: 300 }];
    expect(gridTemplate(kind, ["company", "status"], wide)).toMatch(/ 300px$/u);
    expect(leastWidth(kind, ["status"], wide) - leastWidth(kind, ["status"], narrow)).toBe(196);
  });
});
