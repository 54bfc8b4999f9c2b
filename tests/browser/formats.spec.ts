import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { answerPicker, loadSample, openApp, pickedFile, say } from "./support/app.ts";

const folder = mkdtempSync(join(tmpdir(), "formats-"));
const python = (script: string, path: string): string =>
  execFileSync("python3", ["-c", script, path], { encoding: "utf8", maxBuffer: 1 << 26 }).trim();

/** From a sentence on Ask to the file on the disk, by the buttons that a person presses. */
async function make(page: Page, sentence: string, name: RegExp): Promise<string> {
  await say(page, sentence);
  await page
    .getByRole("button", { name: /^Export/ })
    .last()
    .click();
  const receipt = page.getByRole("group", { name: /^Receipt of/ }).last();
  await expect(receipt).toBeVisible({ timeout: 60_000 });
  const label = (await receipt.getAttribute("aria-label")) ?? "";
  const fileName = label.replace("Receipt of ", "");
  expect(fileName).toMatch(name);
  await expect(receipt.getByText(/proved/i).first()).toBeVisible();
  const path = join(folder, fileName);
  writeFileSync(path, await pickedFile(page, fileName));
  return path;
}

test.beforeEach(async ({ page, context }) => {
  await answerPicker(context);
  await openApp(page);
  await loadSample(page);
});

test("sentences become packs that other programs take", async ({ page }) => {
  const huntr = await make(page, "pack for Huntr", /\.csv$/);
  const head = readFileSync(huntr, "utf8").split("\r\n")[0];
  expect(head).toMatch(/^id,createdAt,title,salary,location,url,rootDomain,htmlDescription/);
  const rows =
    "import csv,sys; print(len(list(csv.reader(open(sys.argv[1],encoding='utf-8-sig',newline=''))))-1)";
  expect(python(rows, huntr)).toBe("40");
  const notion = await make(page, "pack for Notion", /\.zip$/);
  const names =
    "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), '\\n'.join(z.namelist()))";
  expect(python(names, notion)).toMatch(/^None [\s\S]*Applications [0-9a-f]{32}\.csv/);
});

test("sentences become Word, Parquet, cards, notes and a bag", async ({ page }) => {
  const docx = await make(page, "sanitized report for my mentor as Word document", /\.docx$/);
  expect(
    python(
      "import zipfile,sys; print('word/document.xml' in zipfile.ZipFile(sys.argv[1]).namelist())",
      docx,
    ),
  ).toBe("True");
  const parquet = await make(page, "applications as Parquet", /\.parquet$/);
  expect(readFileSync(parquet).subarray(0, 4).toString()).toBe("PAR1");
  const cards = await make(page, "contacts as vCard", /\.vcf$/);
  expect(readFileSync(cards, "utf8")).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
  const notes = await make(page, "everything as Obsidian notes", /\.zip$/);
  expect(
    python(
      "import zipfile,sys; print('Index.md' in zipfile.ZipFile(sys.argv[1]).namelist())",
      notes,
    ),
  ).toBe("True");
  const bag = await make(page, "GDPR package", /\.zip$/);
  const check = `
import zipfile,hashlib,sys,json
z=zipfile.ZipFile(sys.argv[1])
lines=z.read('manifest-sha256.txt').decode().splitlines()
good=all(hashlib.sha256(z.read(l.split(None,1)[1])).hexdigest()==l.split(None,1)[0] for l in lines)
head=json.loads(z.read('data/data.json'))['export_info']
print(good and len(lines)>5, head['gdpr_compliant'])`;
  expect(python(check, bag)).toBe("True True");
});

test("History tells of each export its format, level, size and time", async ({ page }) => {
  await make(page, "applications as markdown, moderately sanitized", /\.md$/);
  await page
    .getByRole("link", { name: /History/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Figures" }).click();
  const main = page.getByRole("dialog", { name: "Figures of your exports" });
  await expect(main.getByText(/Markdown/).first()).toBeVisible();
  await expect(main.getByText(/kB|bytes/i).first()).toBeVisible();
});

test("activities are proposed from the records and added with a click", async ({ page }) => {
  await openApp(page, "#/settings/log");
  await page.getByLabel("Office").selectOption("us-ny");
  await expect(page.getByText("Check with your office.").first()).toBeVisible();
  await page.getByLabel("Your name").fill("Robin Fairweather");
  await page.getByLabel("Claim or ID number").fill("123-45-6789");
  await page.getByLabel("Claim or ID number").blur();
  await expect(page.getByText(/••• •• 6789/)).toBeVisible();
  const before = await page.evaluate(() => globalThis.jobTracker.records.count("activities"));
  await page.getByRole("button", { name: /^Add \d+ activit/ }).click();
  await expect
    .poll(() => page.evaluate(() => globalThis.jobTracker.records.count("activities")))
    .toBeGreaterThan(before);
  await page.getByRole("button", { name: "Make the log" }).click();
  await expect(page.getByRole("region", { name: "Plan" }).last()).toBeVisible();
  const path = await make(page, "work-search log for the last four weeks", /\.pdf$/);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  expect(text).toContain("Robin Fairweather");
  expect(text).not.toContain("123-45");
});

test("a template is saved, renamed, linked and taken in again", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await say(page, "applications from last month as CSV");
  await page.evaluate(() => (location.hash = "#/settings/templates"));
  await page.getByLabel("Name").fill("Friday list");
  await page.getByRole("button", { name: "Save template" }).click();
  await page.getByRole("button", { name: "Copy link to Friday list" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("#/settings/templates/template=");
  await page.getByRole("button", { name: "Remove Friday list" }).click();
  await expect(page.getByRole("button", { name: "Remove Friday list" })).toHaveCount(0);
  await page.goto(link);
  await page.reload();
  await expect(page.getByRole("button", { name: "Remove Friday list" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("#/settings/templates");
});

test("a text goes to the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  await say(page, "contacts as CSV");
  await page
    .getByRole("button", { name: /^Export/ })
    .last()
    .click();
  const receipt = page.getByRole("group", { name: /^Receipt of/ }).last();
  await receipt.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Copy the text" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^name,/);
});
