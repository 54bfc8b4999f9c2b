import { writeOds } from "hucre/ods";
import { describe, expect, test } from "vitest";
import { mappingFor } from "../../../src/core/importing/table/choose-mapping.ts";
import { readTable } from "../../../src/core/importing/table/read-table.ts";
import { repairRow } from "../../../src/core/importing/table/repair-row.ts";
import { scanText } from "../../../src/core/importing/table/row-scanner.ts";
import { RowScanner } from "../../../src/core/importing/table/row-scanner.ts";
import type { Inspection } from "../../../src/core/restore/contract.ts";
import { inspect } from "../../../src/core/restore/inspect.ts";

const now = (): Date => new Date("2026-11-25T10:00:00Z");
const look = (text: string | Uint8Array<ArrayBuffer>, more = {}): Promise<Inspection> =>
  inspect(new Blob([text]), { now, name: "table", ...more });
const rows = ({ incoming }: Inspection) => incoming.map(({ record }) => record);
const tableOf = (text: string) => {
  const head = new TextEncoder().encode(text);
  return readTable({ name: "t", head, open: () => new Blob([head]).stream() });
};

describe("the scanner of rows", () => {
  const dialect = { delimiter: ",", quote: '"' };
  const text = 'a,"b ""c"", d"\r\n"line\nbreak", "x, y" ,z\r\r\nlast';

  test("gives the same rows whatever the size of the pieces", () => {
    const whole = scanText(text, dialect).map(({ cells }) => cells);
    expect(whole).toEqual([["a", 'b "c", d'], ["line\nbreak", "x, y ", "z"], [""], ["last"]]);
    for (const size of [1, 2, 3, 5]) {
      const scanner = new RowScanner(dialect);
      const found: (readonly string[])[] = [];
      for (let at = 0; at < text.length; at += size) {
        found.push(...scanner.push(text.slice(at, at + size)).map(({ cells }) => cells));
      }
      found.push(...scanner.finish().map(({ cells }) => cells));
      expect(found).toEqual(whole);
    }
  });
});

describe("the form of a table", () => {
  test.each([
    [
      "semicolons",
      "Company;Title\nA, B;C\nD, E;F\n",
      [
        ["A, B", "C"],
        ["D, E", "F"],
      ],
    ],
    ["tabs", "Company\tTitle\nA\tB, C\n", [["A", "B, C"]]],
    ["a line that names the sign", "sep=|\nCompany|Title\nA|B\n", [["A", "B"]]],
    [
      "whole rows in quotes",
      '"Company,Title"\n"A,B"\n"C,D"\n',
      [
        ["A", "B"],
        ["C", "D"],
      ],
    ],
    [
      "a Markdown table",
      "# Jobs\n\n| Company | Title |\n|---|:--|\n| A \\| B | C |\n",
      [["A | B", "C"]],
    ],
  ])("%s", async (_, text, cells) => {
    const table = await tableOf(text);
    expect(table.head).toEqual(["Company", "Title"]);
    expect(table.body.map((row) => row.cells)).toEqual(cells);
  });

  test("without a header is named by position, and read by what it holds", async () => {
    const table = await tableOf(
      "Acme Labs,QA Engineer,2026-01-08,Applied\nBeta Foods,Data Analyst,2026-01-09,Rejected\n",
    );
    expect(table.head).toEqual(["1", "2", "3", "4"]);
    expect(mappingFor(table)).toEqual(["company", "title", "applied_on", "status"]);
  });

  test("is found below lines of a title", async () => {
    const table = await tableOf(
      "My search,,\nupdated,2026-03-01,\n,,\nCompany,Position,Stage\nA,B,applied\n",
    );
    expect(table.row).toBe(4);
    expect(table.above).toHaveLength(2);
  });
});

describe("several tables in one file", () => {
  test("are read one by one, each by its own header", async () => {
    const text =
      "Company,Title,Status\nA,Dev,Applied\n,,\nRejected,,\nTitle,Company,Date Applied\nOps,B,2026-01-05\nQA,C,2026-01-06\n";
    const found = rows(await look(text));
    expect(found.map(({ company, title }) => [company, title])).toEqual([
      ["A", "Dev"],
      ["B", "Ops"],
      ["C", "QA"],
    ]);
  });

  test("with the same header again are one list", async () => {
    const text = "Company,Title,Status\nA,Dev,Applied\nCompany,Title,Status\nB,Ops,Rejected\n";
    expect(rows(await look(text))).toHaveLength(2);
  });
});

describe("a row with an unquoted comma", () => {
  test("is joined where the link, the day and the status then stand right", () => {
    const targets = ["applied_on", "company", "title", "url", "status"] as const;
    const cells = ["2026-01-12", "Hexholm", " Inc.", "Engineer", "https://x.example/1", "Applied"];
    expect(repairRow(cells, targets, ",")).toEqual([
      "2026-01-12",
      "Hexholm, Inc.",
      "Engineer",
      "https://x.example/1",
      "Applied",
    ]);
  });
});

describe("the rows of a table", () => {
  test("count once when they are the same, or have the same link", async () => {
    const text =
      "Company,Title,URL,Notes\nA,B,https://x.example/jobs/1,\nA,B,https://x.example/jobs/1,later\nA,B,,\nA,B,,\n";
    const found = rows(await look(text));
    expect(found).toHaveLength(2);
    expect(found[0]?.["notes"]).toBe("later");
  });

  test("of one company and title on other days are other applications", async () => {
    const text = "Company,Title,Date Applied\nA,B,2026-01-01\nA,B,2026-02-01\n";
    expect(rows(await look(text))).toHaveLength(2);
  });

  test("without a company, a title and a link are refused with their place", async () => {
    const { incoming, refused } = await look("Company,Title,Status\nA,B,applied\n,,rejected\n");
    expect(incoming).toHaveLength(1);
    expect(refused[0]?.row).toBe("row 3");
  });

  test("keep an impossible day beside, and say so", async () => {
    const inspection = await look("Company,Title,Date Applied\nA,B,2026-02-30\nC,D,2026-02-01\n");
    const [first] = rows(inspection);
    expect(first?.["applied_on"]).toBeUndefined();
    expect(first?.extra).toEqual({ "Date Applied": "2026-02-30" });
    expect(inspection.warnings.join(" ")).toContain("row 2: 2026-02-30");
  });

  test("go where a person says, not where it was guessed", async () => {
    const mapping = { What: "title", Where: "notes" };
    expect(rows(await look("Company,What,Where\nA,B,C\n", { mapping }))[0]).toMatchObject({
      company: "A",
      title: "B",
      notes: "C",
    });
  });

  test("hold nothing that a header named after an object could change", async () => {
    const inspection = await look("__proto__,constructor,company,title\npolluted,x,A,B\n");
    expect(rows(inspection)[0]?.extra).toEqual({
      "column __proto__": "polluted",
      "column constructor": "x",
    });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("encodings", () => {
  const text = "Firma;Stelle;Status\nMüller & Söhne;Straßenplaner;Absage\n";
  const wide = (mark: boolean): Uint8Array<ArrayBuffer> => {
    const all = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
    return Uint8Array.from(all);
  };
  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16 with a mark", wide(true)],
    ["UTF-16 without a mark", wide(false)],
    ["Windows-1252", Uint8Array.from(Buffer.from(text, "latin1"))],
  ])("%s gives the same records", async (_, bytes) => {
    expect(rows(await look(bytes))[0]).toMatchObject({
      company: "Müller & Söhne",
      title: "Straßenplaner",
      status: "rejected",
    });
  });
});

describe("an OpenDocument sheet", () => {
  test("is read like a workbook", async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: "Jobs",
          rows: [
            ["Company", "Role", "Applied"],
            ["Acme", "Dev", "2026-01-05"],
          ],
        },
      ],
    });
    expect(rows(await look(Uint8Array.from(bytes)))[0]).toMatchObject({
      company: "Acme",
      title: "Dev",
      applied_on: "2026-01-05",
    });
  });
});
