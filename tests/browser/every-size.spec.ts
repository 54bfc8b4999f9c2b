import { expect, test, type Page } from "@playwright/test";
import { answerPicker, loadSample, openApp } from "./support/app.ts";
import { layoutTrouble } from "./support/layout.ts";
import { opened, screens, visit } from "./support/places.ts";

/** One page, from the smallest phone to a wall: nothing scrolls sideways, is cut, or lies on another. */
const windows = [
  { what: "360 px", width: 360, height: 740, scale: 2 },
  // 200 % zoom of a window of 1280 × 800 is just this: half the pixels, twice as dense.
  { what: "200 % zoom of 1280 px", width: 640, height: 400, scale: 2 },
  { what: "1024 px", width: 1024, height: 768, scale: 1 },
  { what: "3840 px", width: 3840, height: 2160, scale: 1 },
];

async function lookEverywhere(page: Page, prepare?: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  for (const place of [...screens, ...opened]) {
    await visit(page, place);
    await prepare?.();
    for (const trouble of await layoutTrouble(page)) found.push(`${place.name}: ${trouble}`);
  }
  return found;
}

for (const { what, width, height, scale } of windows) {
  test.describe(what, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: scale });
    test("every screen, menu and dialog fits", async ({ page, context }) => {
      test.setTimeout(240_000);
      await answerPicker(context);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openApp(page);
      expect(await layoutTrouble(page), "first run").toEqual([]);
      await loadSample(page);
      expect(await lookEverywhere(page)).toEqual([]);
    });
  });
}

test("text at twice its size, as browsers set it, still fits every screen", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await answerPicker(context);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openApp(page);
  await loadSample(page);
  const twice = async () => {
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await page.waitForTimeout(150);
  };
  await twice();
  const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
  expect(size, "type follows the person's own setting").toBe("28px");
  expect(await lookEverywhere(page, twice)).toEqual([]);
});
