import { expect, test, type Page } from "@playwright/test";
import { loadSample, openApp } from "./support/app.ts";

/** From now on the browser refuses every write, as it does when the disk is full. */
const fillStorage = (page: Page) =>
  page.evaluate(() => {
    const { prototype } = IDBObjectStore;
    const own = Object.getOwnPropertyDescriptor(prototype, "put");
    Object.assign(globalThis, {
      freeStorage: () => own && Object.defineProperty(prototype, "put", own),
    });
    prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
const freeStorage = (page: Page) =>
  page.evaluate(() => {
    (globalThis as unknown as { freeStorage: () => void }).freeStorage();
  });

test("with the storage full an edit stays in its field, and is stored once there is room", async ({
  page,
}) => {
  await openApp(page);
  await page.evaluate(() =>
    globalThis.jobTracker.records.add("applications", { id: "a", company: "Acme" }),
  );
  await page.goto("/#/tracker/applications/r/a");
  await page.getByRole("button", { name: /Location/ }).click();
  await page.getByRole("textbox", { name: "Location" }).fill("Oslo, third floor");
  await fillStorage(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your text is still in the field.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy it" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Location" })).toHaveValue("Oslo, third floor");
  await freeStorage(page);
  await page.getByRole("button", { name: /try again/i }).click();
  await expect(page.getByText("Location changed.")).toBeVisible();

  await fillStorage(page);
  await page.getByRole("button", { name: "Status: saved. Move it" }).click();
  await page.getByRole("menuitemradio", { name: "Applied" }).click();
  const again = page.getByRole("button", { name: /try again/i });
  await expect(again).toBeVisible();
  await freeStorage(page);
  await again.click();
  await expect(page.getByText("Acme moved to Applied.")).toBeVisible();
});

test("a filter is changed where it stands, by pointer and by keys", async ({ page }) => {
  await openApp(page);
  await loadSample(page);
  await page.goto("/#/tracker/applications");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("checkbox", { name: "Applied" }).check({ force: true });
  await page.getByRole("button", { name: "Add the filter" }).click();
  const chip = page.getByRole("button", { name: /^Status is/ });
  await expect(chip).toHaveText("Status is applied");
  await chip.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: /^Change the filter/ });
  await expect(panel.getByRole("checkbox", { name: "Applied" })).toBeChecked();
  await panel.getByRole("checkbox", { name: "Screening" }).check({ force: true });
  await panel.getByRole("button", { name: "Change the filter" }).click();
  await expect(chip).toHaveText("Status is applied or screening");
  await chip.focus();
  await page.keyboard.press("Delete");
  await expect(chip).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Filter" })).toBeFocused();
});
