import { chromium, expect, test, type Page } from "@playwright/test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readHeader } from "../../src/core/vault/header.ts";
import { openSlot } from "../../src/core/vault/open-slot.ts";
import { hkdf, pbkdf2 } from "../../src/core/vault/keys.ts";
import { answerPicker, openApp, pickedFile, say } from "./support/app.ts";

/** Where a word is found in the files of a folder: as bytes, as UTF-16, in hex and in base64. */
function findIn(folder: string, secret: Uint8Array): readonly string[] {
  const raw = Buffer.from(secret);
  const wide = Buffer.from(raw.toString("latin1"), "utf16le");
  const forms = [
    raw,
    wide,
    Buffer.from(raw.toString("hex")),
    Buffer.from(raw.toString("base64").replace(/=+$/, "").slice(0, -1)),
    Buffer.from(raw.toString("base64url").slice(0, -1)),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

async function takeWords(page: Page): Promise<string> {
  const shown = page.getByLabel("The six words").last();
  await expect(shown).toHaveText(/^\S+( \S+){5}$/);
  const words = (await shown.innerText()).trim().split(" ");
  const fields = [
    ["Third word", words[2]],
    ["Fifth word", words[4]],
  ] as const;
  for (const [label, word] of fields) {
    await page
      .getByLabel(label)
      .last()
      .fill(word ?? "");
  }
  return words.join(" ");
}

/** Every secret that opens the file, taken out of it with its passphrase. */
async function secretsOf(file: Buffer, passphrase: string): Promise<readonly Uint8Array[]> {
  const header = await readHeader(new Blob([new Uint8Array(file)]));
  const [slot] = header.slots;
  if (slot === undefined) throw new Error("no slot");
  const counter = { derivations: 0 };
  const fileKey = await openSlot(slot, { passphrase }, header.fileSalt, counter);
  if (fileKey === undefined) throw new Error("the passphrase does not open its file");
  const view = new DataView(slot.body.buffer, slot.body.byteOffset);
  return [
    fileKey,
    await hkdf(fileKey, header.fileSalt, new TextEncoder().encode("jtb/v1 payload")),
    await pbkdf2(passphrase, slot.body.slice(5, 21), view.getUint32(1)),
  ];
}

test("the profile on the disk holds neither passphrase nor key after a sealed export and a schedule", async ({
  baseURL,
}, testInfo) => {
  const profile = mkdtempSync(join(tmpdir(), "profile-"));
  const { launchOptions } = testInfo.project.use;
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  try {
    await answerPicker(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await openApp(page);
    await page.evaluate(() => globalThis.jobTracker.records.loadSample());
    await page.goto("/#/ask");

    const sentence = "backup everything encrypted";
    await say(page, sentence);
    const first = await takeWords(page);
    await page
      .getByRole("button", { name: /^Export/ })
      .last()
      .click();
    await expect(page.getByText("Read back and proved").first()).toBeVisible();
    const name = await page.evaluate(
      async () => (await globalThis.jobTracker.exports.history())[0]?.fileName ?? "",
    );
    const byHand = await pickedFile(page, name);

    await say(page, "backup everything encrypted every Monday at 8");
    const second = await takeWords(page);
    await page
      .getByRole("button", { name: /^Save the schedule/ })
      .last()
      .click();
    await expect(page.getByText(/The schedule is saved/)).toBeVisible();
    const base64 = await page.evaluate(async () => {
      const { schedules, exports } = globalThis.jobTracker;
      const [made] = await schedules.list();
      const [ran] = await schedules.runDue(new Date(`${made?.nextRun ?? ""}:30`));
      const kept = await exports.getExportData(ran?.exportId ?? "");
      const bytes = new Uint8Array(await kept.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    });
    const secrets = [
      ...(await secretsOf(byHand, first)),
      ...(await secretsOf(Buffer.from(base64, "base64"), second)),
    ];
    await context.close();

    // The search finds what is there: the sentence of the receipt.
    expect(findIn(profile, ascii(sentence)).length).toBeGreaterThan(0);
    for (const phrase of [first, second]) {
      expect(findIn(profile, ascii(phrase))).toEqual([]);
      const parts = phrase.split(" ");
      expect(findIn(profile, ascii(`${parts[0] ?? ""} ${parts[1] ?? ""} `))).toEqual([]);
    }
    for (const secret of secrets) expect(findIn(profile, secret)).toEqual([]);
  } finally {
    await context.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true });
  }
});
