import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { JobTracker } from "../../../src/core/job-tracker.ts";

declare global {
  var jobTracker: JobTracker;
  var showSaveFilePicker: (options?: { suggestedName?: string }) => Promise<FileSystemFileHandle>;
}

/** Waits until the screens can be used. */
export async function openApp(page: Page, hash = ""): Promise<void> {
  await page.goto(`/${hash}`);
  await page.evaluate(() => globalThis.jobTracker.ready);
}

/**
 * The picker is a dialog of the browser that nothing can click: it is answered by a real file handle of
 * the origin-private file system, behind the same interface.
 */
export async function answerPicker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    globalThis.showSaveFilePicker = async ({ suggestedName = "export" } = {}) => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle("picked", { create: true });
      return picked.getFileHandle(suggestedName, { create: true });
    };
  });
}

/** The bytes of a file that was written through the answered picker. */
export async function pickedFile(page: Page, name: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const picked = await root.getDirectoryHandle("picked");
    const file = await (await picked.getFileHandle(wanted)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, name);
  return Buffer.from(base64, "base64");
}

export async function pickedNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for (const folder of ["picked", "exports"]) {
      const found = await root.getDirectoryHandle(folder, { create: true });
      for await (const name of found.keys()) names.push(`${folder}/${name}`);
    }
    return names;
  });
}

export const sentenceBox = (page: Page) =>
  page.getByRole("textbox", { name: "What you need, in a sentence" });

/** Types a sentence on Ask and waits for its plan. */
export async function say(page: Page, sentence: string): Promise<void> {
  await sentenceBox(page).last().fill(sentence);
  await expect(page.getByRole("region", { name: "Plan" }).last()).toBeVisible();
}

/** Drops a file on the window, as a person drags it from the desktop. */
export async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([content], fileName));
      return dropped;
    },
    [name, bytes.toString("base64")] as const,
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}

export async function loadSample(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.jobTracker.records.loadSample());
}

export function digest(page: Page): Promise<string> {
  return page.evaluate(() => globalThis.jobTracker.records.digest());
}
