import type { KindId } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import type { RestorePorts, Tombstone } from "../../src/core/restore/contract.ts";
import type { RestoreServicePorts } from "../../src/core/restore/restore-service.ts";

/** Storage in memory, with the promise of one commit: all or nothing. */
export class RestoreStore {
  readonly records = new Map<KindId, Map<string, AnyRecord>>();
  readonly blobs = new Map<string, Blob>();
  readonly tombstones: Tombstone[] = [];
  commits = 0;
  #id = 0;
  now = new Date("2026-11-25T10:00:00Z");

  put(kind: KindId, ...records: readonly AnyRecord[]): void {
    const table = this.records.get(kind) ?? new Map<string, AnyRecord>();
    this.records.set(kind, table);
    for (const record of records) table.set(record.id, structuredClone(record));
  }

  list(kind: KindId): readonly AnyRecord[] {
    const table = [...(this.records.get(kind)?.values() ?? [])];
    return table.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  all(): Readonly<Record<string, readonly AnyRecord[]>> {
    return Object.fromEntries(
      [...this.records.keys()].sort().map((kind) => [kind, this.list(kind)]),
    );
  }

  readonly ports: RestorePorts = {
    existing: (kind) => Promise.resolve(this.list(kind)),
    tombstones: () => Promise.resolve(this.tombstones),
    hasBytes: (id) => Promise.resolve(this.blobs.has(id)),
    commit: (writes, bytes, removes) => {
      this.commits += 1;
      for (const { kind, id } of removes) this.records.get(kind)?.delete(id);
      for (const { kind, record } of writes) this.put(kind, record);
      for (const [id, blob] of bytes) this.blobs.set(id, blob);
      return Promise.resolve();
    },
    now: () => this.now,
    newId: () => `restore-${String((this.#id += 1))}`,
  };
}

/** What the service needs beside an import, in memory. */
export function restoreExtras(
  store: RestoreStore,
): Pick<RestoreServicePorts, "batches" | "scratch" | "kept" | "salvage" | "startAnew"> {
  async function* batchesOf(of: RestoreStore, kind: KindId) {
    yield await Promise.resolve(of.list(kind));
  }
  return {
    batches: (kind) => batchesOf(store, kind),
    scratch: () => {
      const scratch = new RestoreStore();
      return {
        ports: scratch.ports,
        batches: (kind) => batchesOf(scratch, kind),
        drop: () => Promise.resolve(),
      };
    },
    kept: () => Promise.resolve([]),
    salvage: () => Promise.resolve(undefined),
    startAnew: () => Promise.resolve(),
  };
}
