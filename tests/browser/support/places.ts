import { expect, type Page } from "@playwright/test";
import { dropFile, say } from "./app.ts";

/** Somewhere a person can be: an address, and what was done there. */
export interface Place {
  readonly name: string;
  readonly hash: string;
  readonly act?: (page: Page) => Promise<unknown>;
}
const at = (hash: string, act?: Place["act"], what = ""): Place => ({
  name: what === "" ? hash : `${hash} ${what}`,
  hash,
  ...(act === undefined ? {} : { act }),
});
/** Presses what the window has: a phone shows no choice of columns. */
const press = (name: RegExp | string) => async (page: Page) => {
  const button = page.getByRole("button", { name }).first();
  const there = await button.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
  if (there) await button.click();
};
const mode = (name: string) => (page: Page) =>
  page.getByRole("radio", { name, exact: true }).check({ force: true });

/** Every screen with sample data, as it opens. */
export const screens: readonly Place[] = [
  ...["ask", "restore", "history", "schedules", "privacy"].map((screen) => at(screen)),
  ...["applications", "interviews", "contacts", "activities", "job_searches"].map((kind) =>
    at(`tracker/${kind}`),
  ),
  ...["conversations", "documents", "memories", "applications/new"].map((kind) =>
    at(`tracker/${kind}`),
  ),
  at("tracker/applications", mode("Board"), "board"),
  at("tracker/applications", mode("Charts"), "charts"),
  at("tracker/interviews", mode("Calendar"), "calendar"),
  at("tracker/applications/r/sample", undefined, "record"),
  at("privacy", mode("Own rules"), "own rules"),
  at("privacy", mode("Known names"), "known names"),
  ...["language", "theme", "keyboard", "network", "storage", "install", "sample"].map((part) =>
    at(`settings/${part}`),
  ),
  at("settings/about"),
  at("settings/delete"),
];

/** What opens above a screen, and the states in which a screen has most to show. */
export const opened: readonly Place[] = [
  at("ask", (page) => say(page, "a snazzy sanitized report for my mentor, no salaries"), "plan"),
  at("ask", (page) => say(page, "backup everything encrypted"), "passphrase"),
  at("ask", (page) => say(page, "interviews in January 2019 as CSV"), "nothing found"),
  at(
    "ask",
    async (page) => {
      await say(page, "applications since September as CSV");
      await page.getByRole("button", { name: /^When/ }).click();
    },
    "open chip",
  ),
  at("ask", press(/choose by hand/i), "by hand"),
  at("schedules", (page) => page.keyboard.press("?"), "map"),
  at("tracker/applications", press("Filter"), "filter"),
  at("tracker/contacts", press("Columns"), "columns"),
  at("schedules", press(/^New/), "new schedule"),
  at("history", press("Clean up"), "clean up"),
  at("restore", dropWrongFile, "refused file"),
  at("restore", dryRun, "dry run"),
];

async function dropWrongFile(page: Page): Promise<void> {
  await dropFile(page, "holiday.xyz", Buffer.from([1, 2, 3, 4, 0, 255, 254, 0]));
  await expect(page.getByRole("main")).toContainText(/holiday|cannot|not/i);
}

/** A copy of the data with one changed record and one new one. */
async function dryRun(page: Page): Promise<void> {
  const text = await page.evaluate(async () => {
    const { exports } = globalThis.jobTracker;
    const { exportId } = await exports.export("everything as JSON", { target: "private" });
    const file = JSON.parse(await (await exports.getExportData(exportId)).text()) as {
      data: { applications: Record<string, unknown>[] };
    };
    const [first] = file.data.applications;
    if (first !== undefined) {
      first["location"] = "Leiden";
      first["updated_at"] = new Date().toISOString();
    }
    file.data.applications.push({ id: "loam", company: "Loam & Lattice", title: "Analyst" });
    return JSON.stringify(file);
  });
  await dropFile(page, "copy.json", Buffer.from(text));
  await expect(page.getByRole("button", { name: /^Import \d/ })).toBeVisible();
}

/** Goes there afresh: what another place left open is gone. */
export async function visit(page: Page, { hash, act }: Place): Promise<void> {
  let wanted = hash;
  if (hash.endsWith("/r/sample")) {
    const id = await page.evaluate(async () => {
      const [first] = await globalThis.jobTracker.records.list("applications", { limit: 1 });
      return first?.id ?? "";
    });
    wanted = hash.replace("sample", encodeURIComponent(id));
  }
  await page.goto("about:blank");
  await page.goto(`/#/${wanted}`);
  await page.evaluate(() => globalThis.jobTracker.ready);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await act?.(page);
  await page.waitForTimeout(250);
}
