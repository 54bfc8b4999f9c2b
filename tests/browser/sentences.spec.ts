import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { loadSample, openApp } from "./support/app.ts";

const folder = mkdtempSync(join(tmpdir(), "sentences-"));
const passphrase = "mural cinch dragonfly septum outfit brisk";

interface Made {
  readonly path: string;
  readonly name: string;
  readonly records: number;
  readonly verified: string;
}

/** Exports by sentence and puts the finished file on the disk, for programs that others wrote. */
async function make(page: Page, sentence: string, secret?: string): Promise<Made> {
  const made = await page.evaluate(
    async ([text, phrase]) => {
      const result = await globalThis.jobTracker.exports.export(
        text,
        phrase === undefined ? {} : { passphrase: phrase },
      );
      const file = await globalThis.jobTracker.exports.getExportData(result.exportId);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      return { name: result.fileName, records: result.records, verified: result.verified, base64 };
    },
    [sentence, secret] as const,
  );
  const path = join(folder, made.name);
  writeFileSync(path, Buffer.from(made.base64, "base64"));
  return { ...made, path };
}
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
const python = (script: string, ...args: string[]): string => run("python3", "-c", script, ...args);

test.beforeEach(async ({ page }) => {
  await openApp(page);
  await loadSample(page);
});

test("tables open in Python, with the columns that were asked for", async ({ page }) => {
  const month = await make(page, "Download my job applications from last month as CSV");
  expect(month.verified).toBe("proved");
  const rows = python(
    "import csv,sys; print(len(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')))))",
    month.path,
  );
  expect(Number(rows)).toBe(month.records);
  const columns = await make(
    page,
    "applications I was rejected from sorted by company with only company, title and status columns",
  );
  const found = python(
    "import csv,sys,json; r=list(csv.reader(open(sys.argv[1],encoding='utf-8-sig',newline=''))); print(json.dumps([r[0],[x[0] for x in r[1:]]]))",
    columns.path,
  );
  const [head, companies] = JSON.parse(found) as [string[], string[]];
  expect(head).toEqual(["company", "title", "status"]);
  expect(companies).toEqual(
    [...companies].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })),
  );
});

test("JSON has the envelope, without what was excepted", async ({ page }) => {
  const made = await make(page, "everything except documents as JSON");
  const keys = python(
    "import json,sys; d=json.load(open(sys.argv[1],encoding='utf-8')); print(d['export_info']['format'],d['export_info']['version'],len(d['data']['applications']),'documents' in d['data'] and len(d['data']['documents']))",
    made.path,
  );
  expect(keys.trim()).toMatch(/^json 1\.0 40 (?:False|0)$/);
});

test("PDF files are whole, and their text can be selected in every script", async ({ page }) => {
  const all = await make(page, "all my contacts as PDF");
  run("qpdf", "--check", all.path);
  const text = run("pdftotext", "-layout", all.path, "-");
  for (const name of ["Petra Nyström", "Ольга", "Νίκος", "王小梅", "Łukasz"])
    expect(text).toContain(name);
  const report = await make(page, "Create a sanitized report for my mentor");
  run("qpdf", "--check", report.path);
  const words = run("pdftotext", report.path, "-");
  expect(words).not.toMatch(/[\w.]+@[\w.]+|\+44 20/);
  expect(words).toContain("Page 1 of");
});

test("the GDPR package is a sound ZIP with schema, dictionary and notice", async ({ page }) => {
  const made = await make(page, "GDPR package");
  run("unzip", "-tq", made.path);
  expect(run("7z", "t", made.path)).toContain("Everything is Ok");
  const names = python(
    "import zipfile,sys; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))",
    made.path,
  ).split("\n");
  expect(names.filter((name) => name.endsWith(".csv")).length).toBeGreaterThan(5);
  expect(names).toEqual(expect.arrayContaining(["manifest.json", "README.md", "schema.json"]));
});

test("the encrypted ZIP opens in 7-Zip with its password only", async ({ page }) => {
  const made = await make(page, "all my applications as CSV in an encrypted zip", passphrase);
  expect(run("7z", "t", `-p${passphrase}`, made.path)).toContain("Everything is Ok");
  expect(() => run("7z", "t", "-pwrong", made.path)).toThrow();
});

test("the vault opens with the reader that is not ours", async ({ page }) => {
  const made = await make(page, "backup everything encrypted", passphrase);
  expect(made.name).toMatch(/\.jtb$/);
  expect(made.verified).toBe("proved");
  const out = join(folder, "opened.zip");
  execFileSync("node", ["tools/read-vault.mjs", made.path, out], { input: `${passphrase}\n` });
  run("unzip", "-tq", out);
});

test("“same but as markdown” keeps what came before it, and “I need to export my data” asks", async ({
  page,
}) => {
  await make(page, "the last three conversations about salary as markdown");
  const same = await make(page, "same but as JSON");
  expect(same.name).toMatch(/conversations\.json$/);
  const reply = await page.evaluate(() =>
    globalThis.jobTracker.assistant.chat("I need to export my data"),
  );
  expect(reply.questions.flatMap(({ choices }) => choices ?? []).length).toBeGreaterThan(1);
});

test("a schedule is made from a sentence, runs when due, and keeps the last ones", async ({
  page,
}) => {
  const outcome = await page.evaluate(async (words) => {
    const { exports, schedules } = globalThis.jobTracker;
    const id = await exports.schedule(
      "backup everything encrypted every Monday at 8, keep the last five",
      undefined,
      { passphrase: words },
    );
    const [made] = await schedules.list();
    const due = new Date(`${made?.nextRun ?? ""}:30`);
    const first = await schedules.runDue(due);
    const again = await schedules.runDue(due);
    return {
      id,
      name: made?.name,
      next: made?.nextRun,
      first: first.map(({ verified }) => verified),
      again: again.length,
    };
  }, passphrase);
  expect(outcome.next).toMatch(/T08:00$/);
  expect(outcome.first).toEqual(["proved"]);
  expect(outcome.again).toBe(0);
});
