import { chromium, expect, test, type BrowserContext, type Page } from "@playwright/test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digest, loadSample, openApp } from "./support/app.ts";

const canaries = ["Quagmire Industries", "Ms Zephyrine Okonkwo"];
const phrase = "seven green horses sing at noon";

/** Files of a folder in which a word stands, in bytes or in UTF-16. */
function filesWith(folder: string, word: string): readonly string[] {
  const forms = [Buffer.from(word), Buffer.from(word, "utf16le")];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

/** Every value of the database as it lies there, as one text. */
function rawStore(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("job-tracker-pro");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => {
        resolve(opening.result);
      };
    });
    const texts: string[] = [];
    for (const name of database.objectStoreNames) {
      const asked = database.transaction(name).objectStore(name).getAll();
      const rows = await new Promise<unknown[]>((resolve) => {
        asked.onsuccess = () => {
          resolve(asked.result);
        };
      });
      for (const row of rows) {
        for (const value of Object.values(row as object)) {
          if (value instanceof Blob) texts.push(await value.text());
          else if (value instanceof Uint8Array) texts.push(new TextDecoder("latin1").decode(value));
          else texts.push(JSON.stringify(value));
        }
      }
    }
    database.close();
    return texts.join("\n");
  });
}

async function addCanaries(page: Page): Promise<void> {
  await page.evaluate(async ([company, name]) => {
    const { records } = globalThis.jobTracker;
    const id = await records.add("documents", {
      name: `Letter to ${name ?? ""}`,
    });
    await records.putBytes(id, new Blob([`Dear ${name ?? ""}`]));
    await records.add("applications", {
      company: company ?? "",
      title: "Clerk",
    });
    await records.add("contacts", { name: name ?? "", company: company ?? "" });
    await globalThis.jobTracker.exports.export(`applications at ${company ?? ""} as CSV`, {
      target: "private",
    });
  }, canaries);
}

/** Walks through Settings; returns the recovery code. */
async function turnOn(page: Page, passkey = false): Promise<string> {
  await page.goto("/#/settings/lock");
  await page.getByRole("button", { name: "Turn the lock on" }).click();
  await page.getByRole("radio", { name: "My own" }).check();
  await page.getByLabel("Passphrase", { exact: true }).fill(phrase);
  await page.getByLabel("Once more").fill(phrase);
  const code = (await page.getByLabel("The recovery code").innerText()).trim();
  await page.getByLabel("The last group of the code").fill(code.split("-").at(-1) ?? "");
  if (passkey) await page.getByLabel("Also unlock with a passkey").check();
  await page.getByRole("button", { name: "Turn the lock on" }).click();
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  return code;
}

async function unlock(page: Page, answer: string): Promise<void> {
  await page.getByLabel("Passphrase or recovery code").fill(answer);
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByRole("main")).not.toContainText("Locked");
  await page.waitForFunction(() => "jobTracker" in globalThis);
  await page.evaluate(() => globalThis.jobTracker.ready);
}

test("the lock seals what lies in the browser, and everything works while it is open", async ({
  page,
}) => {
  await openApp(page);
  await loadSample(page);
  await addCanaries(page);
  const before = await digest(page);
  const code = await turnOn(page);

  await expect(page.getByRole("navigation")).toHaveCount(0);
  const raw = await rawStore(page);
  for (const canary of canaries) expect(raw).not.toContain(canary);
  await page.getByLabel("Passphrase or recovery code").fill("not the one at all");
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByText("That does not open it. Nothing was changed.")).toBeVisible();

  await unlock(page, phrase);
  expect(await digest(page)).toBe(before);
  const made = await page.evaluate(async (company) => {
    const { exports, records, restore, schedules } = globalThis.jobTracker;
    const { exportId } = await exports.export("backup everything encrypted", {
      passphrase: "correct horse battery staple lamp",
      target: "private",
    });
    const file = await exports.getExportData(exportId);
    const at = await records.digest();
    const [one] = await records.list("applications", {
      where: { field: "company", op: "eq", value: company ?? "" },
    });
    await records.remove("applications", [one?.id ?? ""]);
    await records.undo();
    const afterUndo = (await records.digest()) === at;
    await records.clear();
    const read = await restore.inspect(file, {
      passphrase: "correct horse battery staple lamp",
    });
    const receipt = await restore.run(await restore.plan(read));
    const restored = (await records.digest()) === at;
    await restore.undo(receipt.restoreId);
    const undone = await records.count();
    await restore.run(await restore.plan(read));
    const id = await exports.schedule("backup everything encrypted every Monday at 8", undefined, {
      passphrase: "correct horse battery staple lamp",
    });
    const [made] = await schedules.list();
    const ran = await schedules.runDue(new Date(`${made?.nextRun ?? ""}:30`));
    const plain = await exports.export("applications as CSV", { target: "private" }).then(
      () => "kept",
      (error: unknown) => String(error),
    );
    return { afterUndo, restored, undone, id, ran: ran.length, plain };
  }, canaries[0]);
  expect(made).toMatchObject({
    afterUndo: true,
    restored: true,
    undone: 0,
    ran: 1,
  });
  expect(made.plain).toContain("only encrypted files are kept here");
  const rawAfter = await rawStore(page);
  for (const canary of canaries) expect(rawAfter).not.toContain(canary);

  // In all tabs at once, and the recovery code opens it.
  const other = await page.context().newPage();
  await other.goto("/");
  await other.waitForFunction(() => "jobTracker" in globalThis);
  await page.goto("/#/settings/lock");
  await page.getByRole("button", { name: "Lock now" }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole("heading", { name: "Locked" })).toBeVisible();
  }
  await unlock(other, code.toLowerCase());
  await page.reload();
  await page.waitForFunction(() => "jobTracker" in globalThis);

  // And off again: as it was, in clear.
  await other.close();
  await page.goto("/#/settings/lock");
  await page.getByRole("button", { name: "Turn the lock off" }).click();
  await page.getByLabel("Passphrase or recovery code").fill(phrase);
  await page.getByRole("button", { name: "Turn the lock off" }).click();
  await expect(page.getByRole("button", { name: "Turn the lock on" })).toBeVisible();
  expect(await rawStore(page)).toContain("Ms Zephyrine Okonkwo");
});

test("the lock closes when nobody is at work, and when the window is hidden", async ({ page }) => {
  await page.clock.install();
  await openApp(page);
  await loadSample(page);
  await turnOn(page);
  await unlock(page, phrase);
  await page.clock.fastForward("14:00");
  expect(await page.evaluate(() => "jobTracker" in globalThis)).toBe(true);
  await page.clock.fastForward("03:00");
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();

  await unlock(page, phrase);
  await page.goto("/#/settings/lock");
  await page.getByLabel("Lock when the window is hidden").selectOption("0");
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
});

test("a passkey opens the lock where it can make keys", async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await openApp(page);
  await loadSample(page);
  const before = await digest(page);
  await turnOn(page, true);
  await page.getByRole("button", { name: "Unlock with the passkey" }).click();
  await page.waitForFunction(() => "jobTracker" in globalThis);
  await page.evaluate(() => globalThis.jobTracker.ready);
  expect(await digest(page)).toBe(before);
});

/** Ends the browser of this profile at once, as a power cut does. */
function killBrowser(profile: string): void {
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const words = readFileSync(`/proc/${entry}/cmdline`, "utf8");
      if (words.includes(profile)) process.kill(Number(entry), "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}

async function launch(profile: string, options: object): Promise<readonly [BrowserContext, Page]> {
  const context = await chromium.launchPersistentContext(profile, options);
  return [context, context.pages()[0] ?? (await context.newPage())];
}

test("the profile on the disk holds no word of a record written under the lock", async ({
  baseURL,
}, testInfo) => {
  const profile = mkdtempSync(join(tmpdir(), "locked-"));
  const options = {
    ...testInfo.project.use.launchOptions,
    ...(baseURL && { baseURL }),
  };
  try {
    const [context, page] = await launch(profile, options);
    await openApp(page);
    await loadSample(page);
    await turnOn(page);
    await unlock(page, phrase);
    await page.evaluate(async ([company, name]) => {
      const { records, exports } = globalThis.jobTracker;
      const id = await records.add("documents", { name: "Letter" });
      await records.putBytes(id, new Blob([`Dear ${name ?? ""}`]));
      await records.add("applications", {
        company: company ?? "",
        title: "Clerk",
      });
      await exports.export("backup everything encrypted", {
        passphrase: "correct horse battery staple lamp",
        target: "private",
      });
    }, canaries);
    await context.close();
    for (const word of [...canaries, phrase]) expect(filesWith(profile, word)).toEqual([]);
    // The search finds what is there: the marker of the lock.
    expect(filesWith(profile, "job-tracker-pro.lock").length).toBeGreaterThan(0);
  } finally {
    rmSync(profile, {
      recursive: true,
      force: true,
      maxRetries: 20,
      retryDelay: 200,
    });
  }
});

test("a browser killed while the lock is turned on or off leaves the old state or the new one", async ({
  baseURL,
}, testInfo) => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(join(tmpdir(), "killed-"));
  const options = {
    ...testInfo.project.use.launchOptions,
    ...(baseURL && { baseURL }),
  };
  const states = new Set<string>();
  try {
    let before = "";
    for (const wait of [0, 40, 120, 300, 700]) {
      const [context, page] = await launch(profile, options);
      await page.goto("/");
      const locked = page.getByRole("heading", { name: "Locked" });
      const open = page.getByRole("navigation").first();
      await expect(locked.or(open)).toBeVisible();
      const wasLocked = await locked.isVisible();
      states.add(wasLocked ? "locked" : "open");
      if (wasLocked) {
        const raw = await rawStore(page);
        expect(raw).not.toContain(canaries[0]);
        await unlock(page, phrase);
        await page.goto("/#/settings/lock");
        await page.getByRole("button", { name: "Turn the lock off" }).click();
        await page.getByLabel("Passphrase or recovery code").fill(phrase);
      } else {
        await openApp(page);
        if (before === "") {
          await loadSample(page);
          await addCanaries(page);
        }
        await page.goto("/#/settings/lock");
        await page.getByRole("button", { name: "Turn the lock on" }).click();
        await page.getByRole("radio", { name: "My own" }).check();
        await page.getByLabel("Passphrase", { exact: true }).fill(phrase);
        await page.getByLabel("Once more").fill(phrase);
        const code = (await page.getByLabel("The recovery code").innerText()).trim();
        await page.getByLabel("The last group of the code").fill(code.split("-").at(-1) ?? "");
      }
      const now = await digest(page);
      if (before !== "") expect(now).toBe(before);
      before = now;
      const name = wasLocked ? "Turn the lock off" : "Turn the lock on";
      await page.getByRole("button", { name }).click({ noWaitAfter: true });
      await page.waitForTimeout(wait);
      killBrowser(profile);
      await context.close().catch(() => undefined);
    }
    expect([...states]).toContain("open");
  } finally {
    killBrowser(profile);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    rmSync(profile, {
      recursive: true,
      force: true,
      maxRetries: 20,
      retryDelay: 200,
    });
  }
});
