import { expect, test, type Page } from "@playwright/test";
import { answerPicker, digest, loadSample, openApp } from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

const passphrase = "copper walnut orbit lantern";
interface Written {
  readonly name: string;
  readonly base64: string;
}

/** A schedule writes a whole copy and two increments, the second after a deletion. */
function writeChain(page: Page, words: string): Promise<readonly Written[]> {
  return page.evaluate(async (phrase) => {
    const { exports, records, schedules } = globalThis.jobTracker;
    const id = await exports.schedule("backup everything encrypted every Monday at 8", undefined, {
      passphrase: phrase,
    });
    await schedules.configure(id, { chain: { fullEvery: 10 } });
    const written: Written[] = [];
    const run = async () => {
      const { exportId, fileName } = await schedules.run(id);
      const kept = new Uint8Array(await (await exports.getExportData(exportId)).arrayBuffer());
      const text = Array.from(kept, (byte) => String.fromCharCode(byte)).join("");
      written.push({ name: fileName, base64: btoa(text) });
    };
    await run();
    const [first, second] = await records.list("applications");
    if (first === undefined || second === undefined) throw new Error("no sample");
    await records.put("applications", { ...first, company: "Changed Since" } as typeof first);
    await records.add("applications", { company: "Added Since", title: "Analyst" });
    await run();
    await records.remove("applications", [second.id]);
    await run();
    return written;
  }, words);
}

/** Drops files together, as they are dragged from a folder. */
async function dropFiles(page: Page, files: readonly Written[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const dropped = new DataTransfer();
    for (const { name, base64 } of list) {
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dropped.items.add(new File([content], name));
    }
    return dropped;
  }, files);
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: /^Open the file/ }).click();
}

test("a chain of sealed increments is restored in one go after everything was lost", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  const written = await writeChain(page, passphrase);
  const before = await digest(page);
  await page.evaluate(() => globalThis.jobTracker.records.clear());
  expect(await digest(page)).not.toBe(before);

  const [base, one, two] = written;
  if (base === undefined || one === undefined || two === undefined) throw new Error("no chain");
  await dropFiles(page, [two, base, one]);
  await expect(page.getByRole("heading", { name: "These files are sealed" })).toBeVisible();
  await unlock(page);
  await expect(page.getByText("3, joined")).toBeVisible();
  await page.getByRole("button", { name: /^Import [\d,]+ changes$/ }).click();
  await expect(page.getByText(/imported and counted again/)).toBeVisible();
  expect(await digest(page)).toBe(before);
});

test("an increment alone says what it lacks, and its chain is whole once the others are added", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  const written = await writeChain(page, passphrase);
  const before = await digest(page);
  await page.evaluate(() => globalThis.jobTracker.records.clear());
  const [base, one, two] = written;
  if (base === undefined || one === undefined || two === undefined) throw new Error("no chain");

  await dropFiles(page, [two]);
  await unlock(page);
  await expect(page.getByText(/This file is an increment/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Missing" }).getByRole("listitem")).toHaveCount(2);
  const waits = page.getByRole("button", { name: /^(?:Import|Nothing to import)/ });
  await expect(waits).toBeDisabled();

  await dropFiles(page, [base]);
  await unlock(page);
  await expect(page.getByText(/A file of this chain is missing/)).toBeVisible();
  await expect(page.getByText(/Missing: Increment 1/)).toBeVisible();

  await dropFiles(page, [one]);
  await unlock(page);
  await expect(page.getByText("3, joined")).toBeVisible();
  await page.getByRole("button", { name: /^Import [\d,]+ changes$/ }).click();
  await expect(page.getByText(/imported and counted again/)).toBeVisible();
  expect(await digest(page)).toBe(before);
});

test("what changed is merged without its base only by choice", async ({ page }) => {
  await openApp(page);
  await loadSample(page);
  const [, one] = await writeChain(page, passphrase);
  if (one === undefined) throw new Error("no chain");
  await page.evaluate(() => globalThis.jobTracker.records.clear());
  await dropFiles(page, [one]);
  await unlock(page);
  const button = page.getByRole("button", { name: /^Import [\d,]+ changes?$/ });
  await expect(button).toBeDisabled();
  await page.getByRole("button", { name: "Merge only what changed" }).click();
  await button.click();
  await expect(page.getByText(/imported and counted again/)).toBeVisible();
  const companies = await page.evaluate(async () =>
    (await globalThis.jobTracker.records.list("applications")).map(({ company }) => company),
  );
  expect([...companies].sort()).toEqual(["Added Since", "Changed Since"]);
});
