import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escapeHtml, escapeXml } from "../../../src/core/escape/markup.ts";
import { safeLink } from "../../../src/core/escape/safe-link.ts";
import { html } from "../../../src/core/formats/html.ts";
import { ics } from "../../../src/core/formats/ics.ts";
import { text } from "../../../src/core/formats/text.ts";
import { xlsx } from "../../../src/core/formats/xlsx.ts";
import { xml } from "../../../src/core/formats/xml.ts";
import { yaml } from "../../../src/core/formats/yaml.ts";
import { documentOf, sectionOf, writeText, writeWhole } from "../../support/clean-rows.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";
import { hasProgram } from "../../support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "formats-"));
const hostileRows = hostileTexts.map((value, at) => ({
  id: `a${String(at)}`,
  company: value,
  url: value,
  tags: [value],
  notes: value,
  extra: { [value.slice(0, 100) || "empty"]: value },
}));
const columns = ["company", "url", "tags", "notes", "extra"];
const hostile = (): ReturnType<typeof documentOf> =>
  documentOf([sectionOf("applications", hostileRows, { columns })], {
    title: "<b>&title</b>",
  });
/** What XML and workbooks cannot carry becomes U+FFFD. */
const lost = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`,
  "g",
);
const carried = (value: string): string => value.toWellFormed().replace(lost, "\ufffd");

describe("links", () => {
  it("are made of web, mail and phone addresses alone", () => {
    expect(safeLink("https://jobs.example.com/1?a=b&c=d")).toBe(
      "https://jobs.example.com/1?a=b&c=d",
    );
    expect(safeLink("mailto:a@example.com")).toBe("mailto:a@example.com");
    for (const bad of [
      "java\tscript:alert(1)",
      "javascript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "//evil.example",
      "https://user:secret@example.com",
      "https://exa\u202emple.com",
      "plain words",
      "",
    ]) {
      expect(safeLink(bad)).toBeUndefined();
    }
  });
});

describe("HTML", () => {
  it("holds no element, attribute or address that a record wrote", async () => {
    const written = await writeText(html, hostile());
    expect(written).not.toMatch(/<(?:script|img|iframe|b>)/i);
    expect(written).not.toMatch(/href="(?!https?:|mailto:|tel:)/i);
    expect(written).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(written).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
  });

  it("escapes all five signs", () => {
    expect(escapeHtml(`<a href="x" id='y'>&`)).toBe(
      "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;",
    );
  });
});

describe("XML", () => {
  it.skipIf(!hasProgram("xmllint"))("is well-formed and gives every text back", async () => {
    const path = join(folder, "hostile.xml");
    writeFileSync(path, await writeWhole(xml, hostile()));
    expect(spawnSync("xmllint", ["--noout", "--huge", path]).status).toBe(0);
    const script =
      "import sys,json,xml.etree.ElementTree as E; print(json.dumps([r.findtext('company') or '' for r in E.parse(sys.argv[1]).iter('record')]))";
    const read = execFileSync("python3", ["-c", script, path]).toString();
    expect(JSON.parse(read)).toEqual(hostileTexts.map(carried));
  });

  it("keeps a carriage return from being taken for a line end", () => {
    expect(escapeXml("a\r\nb")).toBe("a&#13;\nb");
  });
});

describe("YAML", () => {
  const script =
    "import sys,json,yaml; print(json.dumps([[r['company'],r['tags'],r['extra']] for r in yaml.safe_load(open(sys.argv[1],encoding='utf-8'))['data']['applications']]))";
  const available =
    hasProgram("python3") && spawnSync("python3", ["-c", "import yaml"]).status === 0;

  it.skipIf(!available)("is read by PyYAML with every text still a text", async () => {
    const path = join(folder, "hostile.yaml");
    writeFileSync(path, await writeWhole(yaml, hostile()));
    const read = JSON.parse(
      execFileSync("python3", ["-c", script, path], { maxBuffer: 1e8 }).toString(),
    ) as unknown;
    const wanted = hostileRows.map(({ company, tags, extra }) => [
      carried(company),
      tags.map(carried),
      Object.fromEntries(
        Object.entries(extra).map(([key, value]) => [carried(key), carried(value)]),
      ),
    ]);
    expect(read).toEqual(wanted);
  });
});

describe("plain text", () => {
  it("keeps further lines of a value apart from fields and records", async () => {
    const rows = [{ company: "A\n[2]\nCompany: B", notes: "x\r\ny" }];
    const written = await writeText(
      text,
      documentOf([sectionOf("applications", rows, { columns: ["company", "notes"] })]),
    );
    expect(written).toContain("[1]\nCompany: A\n    [2]\n    Company: B\nNotes: x\n    y\n");
  });
});

describe("a workbook", () => {
  it.skipIf(!hasProgram("python3"))(
    "holds typed values, and texts that are no formulas",
    async () => {
      const rows = [
        {
          company: "=1+1",
          applied_on: "2026-11-25",
          salary_min: -5.5,
          archived: true,
          notes: "_x0041_",
        },
        { company: "", applied_on: "someday" },
      ];
      const path = join(folder, "typed.xlsx");
      const names = ["company", "applied_on", "salary_min", "archived", "notes"];
      writeFileSync(
        path,
        await writeWhole(xlsx, documentOf([sectionOf("applications", rows, { columns: names })])),
      );
      const script =
        "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip()); print(z.read('xl/worksheets/sheet1.xml').decode())";
      const sheet = execFileSync("python3", ["-c", script, path]).toString();
      expect(sheet.startsWith("None")).toBe(true);
      expect(sheet).not.toMatch(/<f[ >]|t="str"/);
      expect(sheet).toContain("<is><t>=1+1</t></is>");
      // 2026-11-25 is day 46351 of the calendar of workbooks.
      expect(sheet).toContain("<v>46351</v>");
      expect(sheet).toContain("<v>-5.5</v>");
      expect(sheet).toMatch(/t="b"[^>]*><v>1<\/v>/);
      expect(sheet).toContain("_x005F_x0041_");
      expect(sheet).toContain("<is><t>someday</t></is>");
    },
  );

  it("says where a text was cut because a cell cannot hold it", async () => {
    const rows = [{ company: "y".repeat(40_000) }];
    const bytes = await writeWhole(
      xlsx,
      documentOf([sectionOf("applications", rows, { columns: ["company"] })]),
    );
    const { streamXlsxRows } = await import("hucre/xlsx");
    const cells: unknown[] = [];
    for await (const row of streamXlsxRows(bytes, { sheet: "Applications" }))
      cells.push(row.values[0]);
    expect(String(cells[1])).toHaveLength(32_767);
    expect(String(cells[1])).toMatch(/\[cut: a cell holds 32,767 letters\]$/);
  });

  it.skipIf(!hasProgram("7z"))("passes the test of another archiver", async () => {
    const path = join(folder, "hostile.xlsx");
    writeFileSync(path, await writeWhole(xlsx, hostile()));
    expect(spawnSync("7z", ["t", path]).status).toBe(0);
  });
});

describe("a calendar", () => {
  const interviews = [
    {
      id: "i1",
      round: "Second round",
      type: "video",
      starts_at: "2026-11-27T09:30:00+01:00",
      duration_minutes: 45,
      notes: "Bring\nslides; and, commas",
    },
    { id: "i2", starts_at: "2026-12-01T10:00:00" },
    { id: "i3", starts_at: "2026-12-02" },
    { id: "i4" },
  ];
  const applications = [
    {
      id: "a1",
      company: "Größe GmbH ".repeat(12),
      deadline: "2026-11-30",
      next_action: "Call",
      next_action_on: "2026-11-26",
    },
  ];
  const write = (): Promise<string> =>
    writeText(
      ics,
      documentOf([sectionOf("interviews", interviews), sectionOf("applications", applications)]),
    );

  it("writes times in UTC, floating or as whole days, as they were stored", async () => {
    const written = await write();
    expect(written).toContain("DTSTART:20261127T083000Z\r\n");
    expect(written).toContain("DURATION:PT45M\r\n");
    expect(written).toContain("DTSTART:20261201T100000\r\n");
    expect(written).toContain("DTSTART;VALUE=DATE:20261202\r\n");
    expect(written).toContain("DTSTART;VALUE=DATE:20261130\r\n");
    expect(written).toContain("DESCRIPTION:Bring\\nslides\\; and\\, commas\r\n");
  });

  it("say by a growing number that they changed, under the same name", async () => {
    const made = { id: "i1", starts_at: "2026-12-01T10:00:00", created_at: "2026-11-01T08:00:00Z" };
    const eventOf = async (updated: string): Promise<string> =>
      writeText(ics, documentOf([sectionOf("interviews", [{ ...made, updated_at: updated }])]));
    const [first, second] = [
      await eventOf("2026-11-01T08:00:00Z"),
      await eventOf("2026-11-02T09:00:00+01:00"),
    ];
    expect(first).toContain("UID:i1-interview@job-tracker-pro\r\n");
    expect(first).toContain("SEQUENCE:0\r\n");
    expect(second).toContain("UID:i1-interview@job-tracker-pro\r\n");
    expect(second).toContain("SEQUENCE:86400\r\n");
    expect(second).toContain("LAST-MODIFIED:20261102T080000Z\r\n");
  });

  it("folds lines at 75 octets and ends them with CRLF", async () => {
    for (const line of (await write()).split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\n");
    }
  });

  it("says how many records have no day", async () => {
    expect(await write()).toContain(
      "X-WR-CALDESC:1 record has no day and is not in this calendar\r\n",
    );
  });

  it("refuses kinds that have no place in a calendar", () => {
    expect(ics.refuses?.("contacts")).toContain("calendar");
    expect(ics.refuses?.("interviews")).toBeUndefined();
  });
});
