import { expect, test } from "@playwright/test";
import {
  answerPicker,
  digest,
  dropFile,
  openApp,
  pickedFile,
  say,
  sentenceBox,
} from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

test("from the first visit to a proved file, and back into an empty browser, and undone", async ({
  page,
}) => {
  await openApp(page);
  await page.getByRole("button", { name: /sample data/i }).click();
  await expect(page.getByRole("link", { name: /^Tracker 40/ })).toBeVisible();
  const whole = await digest(page);

  await page.goto("/#/ask");
  await say(page, "applications from last month as CSV");
  await expect(page.getByRole("button", { name: /^File: CSV/ })).toBeVisible();
  // A chip is changed by its menu, and the sentence follows.
  await page.getByRole("button", { name: /^File: CSV/ }).click();
  await page.getByRole("menuitemradio", { name: /JSON/ }).first().click();
  await expect(sentenceBox(page)).toHaveValue(/JSON/i);
  await page.getByRole("button", { name: /^Export/ }).click();
  await expect(page.getByText("Read back and proved").first()).toBeVisible();

  await sentenceBox(page).last().fill("everything as JSON with nothing removed");
  await page
    .getByRole("button", { name: /^Export/ })
    .last()
    .click();
  await expect(page.getByText(/-everything\.json/).first()).toBeVisible();
  await expect(page.getByText("Read back and proved").first()).toBeVisible();
  const name = await page.evaluate(
    async () => (await globalThis.jobTracker.exports.history())[0]?.fileName ?? "",
  );
  const file = await pickedFile(page, name);

  await page.goto("/#/history");
  await expect(page.getByText("everything as JSON with nothing removed").first()).toBeVisible();

  await page.evaluate(() => globalThis.jobTracker.records.clear());
  const empty = await digest(page);
  await dropFile(page, name, file);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const importing = page.getByRole("button", { name: /^Import \d+/ });
  await expect(importing).toBeVisible();
  expect(await digest(page)).toBe(empty);
  await importing.click();
  await expect(page.getByText(/imported/i).first()).toBeVisible();
  await expect.poll(() => digest(page)).toBe(whole);

  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect.poll(() => digest(page)).toBe(empty);
});
