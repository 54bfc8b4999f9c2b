import type { Change, RecordStore } from "../core/interface/record-store.ts";
import type { ChangeNotices } from "./change-notices.ts";
import type { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";
import { withReopen } from "./reopen.ts";

/** Records in IndexedDB. `now` dates the tombstones. */
export function makeRecordStore(
  database: Database,
  notices: ChangeNotices,
  now: () => Date,
): RecordStore {
  return {
    ...makeRecordSource(database),
    get: (kind, id) => withReopen(database, () => database.records(kind).get(id)),
    tombstones: () => withReopen(database, () => database.tombstones.toArray()),
    // Only `apply` below says what changed.
    onChange: (listener) =>
      notices.on("records", (change) => {
        listener(change as Change | undefined);
      }),
    async apply(change, check) {
      const deletedAt = now().toISOString();
      const { applyChange } = await import("./apply-change.ts");
      const back = await applyChange(database, change, { deletedAt, ...(check && { check }) });
      notices.say("records", change);
      return back;
    },
  };
}
