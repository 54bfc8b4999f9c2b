import "fake-indexeddb/auto";
import { afterAll, describe, expect, it } from "vitest";
import { RecordCache } from "../../../src/core/interface/record-cache.ts";
import { makeChangeNotices } from "../../../src/platform/change-notices.ts";
import { Database } from "../../../src/platform/database.ts";
import { makeRecordStore } from "../../../src/platform/record-store.ts";
import { record } from "../../support/export-run.ts";

const now = (): Date => new Date("2026-11-25T08:00:00Z");
const database = new Database("record-cache");
const notices = makeChangeNotices("record-cache");
const store = makeRecordStore(database, notices, now);
const otherNotices = makeChangeNotices("record-cache");
const otherTab = makeRecordStore(database, otherNotices, now);
const cache = new RecordCache(store);

afterAll(() => {
  database.close();
  notices.close();
  otherNotices.close();
});

async function ids(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const batch of cache.batches("contacts")) found.push(...batch.map(({ id }) => id));
  return found;
}
const put = (id: string) => ({ kind: "contacts" as const, record: record(id, { name: id }) });

describe("the records in memory", () => {
  it("are those in the database, and follow each change of this tab", async () => {
    await store.apply({ puts: [put("b"), put("d")], removes: [] });
    expect(await ids()).toEqual(["b", "d"]);
    await store.apply({ puts: [put("c")], removes: [{ kind: "contacts", id: "d" }] });
    expect(await ids()).toEqual(["b", "c"]);
    expect(await cache.count("contacts")).toBe(2);
  });

  it("stay in the order of ids, also when an earlier one is imported", async () => {
    await store.apply({ puts: [put("a")], removes: [] });
    expect(await ids()).toEqual(["a", "b", "c"]);
  });

  it("are read anew after another tab changed something", async () => {
    const heard = new Promise<void>((resolve) => store.onChange(() => resolve()));
    await otherTab.apply({ puts: [put("z")], removes: [] });
    await heard;
    expect(await ids()).toEqual(["a", "b", "c", "z"]);
  });

  it("are gone after everything was cleared", async () => {
    await store.apply({ puts: [], removes: [], wipe: true });
    expect(await ids()).toEqual([]);
  });
});
