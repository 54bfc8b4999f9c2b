import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Bytes, ExportDocument } from "../../../src/core/formats/contract.ts";
import { pdf } from "../../../src/core/formats/pdf.ts";
import {
  collect,
  documentOf,
  exportInfo,
  sectionOf,
  streamOf,
  writeWhole,
} from "../../support/clean-rows.ts";
import { hasProgram } from "../../support/programs.ts";
import {
  sampleApplications,
  sampleConversations,
  worldTexts,
} from "../../support/sample-search.ts";

const folder = mkdtempSync(join(tmpdir(), "pdf-"));

async function save(
  name: string,
  document: ExportDocument,
): Promise<{ path: string; bytes: Bytes }> {
  const bytes = await writeWhole(pdf, document);
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, bytes);
  return { path, bytes };
}

const textOf = (path: string, ...options: readonly string[]): string =>
  execFileSync("pdftotext", [...options, path, "-"]).toString();

const report = (): ExportDocument =>
  documentOf([sectionOf("applications", sampleApplications())], {
    template: "sharing",
    title: "Job search report",
    options: { goal: 3 },
    exportInfo: { ...exportInfo, privacy_level: "strict" },
  });

const listing = (): ExportDocument =>
  documentOf([
    sectionOf("applications", sampleApplications()),
    sectionOf("conversations", sampleConversations()),
    sectionOf(
      "contacts",
      worldTexts.map((name, at) => ({ id: `k${String(at)}`, name })),
    ),
  ]);

describe("the sharing report", () => {
  it("states figures, funnel and weeks that the records prove, and lists what is open", async () => {
    const { bytes } = await save("report", report());
    const pages = await collect(pdf.text?.(streamOf(bytes)) ?? none());
    const whole = pages.join("\n");
    expect(whole).toContain("61\napplications,\nabout 5 a week");
    expect(whole).toContain(
      "41 of 61 had a reply. Of 29 that were screened, 19 went on to an interview.",
    );
    expect(whole).toContain(
      "The goal of three was met in 12 of 13 weeks. The present week is not over.",
    );
    expect(whole).toContain("Applied 20, newest six");
    expect(whole).toContain("21 that ended are listed on request, not here.");
    expect(whole).toContain(`Page 1 of ${String(pages.length)}`);
  });

  it("does not claim a second look that nobody promised", async () => {
    const { bytes } = await save("report", report());
    const whole = (await collect(pdf.text?.(streamOf(bytes)) ?? none())).join("\n");
    expect(whole).not.toContain("searched again");
  });

  it("sums records up and therefore says that it cannot be counted", async () => {
    const { bytes } = await save("report", report());
    expect(await pdf.count?.(streamOf(bytes))).toBeUndefined();
  });
});

describe("the listing", () => {
  it("is counted from the file and says on every page which one it is", async () => {
    const { bytes } = await save("listing", listing());
    expect(await pdf.count?.(streamOf(bytes, 1000))).toBe(61 + 1 + worldTexts.length);
    const pages = await collect(pdf.text?.(streamOf(bytes)) ?? none());
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Page ${String(at + 1)} of ${String(pages.length)}`);
    }
  });

  it("repeats the heads of a table on each page", async () => {
    const { bytes } = await save("listing", listing());
    const pages = await collect(pdf.text?.(streamOf(bytes)) ?? none());
    const continued = pages.filter((page) => page.startsWith("Applications, continued"));
    expect(continued.length).toBeGreaterThan(2);
    for (const page of continued) expect(page).toContain("Company Title Status");
  });

  it("cuts nothing, however long a text is", async () => {
    const notes = `begin ${"lorem ipsum dolor ".repeat(1500)}end-of-notes`;
    const word = `${"x".repeat(5000)}END`;
    const rows = [{ company: word, notes }];
    const { bytes } = await save(
      "long",
      documentOf([sectionOf("applications", rows, { columns: ["company", "notes"] })]),
    );
    const whole = (await collect(pdf.text?.(streamOf(bytes)) ?? none())).join("\n");
    expect(whole).toContain("end-of-notes");
    expect(whole.match(/lorem/g)).toHaveLength(1500);
    expect(whole.replace(/\s/g, "")).toContain("xxxEND");
  });

  it("is made of the same bytes twice: no clock and no chance", async () => {
    const [one, two] = [await save("a", listing()), await save("b", listing())];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});

describe.skipIf(!hasProgram("qpdf") || !hasProgram("pdftotext"))("read by other programs", () => {
  it("has no errors, no scripts and no actions", async () => {
    for (const document of [report(), listing()]) {
      const { path } = await save("checked", document);
      expect(spawnSync("qpdf", ["--check", path]).status).toBe(0);
      const plain = execFileSync("qpdf", ["--qdf", "--object-streams=disable", path, "-"], {
        maxBuffer: 1e9,
      }).toString("latin1");
      expect(plain).not.toMatch(/\/(?:JS|JavaScript|Launch|AA|OpenAction|EmbeddedFile|URI)\b/);
    }
  });

  it("is tagged, has a title and a language, and names nobody", async () => {
    const { path } = await save("tagged", report());
    const facts = execFileSync("pdfinfo", [path]).toString();
    expect(facts).toMatch(/Title:\s+Job search report/);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).not.toMatch(/Author:/);
    const structure = execFileSync("pdfinfo", ["-struct", path]).toString();
    for (const element of ["H1", "H2", "Table", "TH", "TD", "Figure"]) {
      expect(structure).toContain(element);
    }
  });

  it("tells a reader of the screen its structure, language and title, and what every letter means", async () => {
    for (const document of [report(), listing()]) {
      const { path } = await save("structure", document);
      const plain = execFileSync("qpdf", ["--qdf", "--object-streams=disable", path, "-"], {
        maxBuffer: 1e9,
      }).toString("latin1");
      expect(plain).toMatch(/\/MarkInfo\b/);
      expect(plain).toMatch(/\/Marked true/);
      expect(plain).toMatch(/\/StructTreeRoot \d+ 0 R/);
      expect(plain).toMatch(/\/Lang \(en\)/);
      expect(plain).toMatch(/\/DisplayDocTitle true/);
      const composite = plain.match(/\/Subtype \/Type0\b/g) ?? [];
      expect(composite.length).toBeGreaterThan(0);
      expect(plain.match(/\/ToUnicode \d+ 0 R/g)).toHaveLength(composite.length);
    }
  });

  it("has an outline whose lines lead to the sections", async () => {
    const { path } = await save("outline", report());
    const facts = JSON.parse(
      execFileSync("qpdf", ["--json", "--json-key=outlines", path], { maxBuffer: 1e9 }).toString(),
    ) as { outlines: { title: string; destpageposfrom1: number }[] };
    expect(facts.outlines.map(({ title }) => title)).toEqual([
      "How far they came",
      "Applications a week",
      "Replies by source",
      "Open applications",
      "Questions for you",
    ]);
    for (const { destpageposfrom1: page } of facts.outlines) expect(page).toBeGreaterThan(0);
  });

  it("gives texts of every script back in their own order", async () => {
    const { path } = await save("world", listing());
    const text = textOf(path, "-layout");
    for (const words of [
      "Größe, Łódź, İstanbul, Tiếng Việt",
      "Москва · Київ · Ελληνικά",
      "株式会社メルカリ、東京都港区",
      "北京字节跳动科技有限公司",
      "台灣積體電路製造",
      "삼성전자 주식회사",
      "شركة المراعي",
      "חברת ההייטק",
      "टाटा कंसल्टेंसी सर्विसेज, क्षत्रिय विद्यार्थी",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("fits Letter paper when asked", async () => {
    const { path } = await save("letter", { ...report(), options: { paper: "letter" } });
    expect(execFileSync("pdfinfo", [path]).toString()).toMatch(/Page size:\s+612 x 792/);
  });
});

async function* none(): AsyncGenerator<never> {
  // Stands in for a format that has no text of its own.
}
