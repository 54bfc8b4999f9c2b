import { expect, test } from "@playwright/test";
import {
  answerPicker,
  digest,
  dropFile,
  loadSample,
  openApp,
  pickedFile,
  say,
} from "./support/app.ts";

test("after the first visit everything works offline, the PDF of a first export included", async ({
  page,
  context,
}) => {
  await answerPicker(context);
  await openApp(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // Fonts and the PDF writer are fetched when nobody waits; the page says when the app is whole.
  await expect(page.locator('html[data-offline="whole"]')).toBeAttached({ timeout: 60_000 });
  await context.setOffline(true);
  await openApp(page);
  await loadSample(page);
  const whole = await digest(page);

  await page.goto("/#/ask");
  await say(page, "all my contacts as PDF");
  await page.getByRole("button", { name: /^Export/ }).click();
  await expect(page.getByText("Read back and proved").first()).toBeVisible();

  const { name, passphrase } = await page.evaluate(async () => {
    const words = "cable otter granite hinge sublet yonder";
    const result = await globalThis.jobTracker.exports.export("backup everything encrypted", {
      passphrase: words,
    });
    const file = await globalThis.jobTracker.exports.getExportData(result.exportId);
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("picked", { create: true });
    const out = await (
      await folder.getFileHandle(result.fileName, { create: true })
    ).createWritable();
    await out.write(file);
    await out.close();
    return { name: result.fileName, passphrase: words };
  });
  const sealed = await pickedFile(page, name);
  await page.evaluate(() => globalThis.jobTracker.records.clear());
  await dropFile(page, name, sealed);
  await page
    .getByLabel(/passphrase/i)
    .first()
    .fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Import \d+/ }).click();
  await expect.poll(() => digest(page)).toBe(whole);
});
