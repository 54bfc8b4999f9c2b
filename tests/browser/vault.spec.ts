import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { answerPicker, openApp, say } from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

/** Reads the drawn words off the form and types the two that are asked for. */
async function takeWords(page: Page): Promise<readonly string[]> {
  const shown = page.getByLabel("The six words").last();
  await expect(shown).toHaveText(/^\S+( \S+){5}$/);
  const words = (await shown.innerText()).trim().split(" ");
  await page
    .getByLabel("Third word")
    .last()
    .fill(words[2] ?? "");
  await page
    .getByLabel("Fifth word")
    .last()
    .fill(words[4] ?? "");
  return words;
}

async function exportSealed(page: Page, sentence: string): Promise<readonly string[]> {
  await say(page, sentence);
  const words = await takeWords(page);
  await page
    .getByRole("button", { name: /^Export/ })
    .last()
    .click();
  await expect(page.getByText("Read back and proved").first()).toBeVisible();
  return words;
}

test("the recovery kit of a sealed export names the file and prints its six words", async ({
  page,
}, testInfo) => {
  await openApp(page);
  await page.getByRole("button", { name: /sample data/i }).click();
  await page.goto("/#/ask");
  const words = await exportSealed(page, "backup everything encrypted");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Print the recovery kit" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("recovery-kit.pdf");
  const path = testInfo.outputPath("recovery-kit.pdf");
  await download.saveAs(path);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  for (const word of words) expect(text).toMatch(new RegExp(`\\b${word}\\b`));
  const receipt = await page.evaluate(
    async () => (await globalThis.jobTracker.exports.history())[0],
  );
  expect(text).toContain(receipt?.fileName);
  expect(text.replaceAll(" ", "")).toContain(receipt?.sha256.slice(0, 16));
});
