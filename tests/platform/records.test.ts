import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { makeNewId } from "../../src/core/interface/new-id.ts";
import { makeRecords } from "../../src/core/interface/records.ts";
import type { Records } from "../../src/core/job-tracker.ts";
import { makeChangeNotices, type ChangeNotices } from "../../src/platform/change-notices.ts";
import { Database } from "../../src/platform/database.ts";
import { makeRecordStore } from "../../src/platform/record-store.ts";

let minute = 0;
const now = (): Date => new Date(Date.UTC(2026, 10, 25, 8, minute++));
const newId = makeNewId(now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
const opened: { database: Database; notices: ChangeNotices }[] = [];

function openTab(name: string): Records & { readonly database: Database } {
  const database = new Database(name);
  const notices = makeChangeNotices(name);
  opened.push({ database, notices });
  const store = makeRecordStore(database, notices, now);
  const records = makeRecords({
    store,
    now,
    newId,
    sample: () => {
      const at = now().toISOString();
      const stamp = { created_at: at, updated_at: at, sample: true as const };
      const record = { id: "sample-1", company: "Umbrella", ...stamp };
      return Promise.resolve({ puts: [{ kind: "applications" as const, record }], removes: [] });
    },
    digest: () => Promise.resolve(""),
    sha256: () => Promise.resolve("00"),
  });
  return { ...records, database };
}

let names = 0;
const fresh = (): Records & { readonly database: Database } =>
  openTab(`records-${String(names++)}`);

afterEach(() => {
  for (const { database, notices } of opened.splice(0)) {
    database.close();
    notices.close();
  }
});

describe("records", () => {
  it("gives a new record an id and dates, and finds it again", async () => {
    const records = fresh();
    const id = await records.add("applications", { company: "Acme", title: "Engineer" });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(await records.get("applications", id)).toMatchObject({ id, company: "Acme" });
    expect(await records.count()).toBe(1);
  });

  it("keeps the order in which many records were added", async () => {
    const records = fresh();
    const many = Array.from({ length: 600 }, (_, index) => ({
      company: `Company ${String(index)}`,
    }));
    await records.addMany("applications", many);
    const listed = await records.list("applications");
    expect(listed.map((record) => record["company"])).toEqual(many.map(({ company }) => company));
  });

  it("adds all of many or none", async () => {
    const records = fresh();
    const bad = [{ company: "Acme" }, { company: 7 }];
    await expect(records.addMany("applications", bad)).rejects.toMatchObject({
      failure: { code: "invalid-record", field: "company", where: "record 2" },
    });
    expect(await records.count("applications")).toBe(0);
  });

  it("refuses a second record with the same id", async () => {
    const records = fresh();
    await records.add("applications", { id: "a", company: "Acme" });
    const again = records.add("applications", { id: "a", company: "Other" });
    await expect(again).rejects.toMatchObject({ failure: { field: "id" } });
    expect((await records.get("applications", "a"))?.["company"]).toBe("Acme");
  });

  it("refuses to store what is computed", async () => {
    const added = fresh().add("companies", { company: "Acme" });
    await expect(added).rejects.toMatchObject({ failure: { code: "unsupported" } });
  });

  it("dates an edit that brings no date of its own", async () => {
    const records = fresh();
    const id = await records.add("applications", { company: "Acme" });
    const before = await records.get("applications", id);
    if (before === undefined) throw new Error("not stored");
    await records.put("applications", { ...before, status: "applied" } as typeof before);
    const after = await records.get("applications", id);
    expect(after).toMatchObject({ status: "applied", created_at: before.created_at });
    expect(after?.updated_at).not.toBe(before.updated_at);
  });

  it("says when another tab changed a record since it was read", async () => {
    const here = openTab("two-tabs");
    const there = openTab("two-tabs");
    const id = await here.add("applications", { company: "Acme" });
    const read = await here.get("applications", id);
    if (read === undefined) throw new Error("not stored");
    await there.put("applications", { ...read, status: "offer" } as typeof read);
    const late = here.put("applications", { ...read, status: "rejected" } as typeof read, {
      expected: read.updated_at,
    });
    await expect(late).rejects.toMatchObject({ failure: { code: "edited-elsewhere" } });
    expect((await here.get("applications", id))?.["status"]).toBe("offer");
  });

  it("tells every tab that something changed", async () => {
    const here = openTab("notices");
    const there = openTab("notices");
    const heard = new Promise<void>((resolve) => there.onChange(resolve));
    await here.add("memories", { text: "prefers mornings" });
    await heard;
  });

  it("takes back and makes again, several steps deep", async () => {
    const records = fresh();
    const id = await records.add("contacts", { name: "Ada" });
    const added = await records.get("contacts", id);
    if (added === undefined) throw new Error("not stored");
    await records.put("contacts", { ...added, name: "Ada L." } as typeof added);
    await records.remove("contacts", [id]);
    expect(await records.undo()).toBe("Removed 1 contact");
    expect(await records.undo()).toBe("Changed 1 contact");
    expect((await records.get("contacts", id))?.["name"]).toBe("Ada");
    expect(await records.undo()).toBe("Added 1 contact");
    expect(await records.count()).toBe(0);
    expect(await records.undo()).toBeUndefined();
    await records.redo();
    await records.redo();
    expect((await records.get("contacts", id))?.["name"]).toBe("Ada L.");
  });

  it("stores many of several kinds as one change, and takes them back in one step", async () => {
    const records = fresh();
    const ids = await records.addMany("applications", [{ company: "A" }, { company: "B" }]);
    const read = await records.list("applications");
    const file = new Blob(["%PDF-"]);
    const edits = read.map((record) => ({
      kind: "applications" as const,
      record: { ...record, status: "rejected" },
      expected: record.updated_at,
    }));
    const document = { kind: "documents" as const, record: { id: "cv", name: "cv.pdf" } };
    await records.putMany([...edits, document], { bytes: new Map([["cv", file]]) });
    expect((await records.list("applications")).map((one) => one["status"])).toEqual([
      "rejected",
      "rejected",
    ]);
    expect(await (await records.bytes("cv"))?.text()).toBe("%PDF-");
    expect(await records.undo()).toBe("Changed 3 records");
    expect(await records.list("applications")).toEqual(read);
    expect([await records.count("documents"), await records.bytes("cv")]).toEqual([0, undefined]);
    await records.redo();
    expect((await records.get("applications", ids[1] ?? ""))?.["status"]).toBe("rejected");
  });

  it("stores none of many when one of them was changed elsewhere", async () => {
    const records = fresh();
    await records.addMany("contacts", [{ name: "Ada" }, { name: "Bob" }]);
    const read = await records.list("contacts");
    const edits = read.map((record, index) => ({
      kind: "contacts" as const,
      record: { ...record, role: "Lead" },
      expected: index === 1 ? "2001-01-01T00:00:00.000Z" : record.updated_at,
    }));
    await expect(records.putMany(edits)).rejects.toMatchObject({
      failure: { code: "edited-elsewhere" },
    });
    expect(await records.list("contacts")).toEqual(read);
  });

  it("does not take back over a later edit of another tab", async () => {
    const here = openTab("undo-tabs");
    const there = openTab("undo-tabs");
    const id = await here.add("contacts", { name: "Ada" });
    const read = await there.get("contacts", id);
    if (read === undefined) throw new Error("not stored");
    await there.put("contacts", { ...read, name: "Ada King" } as typeof read);
    await expect(here.undo()).rejects.toMatchObject({ failure: { code: "edited-elsewhere" } });
    expect((await here.get("contacts", id))?.["name"]).toBe("Ada King");
  });

  it("leaves a tombstone for a removed record, and none after everything was cleared", async () => {
    const records = fresh();
    await records.addMany("contacts", [
      { id: "a", name: "Ada" },
      { id: "b", name: "Bob" },
    ]);
    await records.remove("contacts", ["a"]);
    expect(await records.database.tombstones.toArray()).toMatchObject([
      { kind: "contacts", id: "a" },
    ]);
    await records.clear();
    expect(await records.database.tombstones.count()).toBe(0);
    expect(await records.undo()).toBe("Deleted every record");
    expect(await records.list("contacts")).toMatchObject([{ id: "b" }]);
  });

  it("keeps the bytes of a document apart and removes them with it", async () => {
    const records = fresh();
    const id = await records.add("documents", { name: "cv.pdf" });
    await records.putBytes(id, new Blob(["%PDF-"], { type: "application/pdf" }));
    expect(await (await records.bytes(id))?.text()).toBe("%PDF-");
    expect(await records.get("documents", id)).toMatchObject({
      size: 5,
      sha256: "00",
      media_type: "application/pdf",
    });
    await records.remove("documents", [id]);
    expect(await records.bytes(id)).toBeUndefined();
    await records.undo();
    expect(await (await records.bytes(id))?.text()).toBe("%PDF-");
  });

  it("removes the sample data and nothing else", async () => {
    const records = fresh();
    await records.add("applications", { company: "Own" });
    await records.loadSample();
    expect(await records.count("applications")).toBe(2);
    expect(await records.removeSample()).toBe(1);
    expect(await records.list("applications")).toMatchObject([{ company: "Own" }]);
  });

  it("goes on after the browser closed the connection", async () => {
    const records = fresh();
    await records.add("contacts", { name: "Ada" });
    records.database.close({ disableAutoOpen: true });
    await records.add("contacts", { name: "Bob" });
    expect(await records.count("contacts")).toBe(2);
  });
});
