// node tools/screenshots.mjs [FOLDER]: every screen of the built app with sample data, in light, dark and
// at 390 px, into a folder that git ignores. For looking at, not for comparing byte by byte.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright";
import { findChromium } from "./ensure-tools.mjs";
import { serve } from "./serve.mjs";

const folder = process.argv[2] ?? "screenshots";
const wide = { width: 1440, height: 900 };
const views = [
  ["light", { colorScheme: "light", viewport: wide }],
  ["dark", { colorScheme: "dark", viewport: wide }],
  [
    "phone",
    {
      colorScheme: "light",
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
    },
  ],
];
const screens = ["ask", "tracker", "restore", "history", "schedules", "privacy", "settings"];
const sentence =
  "A snazzy sanitized report of my applications since September for my mentor, no salaries";

mkdirSync(folder, { recursive: true });
const { server, address } = await serve({ port: 0 });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ["--no-sandbox", "--disable-gpu"],
  ...(executablePath === undefined ? {} : { executablePath }),
});
for (const [name, options] of views) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  // The browser's own save dialog cannot be clicked: it is answered by a file of the private file system.
  await context.addInitScript(() => {
    globalThis.showSaveFilePicker = async ({ suggestedName }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") console.error(`${name}: ${message.text()}`);
  });
  page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  const shot = (what) => page.screenshot({ path: `${folder}/${what}.${name}.png` });
  await page.goto(address);
  await page.evaluate(() => globalThis.jobTracker.ready);
  await page.waitForTimeout(500);
  await shot("first-run");
  await page.evaluate(() => globalThis.jobTracker.records.loadSample());
  for (const screen of screens) {
    await page.goto(`${address}#/${screen}`);
    await page.waitForTimeout(700);
    await shot(screen);
  }
  await page.goto(`${address}#/ask`);
  const box = page.getByRole("textbox").first();
  await box.fill(sentence);
  await page.waitForTimeout(900);
  await shot("ask-understood");
  await page.keyboard.press("Control+Enter");
  await page.waitForTimeout(6000);
  await shot("ask-finished");
  await page.evaluate(async () => {
    const { exports } = globalThis.jobTracker;
    const passphrase = "mural cinch dragonfly septum outfit brisk";
    await exports.export("backup everything encrypted", { passphrase });
    await exports.schedule(
      "backup everything encrypted every Monday at 8, keep the last five",
      undefined,
      { passphrase },
    );
  });
  for (const screen of ["history", "schedules"]) {
    await page.goto(`${address}#/${screen}`);
    await page.waitForTimeout(700);
    await shot(`${screen}-used`);
  }
  await context.close();
}
await browser.close();
server.close();
