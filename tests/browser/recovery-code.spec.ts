import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { answerPicker, digest, dropFile, openApp, pickedFile, say } from "./support/app.ts";

const phrase = "seven green horses sing at noon";

test("a phrase of one's own gets a recovery code: the kit prints it, and Restore opens with it", async ({
  page,
  context,
}, testInfo) => {
  await answerPicker(context);
  await openApp(page);
  await page.evaluate(() => globalThis.jobTracker.records.loadSample());
  const before = await digest(page);
  await page.goto("/#/ask");
  await say(page, "backup everything encrypted");
  await page.getByRole("radio", { name: "My own" }).last().check();
  const typed = page.getByLabel("Passphrase", { exact: true }).last();
  // Pasted, shown, and typed back once.
  await typed.focus();
  await page.keyboard.insertText(phrase);
  await page.getByRole("button", { name: "Show", exact: true }).last().click();
  await expect(typed).toHaveAttribute("type", "text");
  await page.getByLabel("Once more").last().fill("seven green horses sing at dawn");
  await expect(page.getByText("Not the same.")).toBeVisible();
  await page.getByLabel("Once more").last().fill(phrase);
  await expect(page.getByLabel(/Add a recovery code/)).toBeChecked();
  await page
    .getByRole("button", { name: /^Export/ })
    .last()
    .click();
  await expect(page.getByText("Read back and proved").first()).toBeVisible();
  const name = await page.evaluate(
    async () => (await globalThis.jobTracker.exports.history())[0]?.fileName ?? "",
  );

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Print the recovery kit" }).click();
  const path = testInfo.outputPath("recovery-kit.pdf");
  await (await waiting).saveAs(path);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], {
    encoding: "utf8",
  });
  const code = /(?:[0-9A-Z]{5}-){5}[0-9A-Z*~$=]{2}/.exec(text)?.[0] ?? "";
  expect(code).not.toBe("");
  expect(text).not.toContain(phrase);
  expect(text).toContain(name);

  const file = await pickedFile(page, name);
  await page.evaluate(() => globalThis.jobTracker.records.clear());
  await dropFile(page, name, file);
  await page.getByLabel("Passphrase").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Open the file" }).click();
  await page
    .getByRole("button", { name: /^Import/ })
    .last()
    .click();
  await expect.poll(() => digest(page)).toBe(before);
});

test("a passphrase that was typed another way gets a hint, and a file cut by a cloud client is refused", async ({
  page,
}) => {
  await openApp(page);
  await page.evaluate(() => globalThis.jobTracker.records.loadSample());
  const base64 = await page.evaluate(async (passphrase) => {
    const { exports } = globalThis.jobTracker;
    const { exportId } = await exports.export("backup everything encrypted", {
      passphrase,
    });
    const bytes = new Uint8Array(await (await exports.getExportData(exportId)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, phrase);
  const file = Buffer.from(base64, "base64");
  const before = await digest(page);
  await dropFile(page, "backup.jtb", file);
  const field = page.getByLabel("Passphrase");
  for (const [typed, hint] of [
    [phrase.toUpperCase(), "look at Caps Lock"],
    [phrase.replace(" ", "  "), "two blanks"],
    ["ыумут пкуут рщкыуы", "look at the keyboard layout"],
    [`${phrase}…`, "typographic"],
  ] as const) {
    await field.fill(typed);
    await page.getByRole("button", { name: "Open the file" }).click();
    await expect(page.getByText(hint)).toBeVisible();
  }
  await page.getByRole("button", { name: "Put it aside" }).click();

  await page.goto("/#/restore");
  await dropFile(page, "cut.jtb", file.subarray(0, file.length - 1000));
  await field.fill(phrase);
  await page.getByRole("button", { name: "Open the file" }).click();
  await expect(page.getByText("This file is damaged").first()).toBeVisible();
  expect(await digest(page)).toBe(before);
});
