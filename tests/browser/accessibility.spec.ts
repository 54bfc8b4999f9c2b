import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { answerPicker, loadSample, openApp, say } from "./support/app.ts";

const screens = ["ask", "tracker", "restore", "history", "schedules", "privacy", "settings"];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test.beforeEach(async ({ context }) => answerPicker(context));

    for (const screen of screens) {
      test(`axe finds nothing on ${screen}`, async ({ page }) => {
        await openApp(page);
        await loadSample(page);
        await page.goto(`/#/${screen}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
          ),
        ).toEqual([]);
      });
    }

    test("axe finds nothing on the first run, a plan and a receipt", async ({ page }) => {
      const look = async (what: string): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${what} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
          ),
        ).toEqual([]);
      };
      await openApp(page);
      await look("first run");
      await loadSample(page);
      await page.goto("/#/ask");
      await say(page, "sanitized report for my mentor");
      await look("plan");
      await page.getByRole("button", { name: /^Export/ }).click();
      await expect(page.getByText("Read back and proved").first()).toBeVisible();
      await look("receipt");
    });
  });
}

test("at 390 px nothing scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page);
  await loadSample(page);
  for (const screen of screens) {
    await page.goto(`/#/${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide, screen).toBe(false);
  }
});
