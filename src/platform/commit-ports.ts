import type { Change } from "../core/interface/record-store.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { RestorePorts } from "../core/restore/contract.ts";
import { applyChange } from "./apply-change.ts";
import type { ChangeNotices } from "./change-notices.ts";
import type { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";
import { withReopen } from "./reopen.ts";

/** What a dry run and a commit need of a database, the real one or a scratch one. */
export function makeCommitPorts(
  database: Database,
  notices: Pick<ChangeNotices, "say">,
  now: () => Date,
  newId: () => string,
): RestorePorts {
  const source = makeRecordSource(database);
  return {
    now,
    newId,
    // In batches that are asked for early: faster than everything at once.
    async existing(kind: KindId) {
      const records: AnyRecord[] = [];
      for await (const batch of source.batches(kind)) records.push(...batch);
      return records;
    },
    tombstones: () => withReopen(database, () => database.tombstones.toArray()),
    hasBytes: async (id) =>
      (await withReopen(database, () => database.blobs.where({ id }).count())) > 0,
    async commit(puts, bytes, removes, keepFor) {
      const change: Change = { puts, removes, ...(bytes.size > 0 && { bytes }) };
      await applyChange(database, change, { deletedAt: now().toISOString(), keepFor });
      notices.say("records");
    },
  };
}
