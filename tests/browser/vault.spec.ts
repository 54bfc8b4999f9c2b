import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { answerPicker, dropFile, openApp, pickedFile, say } from "./support/app.ts";

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

test("a capsule opens itself from the disk with no network, and shows what is inside as text", async ({
  page,
  browser,
}, testInfo) => {
  await openApp(page);
  await page.getByRole("button", { name: /sample data/i }).click();
  await page.goto("/#/ask");
  const words = await exportSealed(page, "backup everything encrypted as a capsule");
  const receipt = await page.evaluate(
    async () => (await globalThis.jobTracker.exports.history())[0],
  );
  const name = receipt?.fileName ?? "";
  const file = await pickedFile(page, name);
  const sha256 = createHash("sha256").update(file).digest("hex");
  expect(name).toMatch(/\.html$/);
  // The full SHA-256 is shown where the page is made: the page cannot vouch for itself.
  await expect(page.getByText(sha256.replace(/(.{4})(?=.)/g, "$1 "))).toBeVisible();

  const path = testInfo.outputPath("capsule.html");
  writeFileSync(path, file);
  const offline = await browser.newContext({ offline: true });
  const opened = await offline.newPage();
  const asked: string[] = [];
  opened.on("request", (request) => asked.push(request.url()));
  const errors: string[] = [];
  opened.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await opened.goto(pathToFileURL(path).href);
  await opened.getByLabel("Passphrase").fill("ANOTHER PHRASE");
  await opened.getByRole("button", { name: "Open" }).click();
  await expect(opened.getByRole("alert")).toContainText("does not open it");
  await expect(opened.getByRole("alert")).toContainText("Caps Lock");
  await opened.getByLabel("Passphrase").fill(words.join(" "));
  await opened.getByRole("button", { name: "Open" }).click();
  await expect(opened.getByRole("heading", { name: "Opened" })).toBeFocused();
  await expect(opened.getByText(String(receipt?.records))).toBeVisible();
  await opened.getByRole("button", { name: "Read" }).first().click();
  await expect(opened.locator("pre").first()).not.toBeEmpty();
  expect(await opened.locator("pre *").count()).toBe(0);
  // Nothing but the page itself was asked for, and its policy would have refused.
  expect(asked.filter((url) => !url.startsWith("blob:"))).toEqual([pathToFileURL(path).href]);
  expect(errors).toEqual([]);
  const reached = await opened.evaluate(() =>
    fetch("https://example.org/").then(
      () => "reached",
      () => "refused",
    ),
  );
  expect(reached).toBe("refused");
  await offline.close();

  // The app takes the page back like any other backup.
  await dropFile(page, name, file);
  await page.getByLabel("Passphrase").fill(words.join(" "));
  await page.getByRole("button", { name: "Open the file" }).click();
  await expect(
    page.getByText(/records? (?:is|are) the same|Nothing to import|same/i).first(),
  ).toBeVisible();
});

test("the sealed file inside a capsule is saved, and opens with the reader that is not ours", async ({
  page,
  browser,
}, testInfo) => {
  const { capsule, phrase } = await makeCapsule(page, testInfo.outputPath("a.html"));
  const context = await browser.newContext({ offline: true, acceptDownloads: true });
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(capsule).href);
  const waiting = opened.waitForEvent("download");
  await opened.getByRole("button", { name: "Save the sealed file inside" }).click();
  const sealed = testInfo.outputPath("sealed.jtb");
  await (await waiting).saveAs(sealed);
  const out = testInfo.outputPath("opened.zip");
  execFileSync("node", ["tools/read-vault.mjs", sealed, out], { input: `${phrase}\n` });
  execFileSync("unzip", ["-tq", out]);
  await context.close();
});

test("an altered capsule is refused: its bytes by the vault, its script by the policy", async ({
  page,
  browser,
}, testInfo) => {
  const path = testInfo.outputPath("b.html");
  const { phrase } = await makeCapsule(page, path);
  const text = readFileSync(path, "utf8");
  const line = text.slice(text.indexOf('id="vault">')).split("\n")[30] ?? "";
  const changed = text.replace(line, (line.startsWith("A") ? "B" : "A") + line.slice(1));
  const context = await browser.newContext({ offline: true });
  const opened = await context.newPage();

  writeFileSync(path, changed);
  await opened.goto(pathToFileURL(path).href);
  await opened.getByLabel("Passphrase").fill(phrase);
  await opened.getByRole("button", { name: "Open" }).click();
  await expect(opened.getByRole("alert")).toContainText("changed or cut");

  writeFileSync(path, text.slice(0, text.length - 2000));
  await opened.goto(pathToFileURL(path).href);
  await expect(opened.getByRole("alert")).toContainText("cut off");
  await expect(opened.getByRole("button", { name: "Open" })).toBeDisabled();

  writeFileSync(path, text.replace("<script>", "<script>globalThis.stolen=1;"));
  await opened.goto(pathToFileURL(path).href);
  expect(await opened.evaluate(() => "stolen" in globalThis)).toBe(false);
  await context.close();
});

test("“encrypted” offers three kinds of file with advice, and the plan says who opens the chosen one", async ({
  page,
}) => {
  await openApp(page);
  await page.evaluate(() => globalThis.jobTracker.records.loadSample());
  await page.goto("/#/ask");
  await say(page, "backup everything encrypted");
  for (const [choice, advice, opens] of [
    ["Capsule", "without this app", "any browser on a computer"],
    ["Encrypted ZIP", "7-Zip", "with 7-Zip or another program"],
    ["Vault", "your own backups", "in Job Tracker Pro"],
  ] as const) {
    await page.getByRole("button", { name: /^Seal: / }).click();
    const line = page.getByRole("menuitemradio", { name: new RegExp(`^${choice}`) });
    await expect(line).toContainText(advice);
    await line.click();
    await expect(page.getByRole("region", { name: "Plan" })).toContainText(opens);
  }
});

/** A capsule made without the screens, on the disk. */
async function makeCapsule(page: Page, path: string) {
  const phrase = "mural cinch dragonfly septum outfit brisk";
  await openApp(page);
  await page.evaluate(() => globalThis.jobTracker.records.loadSample());
  const base64 = await page.evaluate(async (passphrase) => {
    const { exports } = globalThis.jobTracker;
    const made = await exports.export("backup everything encrypted as a capsule", { passphrase });
    const bytes = new Uint8Array(await (await exports.getExportData(made.exportId)).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, phrase);
  writeFileSync(path, Buffer.from(base64, "base64"));
  return { capsule: path, phrase };
}
