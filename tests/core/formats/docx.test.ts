import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExportDocument } from "../../../src/core/formats/contract.ts";
import { docx } from "../../../src/core/formats/docx.ts";
import { documentOf, sectionOf, streamOf, writeWhole } from "../../support/clean-rows.ts";
import { hostileTexts } from "../../support/hostile-texts.ts";
import { hasProgram } from "../../support/programs.ts";
import { sampleApplications } from "../../support/sample-search.ts";

const folder = mkdtempSync(join(tmpdir(), "docx-"));
const python = (module: string): boolean =>
  spawnSync("python3", ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;

async function save(name: string, document: ExportDocument): Promise<string> {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, await writeWhole(docx, document));
  return path;
}

const report = (): ExportDocument =>
  documentOf([sectionOf("applications", sampleApplications())], {
    template: "sharing",
    title: "Job search report",
  });
const log = (): ExportDocument =>
  documentOf(
    [
      sectionOf("activities", [
        { id: "1", date: "2026-11-10", activity_type: "application", employer: "Halden & Voss" },
        { id: "2", date: "2026-11-12", activity_type: "job fair", extra: { counts: false } },
      ]),
    ],
    {
      template: "work-search",
      title: "Work-search log",
      options: { goal: 2, claimant: "Mara Lindqvist", claimNumber: "561-22-4821" },
    },
  );
const hostile = (): ExportDocument =>
  documentOf([
    sectionOf(
      "contacts",
      hostileTexts.map((text, at) => ({
        id: String(at),
        name: text,
        email: text,
        profile_url: text,
        notes: text,
      })),
    ),
  ]);

describe("a Word document", () => {
  it("counts its records, and none where it shows figures", async () => {
    expect(await docx.count?.(streamOf(await writeWhole(docx, hostile()), 999))).toBe(
      hostileTexts.length,
    );
    expect(await docx.count?.(streamOf(await writeWhole(docx, report())))).toBeUndefined();
  });

  it.skipIf(!hasProgram("xmllint") || !hasProgram("7z"))(
    "holds well-formed parts and no relation to anywhere else",
    async () => {
      const path = await save("hostile", hostile());
      const out = join(folder, "parts");
      execFileSync("7z", ["x", "-y", `-o${out}`, path]);
      for (const name of [
        "word/document.xml",
        "word/styles.xml",
        "word/footer1.xml",
        "docProps/core.xml",
        "[Content_Types].xml",
      ]) {
        expect(spawnSync("xmllint", ["--noout", "--huge", join(out, name)]).status).toBe(0);
      }
      expect(readFileSync(join(out, "word/_rels/document.xml.rels"), "utf8")).not.toContain(
        "External",
      );
      const body = readFileSync(join(out, "word/document.xml"), "utf8");
      expect(body).not.toMatch(/HYPERLINK &quot;(?!https?:|mailto:)/);
    },
  );

  it.skipIf(!python("docx"))("gives every hostile text back to python-docx", async () => {
    const path = await save("hostile", hostile());
    const script =
      "import sys,json,docx; t=docx.Document(sys.argv[1]).tables[0]; print(json.dumps([r.cells[0].text for r in t.rows[1:] if r.cells[0].paragraphs[0].style.name=='Record']))";
    const read = execFileSync("python3", ["-c", script, path], { maxBuffer: 1e9 }).toString();
    const lost = new RegExp(
      String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`,
      "g",
    );
    const plain = (text: string): string =>
      text.toWellFormed().replace(lost, "\ufffd").replace(/\r\n?/g, "\n");
    expect(JSON.parse(read)).toEqual(hostileTexts.map(plain));
  });

  it.skipIf(!python("docx"))("is a log with a head block, weeks and a line to sign", async () => {
    const path = await save("log", log());
    const script =
      "import sys,json,docx; d=docx.Document(sys.argv[1]); s=d.sections[0]; print(json.dumps([d.core_properties.title, d.core_properties.author, s.page_width>s.page_height, [c.text for c in d.tables[0].rows[1].cells], [[c.text for c in r.cells] for r in d.tables[1].rows], [c.text for c in d.tables[2].rows[0].cells]]))";
    const [title, author, lies, facts, rows, signature] = JSON.parse(
      execFileSync("python3", ["-c", script, path]).toString(),
    ) as [string, string, boolean, string[], string[][], string[]];
    expect([title, author, lies]).toEqual(["Work-search log", "Job Tracker Pro", true]);
    expect(facts).toEqual(["Mara Lindqvist", "••• •• 4821", "2 a week", "1 of 2 asked"]);
    expect(rows[1]?.[0]).toBe("Mon 9 – Sun 15 Nov · 1 counted, 1 short");
    expect(rows[2]?.slice(0, 3)).toEqual(["Tue 10 Nov", "Application", "Halden & Voss"]);
    expect(signature[0]).toContain("Place, date");
  });

  it.skipIf(!hasProgram("soffice") || !hasProgram("pdftotext"))(
    "opens in LibreOffice with its figures and pages",
    { timeout: 120_000 },
    async () => {
      const paths = [await save("report", report()), await save("log", log())];
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/lo`,
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          ...paths,
        ],
        { stdio: "ignore" },
      );
      const read = (name: string): string =>
        execFileSync("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"]).toString();
      expect(read("report")).toMatch(
        /How far they came[\s\S]*Open applications[\s\S]*Questions for you/,
      );
      expect(read("report")).toMatch(/Page 1 of \d/);
      expect(read("log")).toContain("Halden & Voss");
      expect(read("log")).toContain("Signature");
    },
  );
});
