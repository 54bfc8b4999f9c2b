import type {
  Change,
  RecordRef,
  RecordStore,
  RecordWrite,
} from "../core/interface/record-store.ts";
import { storedKindIds, type KindId } from "../core/records/any-kind.ts";
import type { ChangeNotices } from "./change-notices.ts";
import type { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";
import { withReopen } from "./reopen.ts";

const refKey = (ref: RecordRef): string => `${ref.kind}/${ref.id}`;

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
    onChange: (listener) => notices.on("records", listener),
    async apply(change, check) {
      const deletedAt = now().toISOString();
      const undo = await withReopen(database, () =>
        database.transaction("rw", tablesOf(database, change), async () => {
          const before = await readBefore(database, change);
          check?.((ref) => before.get(refKey(ref))?.record);
          const bytes = await readBytesBefore(database, change);
          if (change.wipe === true) await wipe(database);
          await writeBytes(database, change);
          await writeRecords(database, change, deletedAt);
          return inverse(change, before, bytes);
        }),
      );
      notices.say("records");
      return undo;
    },
  };
}

function kindsOf(change: Change): Set<KindId> {
  if (change.wipe === true) return new Set(storedKindIds);
  return new Set([...change.puts, ...change.removes].map(({ kind }) => kind));
}

function tablesOf(database: Database, change: Change): string[] {
  const blobs = change.bytes === undefined && change.wipe !== true ? [] : [database.blobs.name];
  return [...kindsOf(change), database.tombstones.name, ...blobs];
}

async function readBefore(database: Database, change: Change): Promise<Map<string, RecordWrite>> {
  const before = new Map<string, RecordWrite>();
  for (const kind of kindsOf(change)) {
    if (change.wipe === true) {
      for (const record of await database.records(kind).toArray()) {
        before.set(refKey({ kind, id: record.id }), { kind, record });
      }
      continue;
    }
    const ids = [
      ...change.puts.filter((put) => put.kind === kind).map((put) => put.record.id),
      ...change.removes.filter((remove) => remove.kind === kind).map((remove) => remove.id),
    ];
    const found = await database.records(kind).bulkGet(ids);
    for (const record of found) {
      if (record !== undefined) before.set(refKey({ kind, id: record.id }), { kind, record });
    }
  }
  return before;
}

async function wipe(database: Database): Promise<void> {
  for (const kind of storedKindIds) await database.records(kind).clear();
  await database.tombstones.clear();
  await database.blobs.clear();
}

async function writeRecords(database: Database, change: Change, deletedAt: string): Promise<void> {
  for (const kind of kindsOf(change)) {
    const records = change.puts.filter((put) => put.kind === kind).map((put) => put.record);
    const ids = change.removes.filter((ref) => ref.kind === kind).map((ref) => ref.id);
    if (ids.length > 0) {
      await database.records(kind).bulkDelete(ids);
      await database.tombstones.bulkPut(ids.map((id) => ({ kind, id, deletedAt })));
    }
    if (records.length > 0) {
      await database.records(kind).bulkPut(records);
      await forgetTombstones(database, kind, new Set(records.map(({ id }) => id)));
    }
  }
}

/** Most databases hold few tombstones or none: those are read, not one key for each record written. */
async function forgetTombstones(
  database: Database,
  kind: KindId,
  written: ReadonlySet<string>,
): Promise<void> {
  const keys = await database.tombstones.toCollection().primaryKeys();
  const gone = keys.filter(([ofKind, id]) => ofKind === kind && written.has(id));
  if (gone.length > 0) await database.tombstones.bulkDelete(gone);
}

type BlobChange = Map<string, Blob | undefined>;

async function readBytesBefore(database: Database, change: Change): Promise<BlobChange> {
  const before: BlobChange = new Map();
  if (change.wipe === true) {
    for (const { id, blob } of await database.blobs.toArray()) before.set(id, blob);
  }
  for (const id of change.bytes?.keys() ?? []) {
    if (!before.has(id)) before.set(id, (await database.blobs.get(id))?.blob);
  }
  return before;
}

async function writeBytes(database: Database, change: Change): Promise<void> {
  for (const [id, blob] of change.bytes ?? []) {
    if (blob === undefined) await database.blobs.delete(id);
    else await database.blobs.put({ id, blob });
  }
}

function inverse(
  change: Change,
  before: ReadonlyMap<string, RecordWrite>,
  bytes: BlobChange,
): Change {
  const removes = change.puts
    .map(({ kind, record }) => ({ kind, id: record.id }))
    .filter((ref) => !before.has(refKey(ref)));
  return { puts: [...before.values()], removes, ...(bytes.size > 0 && { bytes }) };
}
