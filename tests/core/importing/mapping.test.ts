import { describe, expect, test } from "vitest";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";

const table =
  "Firm,What,When,Memo\nNorthwind,Analyst,3/5/2026,Call\nContoso,Tester,3/6/2026,Mail\n";
const look = (mapping?: Readonly<Record<string, string>>): Promise<Inspection> =>
  inspect(new Blob([table]), {
    name: "table.csv",
    now: () => new Date("2026-11-25T10:00:00Z"),
    ...(mapping === undefined ? {} : { mapping }),
  });
const first = ({ incoming }: Inspection): Readonly<Record<string, unknown>> =>
  incoming[0]?.record ?? {};

describe("the columns of a table", () => {
  test("are shown with where they go and what stands in them", async () => {
    const { columns = [] } = await look({ Firm: "company" });
    expect(columns.map(({ name }) => name)).toEqual(["Firm", "What", "When", "Memo"]);
    expect(columns[0]).toEqual({
      name: "Firm",
      target: "company",
      sample: ["Northwind", "Contoso"],
    });
  });

  test("go where a person sends them", async () => {
    const chosen = { Firm: "company", What: "title", Memo: "next_action", When: "skip" };
    const record = first(await look(chosen));
    expect(record).toMatchObject({ company: "Northwind", title: "Analyst", next_action: "Call" });
    expect(JSON.stringify(record)).not.toContain("3/5/2026");
  });

  test("ask for the order of days only where no cell decides it", async () => {
    const { columns = [] } = await look({ Firm: "company", When: "applied_on" });
    expect(columns[2]?.days?.unsure).toBe(true);
    const sure = table.replace("3/6/2026", "3/26/2026");
    const again = await inspect(new Blob([sure]), {
      now: () => new Date(0),
      mapping: { Firm: "company", When: "applied_on" },
    });
    expect(again.columns?.[2]?.days).toEqual({ order: "month-first", unsure: false });
  });

  test.each([
    ["day-first", "2026-05-03"],
    ["month-first", "2026-03-05"],
  ])("read days %s when a person says so", async (order, day) => {
    const inspection = await look({ Firm: "company", When: `applied_on ${order}` });
    expect(first(inspection)).toMatchObject({ applied_on: day });
    expect(inspection.columns?.[2]?.days?.unsure).toBe(false);
  });

  test("that are sent to a field nobody knows stay where they were", async () => {
    const usual = await look({ Firm: "company" });
    const odd = await look({
      Firm: "company",
      What: "__proto__",
      When: "id",
      Memo: "sideways",
    });
    expect(odd.incoming).toEqual(usual.incoming);
  });

  test("of one name can be told apart", async () => {
    const twice = "Company,Notes,Notes\nNorthwind,one,two\n";
    const inspection = await inspect(new Blob([twice]), {
      now: () => new Date(0),
      mapping: { Notes: "skip", "Notes (2)": "notes" },
    });
    expect(first(inspection)).toMatchObject({ notes: "two" });
  });
});

test("a row that stands in two tables of one file counts once", async () => {
  const one = "Company,Job Title,Status\nNorthwind,Analyst,Applied\n";
  const inspection = await inspect(new Blob([`${one}\n${one}Contoso,Tester,Applied\n`]), {
    now: () => new Date(0),
  });
  expect(inspection.refused).toEqual([]);
  expect(inspection.kinds).toEqual({ applications: 2 });
  expect(inspection.skipped.map(({ what }) => what)).toContain("Duplicates: 1");
});
