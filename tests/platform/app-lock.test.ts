import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, describe, expect, test } from "vitest";
import { lockKeys } from "../../src/core/vault/lock/lock-keys.ts";
import { openLock, resealLock, sealLock } from "../../src/core/vault/lock/lock-record.ts";
import { applyChange } from "../../src/platform/apply-change.ts";
import { Database } from "../../src/platform/database.ts";
import { openDatabase, sealDatabase } from "../../src/platform/lock/change-lock.ts";
import { installSealing } from "../../src/platform/lock/install-sealing.ts";
import { readLock } from "../../src/platform/lock/read-lock.ts";
import { makeRecordSource } from "../../src/platform/record-source.ts";
import { makeRestorePorts } from "../../src/platform/restore-ports.ts";

const stamp = { created_at: "2026-11-25T08:00:00.000Z", updated_at: "2026-11-25T08:00:00.000Z" };
const canary = "Quagmire Industries";
const record = (id: string, company = canary) => ({ id, company, title: "Clerk", ...stamp });
const put = (id: string, company?: string) => ({
  puts: [{ kind: "applications" as const, record: record(id, company) }],
  removes: [],
});
const at = { deletedAt: stamp.updated_at };
const secret = new Uint8Array(32).fill(7);

afterEach(async () => {
  Dexie.addons.length = 0;
  await Dexie.delete("job-tracker-pro");
});

/** Every row of the database as it lies on the disk, as one text. */
async function rawText(): Promise<string> {
  const addons = Dexie.addons.splice(0);
  const database = new Database();
  const texts: string[] = [];
  await database.open();
  for (const table of database.tables) {
    for (const row of await table.toArray()) {
      for (const value of Object.values(row as object)) texts.push(await textOf(value));
    }
  }
  database.close();
  Dexie.addons.push(...addons);
  return texts.join("\n");
}
async function textOf(value: unknown): Promise<string> {
  if (value instanceof Blob) return value.text();
  if (value instanceof Uint8Array) return new TextDecoder("latin1").decode(value);
  return JSON.stringify(value, (_name, one: unknown) => (one instanceof Map ? [...one] : one));
}

async function locked(): Promise<Database> {
  installSealing(await lockKeys(secret));
  return new Database();
}

describe("a database under the app lock", () => {
  test("stores no word of a record, and reads it back", async () => {
    const database = await locked();
    const bytes = new Map([["d1", new Blob([`Dear ${canary}`], { type: "text/plain" })]]);
    await applyChange(database, { ...put("a1"), bytes }, { ...at, keepFor: "r1" });
    expect(await database.records("applications").get("a1")).toEqual(record("a1"));
    const source = makeRecordSource(database);
    for await (const batch of source.batches("applications")) expect(batch).toEqual([record("a1")]);
    const blob = await source.bytes("d1");
    expect([await blob?.text(), blob?.type]).toEqual([`Dear ${canary}`, "text/plain"]);
    expect(await rawText()).not.toContain("Quagmire");
    database.close();
  });

  test("undoes: the way back was sealed with the change", async () => {
    const database = await locked();
    await applyChange(database, put("a1"), at);
    const back = await applyChange(database, put("a1", "Other"), { ...at, keepFor: "r1" });
    expect(await rawText()).not.toContain("Quagmire");
    await applyChange(database, back, at);
    expect((await database.records("applications").get("a1"))?.["company"]).toBe(canary);
    database.close();
  });

  test("a check that refuses sees the opened record, and nothing is written", async () => {
    const database = await locked();
    await applyChange(database, put("a1"), at);
    const refuse = applyChange(database, put("a1", "Other"), {
      ...at,
      check: (before) => {
        expect(before({ kind: "applications", id: "a1" })?.["company"]).toBe(canary);
        throw new Error("changed elsewhere");
      },
    });
    await expect(refuse).rejects.toThrow("changed elsewhere");
    expect((await database.records("applications").get("a1"))?.["company"]).toBe(canary);
    database.close();
  });

  test("a restore is taken back, with its documents", async () => {
    const database = await locked();
    const silent = { say: () => undefined, on: () => () => undefined, close: () => undefined };
    const ports = makeRestorePorts(
      database,
      silent,
      () => new Date(stamp.updated_at),
      () => "n",
    );
    await applyChange(database, { ...put("a0"), bytes: new Map([["d0", new Blob(["old"])]]) }, at);
    await ports.commit(put("a1").puts, new Map([["d0", new Blob(["new"])]]), [], "r1");
    expect(await (await makeRecordSource(database).bytes("d0"))?.text()).toBe("new");
    expect(await ports.takeBack("r1")).toBe(true);
    expect(await (await makeRecordSource(database).bytes("d0"))?.text()).toBe("old");
    expect(await database.records("applications").toCollection().primaryKeys()).toEqual(["a0"]);
    database.close();
  });

  test("templates are found by their name, which does not stand on the disk", async () => {
    const database = await locked();
    const template = { name: "For Quagmire", plan: {} as never, savedAt: stamp.updated_at };
    await database.templates.put(template);
    expect(await database.templates.get("For Quagmire")).toEqual(template);
    expect(await database.templates.toArray()).toEqual([template]);
    expect(await rawText()).not.toContain("Quagmire");
    await database.templates.delete("For Quagmire");
    expect(await database.templates.count()).toBe(0);
    database.close();
  });

  test("a receipt is changed in place", async () => {
    const database = await locked();
    const receipt = { exportId: "e1", startedAt: stamp.updated_at, sentence: canary };
    await database.receipts.put(receipt as never);
    await database.receipts.update("e1", { kept: "e1" });
    expect(await database.receipts.get("e1")).toEqual({ ...receipt, kept: "e1" });
    expect(await rawText()).not.toContain("Quagmire");
    database.close();
  });

  test("a row that was put in the place of another is refused", async () => {
    const database = await locked();
    await applyChange(database, put("a1"), at);
    const addons = Dexie.addons.splice(0);
    const plain = new Database();
    const row = await plain.table<object>("applications").get("a1");
    await plain.table<object>("applications").put({ ...row, id: "a2" });
    plain.close();
    Dexie.addons.push(...addons);
    await expect(database.records("applications").get("a2")).rejects.toThrow("archive-damaged");
    database.close();
  });
});

describe("turning the lock on and off", () => {
  async function fill(count: number): Promise<void> {
    const database = new Database();
    const puts = Array.from({ length: count }, (_, index) => ({
      kind: "applications" as const,
      record: record(`a${String(index).padStart(5, "0")}`),
    }));
    await applyChange(database, { puts, removes: [] }, at);
    await database.templates.put({ name: canary, plan: {} as never, savedAt: stamp.updated_at });
    await database.blobs.put({ id: "d1", blob: new Blob([canary], { type: "text/plain" }) });
    database.close();
  }

  test("seals everything that was there, and gives it back as it was", async () => {
    await fill(1200);
    const before = await rawText();
    const { record: lock, keys } = await sealLock({ passphrase: "correct horse battery" });
    await sealDatabase(lock, keys);
    expect(await rawText()).not.toContain("Quagmire");
    const kept = await readLock();
    expect(kept).toBeInstanceOf(Blob);
    await openDatabase(await openLock(kept ?? new Blob(), { passphrase: "correct horse battery" }));
    expect(await rawText()).toBe(before);
    expect(await readLock()).toBeUndefined();
  });

  test("a failure in the middle leaves everything as it was", async () => {
    await fill(3);
    const before = await rawText();
    const { keys } = await sealLock({ passphrase: "correct horse battery" });
    // What cannot be stored fails at the very end of the transaction.
    const unstorable = (() => undefined) as unknown as Blob;
    await expect(sealDatabase(unstorable, keys)).rejects.toThrow();
    expect(await rawText()).toBe(before);
  });

  test("another passphrase opens the same rows, and the old one none", async () => {
    const first = await sealLock({ passphrase: "one", recoveryCode: "CODE" });
    const second = await resealLock(first.record, { passphrase: "CODE" }, { passphrase: "two" });
    await expect(openLock(second, { passphrase: "one" })).rejects.toThrow("wrong-passphrase");
    await expect(openLock(second, { passphrase: "two" })).resolves.toBeDefined();
  });
});
