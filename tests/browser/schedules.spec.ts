import { expect, test, type Page } from "@playwright/test";
import { loadSample, openApp, pickedNames, sentenceBox } from "./support/app.ts";

const plain = "everything as zipped JSON with nothing removed";

const runs = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await globalThis.jobTracker.exports.history())
      .filter(({ scheduleId }) => scheduleId !== undefined)
      .map(({ status }) => status),
  );

/** Enter in the sentence on Ask, and the answer that comes. */
async function tell(page: Page, sentence: string, answer: RegExp): Promise<void> {
  await sentenceBox(page).last().fill(sentence);
  await sentenceBox(page).last().press("Enter");
  await expect(page.getByRole("log", { name: "Conversation" }).getByText(answer)).toBeVisible();
}

/** Turns the clock of every schedule back, as if the app had been closed since. */
async function sleepSince(page: Page, minute: string): Promise<void> {
  await page.evaluate(
    (doneUntil) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("job-tracker-pro");
        opening.onerror = () => reject(new Error("The database does not open"));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("schedules", "readwrite");
          const store = transaction.objectStore("schedules");
          const all = store.getAll();
          all.onsuccess = () => {
            for (const one of all.result as object[]) {
              store.put({ ...one, from: doneUntil.slice(0, 10), doneUntil });
            }
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    minute,
  );
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 16);
}

test("a schedule is made by the form, run at once, and its log says what came of it", async ({
  page,
}) => {
  await openApp(page, "#/schedules");
  await loadSample(page);
  await page.getByRole("button", { name: "New schedule" }).click();
  const dialog = page.getByRole("dialog", { name: "New schedule" });
  const sentence = dialog.getByLabel("What, and how often");
  await sentence.fill(`every Monday at 8, ${plain}`);
  await expect(dialog.getByRole("status")).toContainText("every Monday at 08:00");
  await dialog.getByRole("group", { name: "Days of the week" }).getByLabel("Thu").check();
  await expect(dialog.getByRole("status")).toContainText("Thursday");
  await expect(sentence).toHaveValue(/thursday/i);
  await expect(dialog.getByText(/^Next runs: .*(Mon|Thu)/)).toBeVisible();
  await dialog.getByRole("button", { name: "Make the schedule" }).click();
  await expect(dialog).toBeHidden();

  const card = page.getByRole("article").first();
  await expect(card.getByRole("region", { name: "Run log" })).toContainText("No run yet.");
  await card.getByRole("button", { name: "Run now" }).click();
  const log = card.getByRole("region", { name: "Run log" });
  await expect(log).toContainText(/Proved/);
  await expect(log).toContainText(/[1-9]\d* records/);
  expect(await runs(page)).toEqual(["done"]);
});

test("a schedule is changed, paused and removed by sentences, and removal asks first", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  await page.evaluate(
    (text) => globalThis.jobTracker.exports.schedule(text),
    `every Monday at 8, ${plain}`,
  );
  const stored = () => page.evaluate(async () => await globalThis.jobTracker.schedules.list());
  await tell(
    page,
    "change it to Fridays",
    /now runs every Friday at 08:00, no longer every Monday/,
  );
  expect((await stored())[0]?.rule).toMatchObject({ byDay: [5], time: "08:00" });
  await tell(page, "run it now", /Read back and proved/);
  expect(await runs(page)).toEqual(["done"]);
  await tell(page, "pause it", /is paused\./);
  expect((await stored())[0]?.paused).toBe(true);
  await tell(page, "delete that schedule", /^Remove .*Say “yes” to remove it/);
  expect(await stored()).toHaveLength(1);
  await tell(page, "yes", /is removed\. Its copies stay/);
  expect(await stored()).toHaveLength(0);
});

test("two pages that find the same run due make one copy", async ({ page, context }) => {
  await openApp(page);
  await loadSample(page);
  await page.evaluate(
    (text) => globalThis.jobTracker.exports.schedule(text),
    `every day at 00:00, ${plain}`,
  );
  const other = await context.newPage();
  await openApp(other);
  await sleepSince(page, daysAgo(3));
  await Promise.all([page.reload(), other.reload()]);
  await expect.poll(() => runs(page)).toEqual(["done"]);
  const [first, second] = await Promise.all(
    [page, other].map((one) => one.evaluate(() => globalThis.jobTracker.schedules.runDue())),
  );
  expect([first, second]).toEqual([[], []]);
  expect(await runs(other)).toEqual(["done"]);
  await page.goto("/#/schedules");
  await expect(page.getByRole("region", { name: "Run log" })).toContainText(
    "The app was closed; the next run made good for it.",
  );
});

test("a file that got its name while its page was killed is removed at the next start", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  // What is on the disk at that moment: the named file, and a receipt that still says running.
  const kept = await page.evaluate(async (text) => {
    const { exportId, receipt } = await globalThis.jobTracker.exports.export(text);
    return new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open("job-tracker-pro");
      opening.onerror = () => reject(new Error("The database does not open"));
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("receipts", "readwrite");
        transaction.objectStore("receipts").put({ ...receipt, status: "running" });
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(exportId);
        };
      };
    });
  }, plain);
  expect(await pickedNames(page)).toEqual([`exports/${kept}`]);
  await page.reload();
  await expect.poll(() => pickedNames(page)).toEqual([]);
  const status = () =>
    page.evaluate(async () => (await globalThis.jobTracker.exports.history())[0]?.status);
  expect(await status()).toBe("interrupted");
});

test("“only what is new” writes what changed since the last export, and says what it stands on", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  const result = await page.evaluate(async (text) => {
    const { exports, records } = globalThis.jobTracker;
    const base = await exports.export(text);
    await records.add("applications", { company: "Fjordworks", title: "Engineer" });
    const { counts, reasons } = await exports.plan("only what's new since my last export");
    const next = await exports.export("only what's new since my last export");
    return {
      base: base.exportId,
      counts,
      reason: reasons.find(({ slot }) => slot === "baseline")?.text,
      records: next.records,
      verified: next.verified,
      chain: next.receipt.plan.chain,
    };
  }, plain);
  expect(result).toMatchObject({ records: 1, verified: "proved" });
  expect(result.counts.applications).toBe(1);
  expect(result.chain).toMatchObject({ chain_id: result.base, number: 1, after_id: result.base });
  expect(result.reason).toContain("Stands on");
});
