import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { xlsx } from "../../../src/core/formats/xlsx.ts";
import { documentOf, sectionOf, streamOf, writeWhole } from "../../support/clean-rows.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";
import { hasProgram } from "../../support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
const openpyxl = spawnSync("python3", ["-c", "import openpyxl"], { stdio: "ignore" }).status === 0;
const rows = [
  {
    id: "1",
    company: "=1+1",
    url: "https://x.example/a?b=1&c",
    applied_on: "2026-11-25",
    salary_min: 5.5,
    archived: true,
  },
  { id: "2", company: "B", url: "javascript:alert(1)", applied_on: "1899-12-31" },
];
const columns = ["company", "url", "applied_on", "salary_min", "archived"];

describe("a workbook in other programs", () => {
  it.skipIf(!openpyxl)("has types, links, a filter and a fixed head for openpyxl", async () => {
    const path = join(folder, "typed.xlsx");
    writeFileSync(
      path,
      await writeWhole(xlsx, documentOf([sectionOf("applications", rows, { columns })])),
    );
    const script =
      "import sys,json,openpyxl; s=openpyxl.load_workbook(sys.argv[1])['Applications']; print(json.dumps([s.freeze_panes, s.auto_filter.ref, [[str(c.value), c.data_type] for c in s[2]], [c.hyperlink.target if c.hyperlink else None for c in s['B'][1:]], s['C3'].value]))";
    const read: unknown = JSON.parse(execFileSync("python3", ["-c", script, path]).toString());
    expect(read).toEqual([
      "A2",
      "A1:E3",
      [
        ["=1+1", "s"],
        ["https://x.example/a?b=1&c", "s"],
        ["2026-11-25 00:00:00", "d"],
        ["5.5", "n"],
        ["True", "b"],
      ],
      ["https://x.example/a?b=1&c", null],
      "1899-12-31",
    ]);
  });

  it.skipIf(!hasProgram("soffice"))(
    "opens in LibreOffice, cell for cell",
    { timeout: 120_000 },
    async () => {
      const all = hostileTexts.map((text, at) => ({
        id: String(at),
        company: `x${text}`,
        notes: text,
      }));
      const path = join(folder, "hostile.xlsx");
      writeFileSync(
        path,
        await writeWhole(
          xlsx,
          documentOf([sectionOf("applications", all, { columns: ["company", "notes"] })]),
        ),
      );
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/lo`,
          "--headless",
          "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
          "--outdir",
          folder,
          path,
        ],
        { stdio: "ignore" },
      );
      const { data } = Papa.parse<string[]>(
        readFileSync(join(folder, "hostile-Applications.csv"), "utf8").replace(/^\ufeff/, ""),
      );
      const lost = new RegExp(
        String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`,
        "g",
      );
      // What a cell cannot hold is cut, and says so: a test of its own.
      const whole = (text: string): string => text.slice(0, 32_000);
      const plain = (text: string): string =>
        text.toWellFormed().replace(lost, "\ufffd").replace(/\r\n?/g, "\n");
      expect(data.slice(1, all.length + 1).map(([cell]) => whole(cell ?? ""))).toEqual(
        all.map(({ company }) => whole(plain(company))),
      );
    },
  );

  it("goes on in a second sheet where one is full, with the head again, and counts them all", async () => {
    const many = Array.from({ length: 25 }, (_value, at) => ({
      id: String(at),
      company: `C${String(at)}`,
    }));
    const options = { rowsAtOnce: 10, rowsPerSheet: 11 };
    const bytes = await writeWhole(
      xlsx,
      documentOf([sectionOf("applications", many, { columns: ["company"] })], { options }),
    );
    expect(await xlsx.count?.(streamOf(bytes))).toBe(25);
    const { streamXlsxRows } = await import("hucre/xlsx");
    const sheets: unknown[][] = [];
    for (const sheet of ["Applications", "Applications_2", "Applications_3"]) {
      const cells: unknown[] = [];
      for await (const row of streamXlsxRows(bytes, { sheet })) cells.push(row.values[0]);
      sheets.push(cells);
    }
    expect(sheets.map((cells) => [cells[0], cells[1], cells.length])).toEqual([
      ["Company", "C0", 11],
      ["Company", "C10", 11],
      ["Company", "C20", 6],
    ]);
  });
});
