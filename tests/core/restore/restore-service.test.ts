import { describe, expect, test } from "vitest";
import type { RestoreReceipt } from "../../../src/core/restore/contract.ts";
import { makeRestoreService } from "../../../src/core/restore/restore-service.ts";
import { RestoreStore, restoreExtras } from "../../support/restore-store.ts";

const file = new Blob([
  `{"export_info":{"timestamp":"2026-11-25T10:42:00+01:00","version":"1.0"},
   "data":{"applications":[{"id":"a1","company":"Ottermill Labs","created_at":"2026-01-01","updated_at":"2026-01-01"}]}}`,
]);

function makeService() {
  const store = new RestoreStore();
  const receipts = new Map<string, RestoreReceipt>();
  const kept = new Set<string>();
  const service = makeRestoreService({
    ...store.ports,
    commit: async (writes, bytes, removes, keepFor) => {
      kept.add(keepFor);
      await store.ports.commit(writes, bytes, removes, keepFor);
    },
    ...restoreExtras(store),
    companies: () => Promise.resolve(["Ottermill Labs"]),
    receipts: () => Promise.resolve([...receipts.values()]),
    keepReceipt: (receipt) => {
      receipts.set(receipt.restoreId, receipt);
      return Promise.resolve();
    },
    takeBack: (id) => {
      store.records.clear();
      return Promise.resolve(kept.delete(id));
    },
  });
  return { store, service };
}

describe("the door to restoring", () => {
  test("inspects, plans, runs, remembers and takes back", async () => {
    const { store, service } = makeService();
    const inspection = await service.inspect(file, { name: "backup.json" });
    expect(inspection.label).toBe("Export of Job Tracker Pro, made 25 Nov 2026, 10:42");
    const plan = await service.plan(inspection);
    expect(plan.writes).toBe(1);
    expect(store.list("applications")).toEqual([]);
    const receipt = await service.run(plan);
    expect(store.list("applications")).toHaveLength(1);
    expect(await service.history()).toEqual([receipt]);
    await service.undo(receipt.restoreId);
    expect(store.list("applications")).toEqual([]);
    expect((await service.history())[0]?.undone).toBe("2026-11-25T10:00:00.000Z");
  });

  test("says when there is nothing to take back", async () => {
    const { service } = makeService();
    await expect(service.undo("restore-9")).rejects.toThrow("not-found");
  });

  test("refuses a file without its passphrase", async () => {
    const { service } = makeService();
    const jtb = Uint8Array.of(0x89, 0x4a, 0x54, 0x42, 0x0d, 0x0a, 0x1a, 0x0a, 1, 1, 18, 1);
    await expect(service.inspect(new Blob([jtb]))).rejects.toThrow("passphrase-missing");
  });

  test("tries a file out in a scratch database, and changes nothing here", async () => {
    const { store, service } = makeService();
    const inspection = await service.inspect(file, { name: "backup.json" });
    const drill = await service.drill(inspection);
    expect(drill).toMatchObject({ records: 1, documents: 0, equal: true });
    expect(drill.restored).toBe(drill.inFile);
    expect(drill.here).not.toBe(drill.restored);
    expect([store.commits, store.list("applications")]).toEqual([0, []]);
    await service.run(await service.plan(inspection));
    expect((await service.drill(inspection)).here).toBe(drill.restored);
  });
  test("says in words what changed from a file to what is here", async () => {
    const { store, service } = makeService();
    const inspection = await service.inspect(file, { name: "the backup" });
    await service.run(await service.plan(inspection));
    const [record] = store.list("applications");
    if (record === undefined) throw new Error("no record");
    store.put("applications", { ...record, status: "interview", notes: "Called" });
    const { sentence } = await service.compare(inspection);
    expect(sentence).toBe(
      "From the backup to now: 1 application moved from no stage to interview; notes of Ottermill Labs changed.",
    );
  });
  test("looks at a file and tries it out also where the database cannot be read", async () => {
    const store = new RestoreStore();
    const lost = () => Promise.reject(new Error("backing store"));
    const service = makeRestoreService({
      ...store.ports,
      ...restoreExtras(store),
      batches: async function* () {
        yield await lost();
      },
      existing: lost,
      companies: lost,
      receipts: lost,
      keepReceipt: lost,
      takeBack: lost,
    });
    const drill = await service.drill(await service.inspect(file));
    expect([drill.equal, drill.here]).toEqual([true, undefined]);
  });
});
