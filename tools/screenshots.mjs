// node tools/screenshots.mjs [FOLDER] [NAME…]: every screen of the built app in each of its states, in
// light, dark and at 390 px, into a folder that git ignores. Names choose states by their beginning, or a
// view ("light", "dark", "phone"). For looking at, not for comparing byte by byte: docs/look.md.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright";
import { findChromium } from "./ensure-tools.mjs";
import { fillSearch } from "./pictures/invented.mjs";
import { states } from "./pictures/states.mjs";
import { serve } from "./serve.mjs";

const [folder = "screenshots", ...names] = process.argv.slice(2);
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const views = {
  light: { colorScheme: "light", viewport: wide },
  dark: { colorScheme: "dark", viewport: wide },
  phone: { colorScheme: "light", viewport: phone, deviceScaleFactor: 2, hasTouch: true },
};
const wantedViews = Object.entries(views).filter(
  ([view]) => !names.some((name) => name in views) || names.includes(view),
);
const prefixes = names.filter((name) => !(name in views));
const wanted = states.filter(
  ({ name }) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)),
);

mkdirSync(folder, { recursive: true });
const { server, address } = await serve({ port: Number(process.env.PORT ?? 0) });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ["--no-sandbox", "--disable-gpu"],
  ...(executablePath === undefined ? {} : { executablePath }),
});

// The browser's own dialogs cannot be clicked: they are answered by the private file system.
function answerPickers() {
  const root = () => navigator.storage.getDirectory();
  globalThis.showSaveFilePicker = async ({ suggestedName }) =>
    (await root()).getFileHandle(suggestedName, { create: true });
}

/** Opens the app in a new context: a state never stands on what another one left. */
async function takeOne(view, options, { name, data = "search", act }) {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    ...options,
  });
  await context.addInitScript(answerPickers);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`${name}.${view}: ${error.message}`));
  try {
    await page.goto(address);
    await page.evaluate(() => globalThis.jobTracker.ready);
    if (data === "search") await page.evaluate(fillSearch);
    await page
      .getByRole("button", { name: "Close" })
      .click({ timeout: 1500 })
      .catch(() => {});
    await act({
      page,
      narrow: view === "phone",
      go: async (hash) => {
        await page.goto(`${address}#/${hash}`);
        await page.waitForTimeout(500);
      },
    });
    await page.screenshot({ path: `${folder}/${name}.${view}.png` });
  } catch (cause) {
    console.error(`${name}.${view}: ${String(cause).split("\n").slice(0, 3).join(" ")}`);
    await page.screenshot({ path: `${folder}/${name}.${view}.png` });
  } finally {
    await context.close();
  }
}

for (const state of wanted) {
  for (const [view, options] of wantedViews) {
    if (state.views?.includes(view) === false) continue;
    await takeOne(view, options, state);
  }
}
await browser.close();
server.close();
