import { expect, test, type Page } from "@playwright/test";
import { digest, openApp, pickedNames } from "./support/app.ts";

async function addMany(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let batch = 0; batch < 10; batch += 1) {
      await globalThis.jobTracker.records.addMany(
        "applications",
        Array.from({ length: 1000 }, (_, n) => ({
          company: `Firm ${String(batch)}-${String(n)}`,
          notes: "x".repeat(3000),
        })),
      );
    }
  });
}

test("a tab that is closed in the middle of an export leaves an interrupted run and no half file", async ({
  page,
  context,
}) => {
  await openApp(page);
  await addMany(page);
  // The second tab is there before the first one goes: a private context forgets what nobody holds open.
  const next = await context.newPage();
  await openApp(next);
  await page.evaluate(() => {
    void globalThis.jobTracker.exports
      .export("everything as zipped JSON with nothing removed")
      .catch(() => undefined);
  });
  await page.waitForFunction(async () =>
    (await globalThis.jobTracker.exports.history()).some(({ status }) => status === "running"),
  );
  await page.close();
  await next.reload();
  await next.evaluate(() => globalThis.jobTracker.ready);
  const status = (): Promise<string | undefined> =>
    next.evaluate(async () => (await globalThis.jobTracker.exports.history())[0]?.status);
  await expect.poll(status).toBe("interrupted");
  await expect.poll(() => pickedNames(next)).toEqual([]);
});

test("a full disk is named with the way out, and the data is untouched", async ({
  page,
  context,
  baseURL,
}) => {
  await openApp(page);
  await addMany(page);
  const before = await digest(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", {
    origin: new URL(baseURL ?? "").origin,
    quotaSize: 1000,
  });
  const failure = await page.evaluate(() =>
    globalThis.jobTracker.exports.export("everything as JSON with nothing removed").then(
      () => "written",
      (error: unknown) => {
        const { code, message } = error as { code: string; message: string };
        return `${code}: ${message}`;
      },
    ),
  );
  expect(failure).toMatch(/^storage-full: .*ran out of space.*data is untouched/);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL ?? "").origin });
  expect(await digest(page)).toBe(before);
  expect(await pickedNames(page)).toEqual([]);
});
