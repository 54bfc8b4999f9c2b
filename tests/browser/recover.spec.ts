import { expect, test, type Page } from "@playwright/test";
import { answerPicker, digest, loadSample, openApp } from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

const name = "job-tracker-pro";

/** A whole backup in private storage, as a schedule writes it. */
async function keepBackup(page: Page): Promise<void> {
  await page.evaluate(() =>
    globalThis.jobTracker.exports.export("backup everything as zipped JSON with nothing removed", {
      target: "private",
    }),
  );
}

/** The count that the next start compares with is kept a second after a change. */
async function waitForCount(page: Page): Promise<void> {
  await page.waitForFunction(() => Number(localStorage.getItem("job-tracker-pro.records")) > 0);
}

async function deleteDatabase(page: Page): Promise<void> {
  await page.evaluate(
    (database) =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(database);
        request.onsuccess = resolve;
      }),
    name,
  );
}

async function importAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Import [\d,]+ changes$/ }).click();
  await expect(page.getByText(/imported and counted again/)).toBeVisible();
}

test("a database that was lost is told of at start and comes back from the backup in this browser", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  await keepBackup(page);
  const before = await digest(page);
  await waitForCount(page);
  await deleteDatabase(page);
  await page.reload();
  await expect(page.getByText("The database is empty.")).toBeVisible();
  await page.getByRole("button", { name: "Recover" }).click();
  await page.getByRole("button", { name: "Test it" }).click();
  await expect(page.getByText("It restores.")).toBeVisible();
  await page.getByRole("button", { name: "Look inside" }).click();
  await importAll(page);
  expect(await digest(page)).toBe(before);
  const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(databases).toBe(1);
});
