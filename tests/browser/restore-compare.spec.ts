import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { answerPicker, digest, dropFile, loadSample, openApp } from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

async function backup(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const { exports } = globalThis.jobTracker;
    const { exportId } = await exports.export("everything as JSON with nothing removed", {
      target: "private",
    });
    const bytes = new Uint8Array(await (await exports.getExportData(exportId)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return Buffer.from(base64, "base64");
}

async function change(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { records } = globalThis.jobTracker;
    const all = await records.list("applications");
    const [first] = all.filter(({ status }) => status === "applied");
    if (first === undefined) throw new Error("no sample");
    await records.put("applications", { ...first, status: "offer" } as typeof first);
    await records.add("applications", { company: "Added Since", title: "Analyst" });
  });
}

test("a file is compared with what is here, in words, as a table and as a file of its own", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  const file = await backup(page);
  await change(page);
  const before = await digest(page);
  await page.goto("/#/restore");
  await page.getByRole("button", { name: /^Compare two files/ }).click();
  await dropFile(page, "before.json", file);
  const words = page.getByRole("list", { name: "In words" });
  await expect(words.getByText("1 application added")).toBeVisible();
  await expect(words.getByText("1 application moved from applied to offer")).toBeVisible();
  await expect(page.getByRole("table", { name: "Records by kind" })).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const saved = readFileSync(await (await waiting).path(), "utf8");
  expect(saved).toMatch(/^kind,id,title,change,field,before,after\r\n/);
  expect(saved).toContain("Status,applied,offer");
  await dropFile(page, "after.json", await backup(page));
  await expect(page.getByRole("heading", { name: "From before.json to after.json" })).toBeVisible();
  await expect(words.getByText("1 application added")).toBeVisible();
  expect(await digest(page)).toBe(before);
});

test("a damaged backup shows what can be read, and is taken over through a dry run", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  const file = await backup(page);
  await page.evaluate(() => globalThis.jobTracker.records.clear());
  const empty = await digest(page);
  await dropFile(page, "cut.json", file.subarray(0, Math.round(file.byteLength * 0.7)));
  await page.getByRole("button", { name: "Show what can be read" }).click();
  await expect(page.getByText("This is what can still be read.")).toBeVisible();
  await expect(page.getByText("Lost", { exact: true })).toBeVisible();
  expect(await digest(page)).toBe(empty);
  await page.getByRole("button", { name: "Show the dry run" }).click();
  await page.getByRole("button", { name: /^Import [\d,]+ changes$/ }).click();
  await expect(page.getByText(/imported and counted again/)).toBeVisible();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect.poll(() => digest(page)).toBe(empty);
});
