// The states that are looked at, named after the pictures of the look where there is one. `data`:
// "search" (an invented search, filled in before) or "none".
import { dryRunFile, dropBytes, dragOver, manyRecords } from "./in-page.mjs";

const wait = (page, ms) => page.waitForTimeout(ms);
const sentence =
  "A snazzy sanitized report of my applications since September for my mentor, no salaries";
const passphrase = "mural cinch dragonfly septum outfit brisk";
const advert = `Analytics Engineer (m/f/d)

Loam & Lattice builds planning tools for city gardens. We are 40 people in Rotterdam; this role is hybrid, two days on site.

You will own our dbt models, help product teams ask better questions, and keep the numbers honest.

We pay € 62,000 to 70,000 a year, full time, 30 days of holiday.

Send your CV by 11 December to Joost de Wit, joost@loamlattice.example. Reference LL-26-114.`;

async function say(page, words) {
  await page.getByRole("textbox", { name: "What you need, in a sentence" }).last().fill(words);
  await wait(page, 900);
}
const sealed = (page) =>
  page.evaluate(
    (phrase) =>
      globalThis.jobTracker.exports.export("backup everything encrypted", {
        passphrase: phrase,
        target: "private",
      }),
    passphrase,
  );
const mode = (page, name) => page.getByRole("radio", { name }).check({ force: true });
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
async function dryRun({ page, go }) {
  await go("restore");
  await dropBytes(page, "2026-11-09 backup.json", await page.evaluate(dryRunFile));
  await page.getByRole("heading", { name: /would change|Nothing/ }).waitFor();
  await wait(page, 300);
}
async function useHistory(page) {
  await page.evaluate(async () => {
    const { exports } = globalThis.jobTracker;
    const private_ = { target: "private" };
    for (const words of [
      "applications since January as Excel",
      "GDPR package",
      "work-search log for the last four weeks",
    ]) {
      await exports.export(words, private_);
    }
  });
  await sealed(page);
}
async function useSchedules(page) {
  await page.evaluate(async (phrase) => {
    const { exports } = globalThis.jobTracker;
    const options = { passphrase: phrase };
    await exports.schedule(
      "backup everything encrypted every Monday at 8, keep the last five",
      undefined,
      options,
    );
    await exports.schedule("work-search log on the last Friday of the month");
  }, passphrase);
}

const on = (name, hash, more = async () => {}, rest = {}) => ({
  name,
  act: async (at) => {
    await at.go(hash);
    await more(at);
    await wait(at.page, 350);
  },
  ...rest,
});

export const states = [
  { name: "ask-0-first-run", data: "none", act: ({ page }) => wait(page, 500) },
  ...["tracker", "restore", "history", "schedules", "privacy", "settings"].map((screen) =>
    on(`empty-${screen}`, screen, undefined, { data: "none" }),
  ),
  on("empty-board", "tracker/applications", ({ page }) => mode(page, "Board"), { data: "none" }),
  on("empty-charts", "tracker/applications", ({ page }) => mode(page, "Charts"), { data: "none" }),
  on("ask-1-first", "ask"),
  on("ask-2-understood", "ask", async ({ page, narrow }) => {
    await say(page, sentence);
    if (!narrow) await page.getByRole("button", { name: /^When/ }).hover();
  }),
  on("ask-2b-chip-open", "ask", async ({ page }) => {
    await say(page, sentence);
    await page.getByRole("button", { name: /^When/ }).click();
    await wait(page, 600);
  }),
  on("ask-2c-no-records", "ask", ({ page }) => say(page, "interviews in January 2019 as CSV")),
  on("ask-2d-passphrase", "ask", ({ page }) => say(page, "backup everything encrypted")),
  on("ask-2e-by-hand", "ask", ({ page }) =>
    page.getByRole("button", { name: /choose by hand/i }).click(),
  ),
  on("ask-3-running", "ask", async ({ page }) => {
    await page.evaluate(manyRecords, 6000);
    await say(page, "all my applications as PDF");
    await wait(page, 1500);
    await page.keyboard.press("Control+Enter");
    await wait(page, 2600);
  }),
  on("ask-4-finished", "ask", async ({ page }) => {
    await say(page, "everything as JSON with documents");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Read back and proved").first().waitFor();
    await wait(page, 600);
  }),
  on("ask-5-trouble", "ask", ({ page }) =>
    say(page, "strict, but keep names, as an encrypted CSV for Petra"),
  ),
  on(
    "map",
    "ask",
    async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.evaluate(() => globalThis.document.activeElement?.blur());
      await page.keyboard.press("?");
    },
    { views: ["light", "dark"] },
  ),
  on("tracker-1-table", "tracker/applications", async ({ page, narrow }) => {
    if (narrow) return;
    await page.getByRole("grid").focus();
    await press(
      page,
      "ArrowDown",
      "ArrowDown",
      "ArrowDown",
      "Space",
      "ArrowDown",
      "ArrowDown",
      "Space",
    );
  }),
  on("tracker-1b-filter", "tracker/applications", ({ page }) =>
    page.getByRole("button", { name: "Filter" }).click(),
  ),
  on(
    "tracker-1c-columns",
    "tracker/applications",
    ({ page }) => page.getByRole("button", { name: "Columns" }).click(),
    { views: ["light", "dark"] },
  ),
  on("tracker-1d-none", "tracker/applications", async ({ page, narrow }) => {
    if (narrow) await page.getByRole("button", { name: "Search all fields" }).click();
    await page.getByRole("searchbox").fill("no such words");
  }),
  on("tracker-2-board", "tracker/applications", async ({ page }) => {
    await mode(page, "Board");
    await wait(page, 300);
    const card = page.getByRole("main").locator("article, [draggable], [data-card]").first();
    await card.focus({ timeout: 2000 }).catch(() => {});
    await page.keyboard.press("Space");
  }),
  on("tracker-3-record", "tracker/applications/r/halden"),
  on("tracker-4-charts", "tracker/applications", ({ page }) => mode(page, "Charts")),
  on("tracker-5-quick-add", "tracker/applications/new", async ({ page }) => {
    await page.getByRole("textbox").first().fill(advert);
    await page.getByRole("button", { name: "Read it into the form" }).click();
    await wait(page, 500);
  }),
  on("tracker-6-interviews", "tracker/interviews", ({ page }) => mode(page, "Calendar")),
  on("tracker-7-conversation", "tracker/conversations", async ({ page, narrow }) => {
    await page
      .getByRole("searchbox")
      .fill("Re: Your")
      .catch(() => {});
    await wait(page, 300);
    await page
      .getByRole("row")
      .nth(narrow ? 0 : 1)
      .click();
  }),
  ...["contacts", "activities", "job_searches", "documents", "memories"].map((kind) =>
    on(`tracker-8-${kind}`, `tracker/${kind}`),
  ),
  on("restore-0-start", "restore"),
  on("restore-1-drop", "tracker/applications", ({ page }) => dragOver(page), {
    views: ["light", "dark"],
  }),
  { name: "restore-2-dry-run", act: dryRun },
  {
    name: "restore-3-undo",
    act: async (at) => {
      await dryRun(at);
      await at.page.getByRole("button", { name: /^Import \d/ }).click();
      await at.page.getByText(/imported and counted again/).waitFor();
      await wait(at.page, 500);
    },
  },
  on("history", "history", async ({ page, go }) => {
    await useHistory(page);
    await go("history");
    await wait(page, 500);
    await page.getByRole("row").nth(1).click();
    await wait(page, 400);
  }),
  on("schedules", "schedules", async ({ page }) => {
    await useSchedules(page);
    await wait(page, 700);
  }),
  on("schedules-new", "schedules", ({ page }) =>
    page.getByRole("button", { name: "New schedule" }).first().click(),
  ),
  on("privacy", "privacy", ({ page }) => wait(page, 1200)),
  on("privacy-2-own-rules", "privacy/rules", async ({ page }) => {
    await mode(page, "Own rules").catch(() => {});
  }),
  on("privacy-3-known", "privacy/known", async ({ page }) => {
    await mode(page, "Known names").catch(() => {});
  }),
  ...[
    "storage",
    "network",
    "language",
    "theme",
    "keyboard",
    "install",
    "sample",
    "about",
    "delete",
  ].map((part) => on(`settings-${part}`, `settings/${part}`, ({ page }) => wait(page, 400))),
  on("more", "ask", ({ page }) => page.getByRole("button", { name: "More" }).last().click(), {
    views: ["phone"],
  }),
];
