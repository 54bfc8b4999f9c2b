import type { Change } from "../core/interface/record-store.ts";
import type { RestoreServicePorts } from "../core/restore/restore-service.ts";
import { applyChange } from "./apply-change.ts";
import type { ChangeNotices } from "./change-notices.ts";
import { makeCommitPorts } from "./commit-ports.ts";
import type { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";
import { findBackups } from "./private-backups.ts";
import { withReopen } from "./reopen.ts";
import { salvageRecords } from "./salvage.ts";
import { openScratch } from "./scratch-database.ts";

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
  const commits = makeCommitPorts(database, notices, now, newId);
  return {
    ...commits,
    batches: (kind) => makeRecordSource(database).batches(kind),
    scratch: () => openScratch(now, newId),
    kept: () => findBackups(() => navigator.storage.getDirectory()),
    salvage: () => salvageRecords(database, now()),
    startAnew: () => database.delete(),
    companies: async () => {
      const applications = await commits.existing("applications");
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
    async takeBack(restoreId) {
      const kept = await read(() => database.snapshots.get(restoreId));
      if (kept === undefined) return false;
      // Written by a commit alone.
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
