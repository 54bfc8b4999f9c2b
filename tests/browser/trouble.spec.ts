import { expect, test } from "@playwright/test";
import {
  answerPicker,
  digest,
  dropFile,
  loadSample,
  openApp,
  pickedNames,
  say,
  sentenceBox,
} from "./support/app.ts";

test.beforeEach(async ({ context }) => answerPicker(context));

test("an export that is stopped in the middle leaves no file behind", async ({ page }) => {
  await openApp(page);
  await page.evaluate(async () => {
    const text = "x".repeat(4000);
    for (let batch = 0; batch < 15; batch += 1) {
      await globalThis.jobTracker.records.addMany(
        "applications",
        Array.from({ length: 1000 }, (_, n) => ({
          company: `Firm ${String(batch)}-${String(n)}`,
          notes: text,
        })),
      );
    }
  });
  const before = await digest(page);
  await page.goto("/#/ask");
  await say(page, "everything as zipped JSON with nothing removed");
  await page.getByRole("button", { name: /^Export/ }).click();
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.getByText("Nothing was left behind").first()).toBeVisible();
  // The handle that the picker made stays in the folder of the person, but empty.
  const sizes = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const found: number[] = [];
    for (const name of ["picked", "exports"]) {
      const folder = await root.getDirectoryHandle(name, { create: true });
      for await (const handle of folder.values()) {
        if (handle.kind === "file") found.push((await handle.getFile()).size);
      }
    }
    return found;
  });
  expect(sizes.filter((size) => size > 0)).toEqual([]);
  expect(await digest(page)).toBe(before);
});

test("without a picker the file is downloaded, and nobody claims to have verified it", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "showSaveFilePicker");
  });
  await openApp(page);
  await loadSample(page);
  await page.goto("/#/ask");
  await say(page, "contacts as CSV");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Export/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/contacts\.csv$/);
  await expect(page.getByText(/not verified/i).first()).toBeVisible();
  await expect(page.getByText("Read back and proved")).toHaveCount(0);
});

test("an encrypted export without a passphrase writes nothing", async ({ page }) => {
  await openApp(page);
  await loadSample(page);
  const failure = await page.evaluate(() =>
    globalThis.jobTracker.exports.export("backup everything encrypted").then(
      () => "written",
      (error: unknown) => {
        const { code, message } = error as { code: string; message: string };
        return `${code}: ${message}`;
      },
    ),
  );
  expect(failure).toMatch(/^passphrase-missing: .*nothing was written/i);
  expect(await pickedNames(page)).toEqual([]);
});

test("an empty selection is said before the click, with the way out", async ({ page }) => {
  await openApp(page);
  await loadSample(page);
  await page.goto("/#/ask");
  await sentenceBox(page).fill("interviews from 1998 as CSV");
  await expect(page.getByText(/No interviews|0 records|no records/i).first()).toBeVisible();
});

test("nonsense is answered, not an error", async ({ page }) => {
  await openApp(page);
  await loadSample(page);
  await page.goto("/#/ask");
  await sentenceBox(page).fill("flibber the wobbly gloop");
  await page.keyboard.press("Enter");
  await expect(
    page
      .getByRole("log")
      .or(page.getByRole("alert"))
      .or(page.getByText(/What do you want|For example|export/i))
      .first(),
  ).toBeVisible();
  await expect(page.getByText(/Error|undefined|at .*\.js/)).toHaveCount(0);
});

for (const [what, name, bytes, words] of [
  [
    "a damaged backup",
    "backup.zip",
    Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]),
    /damaged|refused|not one|cannot/i,
  ],
  [
    "a foreign file",
    "picture.bin",
    Buffer.from([0, 1, 2, 3, 255, 254, 9, 9, 9]),
    /not one the app can read|nothing that could be recognised/i,
  ],
  [
    "a newer file",
    "newer.json",
    Buffer.from(
      JSON.stringify({
        export_info: { format: "json", version: "7.0", timestamp: "2030-01-01T00:00:00Z" },
        data: {},
      }),
    ),
    /newer version/i,
  ],
] as const) {
  test(`${what} is named, and nothing is changed`, async ({ page }) => {
    await openApp(page);
    await loadSample(page);
    const before = await digest(page);
    await dropFile(page, name, bytes);
    await expect(page.getByText(words).first()).toBeVisible();
    expect(await digest(page)).toBe(before);
  });
}
