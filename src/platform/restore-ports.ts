import type { Change } from "../core/interface/record-store.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { RestoreServicePorts } from "../core/restore/restore-service.ts";
import { applyChange } from "./apply-change.ts";
import type { ChangeNotices } from "./change-notices.ts";
import type { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";
import { withReopen } from "./reopen.ts";

const keptDays = 7;
const dayMilliseconds = 86_400_000;

/** What restoring needs of the database. Each commit keeps its way back for seven days. */
export function makeRestorePorts(
  database: Database,
  notices: ChangeNotices,
  now: () => Date,
  newId: () => string,
): RestoreServicePorts {
  const read = <T>(work: () => Promise<T>): Promise<T> => withReopen(database, work);
  const source = makeRecordSource(database);
  // In batches that are asked for early: faster than everything at once.
  const existing = async (kind: KindId): Promise<readonly AnyRecord[]> => {
    const records: AnyRecord[] = [];
    for await (const batch of source.batches(kind)) records.push(...batch);
    return records;
  };
  return {
    now,
    newId,
    existing,
    tombstones: () => read(() => database.tombstones.toArray()),
    hasBytes: async (id) => (await read(() => database.blobs.where({ id }).count())) > 0,
    companies: async () => {
      const applications = await existing("applications");
      const names = applications.flatMap(({ company }) =>
        typeof company === "string" && company !== "" ? [company] : [],
      );
      return [...new Set(names)];
    },
    receipts: () => read(() => database.restores.toArray()),
    keepReceipt: async (receipt) => {
      await read(() => database.restores.put(receipt));
      notices.say("history");
    },
    async commit(puts, bytes, removes, keepFor) {
      const change: Change = { puts, removes, ...(bytes.size > 0 && { bytes }) };
      await applyChange(database, change, { deletedAt: now().toISOString(), keepFor });
      notices.say("records");
    },
    async takeBack(restoreId) {
      const kept = await read(() => database.snapshots.get(restoreId));
      if (kept === undefined) return false;
      // Written by `commit` alone.
      const back = kept.content as Change;
      await applyChange(database, back, { deletedAt: now().toISOString() });
      await read(() => database.snapshots.delete(restoreId));
      notices.say("records");
      return true;
    },
  };
}

/** Forgets the ways back that are older than seven days. */
export async function sweepSnapshots(database: Database, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - keptDays * dayMilliseconds).toISOString();
  await withReopen(database, () => database.snapshots.filter(({ at }) => at < oldest).delete());
}
