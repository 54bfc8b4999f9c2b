import type { Before, Change, RecordRef, RecordWrite } from "../core/interface/record-store.ts";
import { storedKindIds, type KindId } from "../core/records/any-kind.ts";
import type { Database } from "./database.ts";
import { keepJournal } from "./change-journal.ts";
import { withReopen } from "./reopen.ts";

const refKey = (ref: RecordRef): string => `${ref.kind}/${ref.id}`;

export interface ApplyOptions {
  /** ISO 8601 instant for the tombstones. */
  readonly deletedAt: string;
  /** Sees the records as they stand inside the transaction; may throw to refuse. */
  readonly check?: (before: Before) => void;
  /** Keeps the way back under this id, in the same transaction. */
  readonly keepFor?: string;
}

/** Commits a change in one strict transaction, all or nothing, and returns the change that takes it back. */
export function applyChange(
  database: Database,
  change: Change,
  { deletedAt, check, keepFor }: ApplyOptions,
): Promise<Change> {
  const tables = tablesOf(database, change, keepFor !== undefined);
  return withReopen(database, async () => {
    // Sealed before the transaction begins: the rows go around Dexie.
    const rows = await rowsOf(database, change);
    return database.transaction("rw", tables, async (transaction) => {
      const before = await readBefore(database, change);
      check?.((ref) => before.get(refKey(ref))?.record);
      const bytes = await readBytesBefore(database, change);
      if (change.wipe === true) await wipe(database);
      await writeBytes(database, change);
      await writeRecords(database, transaction.idbtrans, change, rows, deletedAt);
      await keepJournal(database, transaction.idbtrans, change);
      const back = inverse(change, before, bytes);
      if (keepFor !== undefined) {
        await database.snapshots.put({ id: keepFor, at: deletedAt, content: back });
      }
      return back;
    });
  });
}

type Rows = ReadonlyMap<KindId, readonly object[]>;

async function rowsOf({ sealing }: Database, { puts }: Change): Promise<Rows> {
  const rows = new Map<KindId, readonly object[]>();
  for (const kind of new Set(puts.map((put) => put.kind))) {
    const records = puts.filter((put) => put.kind === kind).map((put) => put.record);
    rows.set(kind, (await sealing?.sealRows(kind, records)) ?? records);
  }
  return rows;
}

function kindsOf(change: Change): Set<KindId> {
  if (change.wipe === true) return new Set(storedKindIds);
  return new Set([...change.puts, ...change.removes].map(({ kind }) => kind));
}

function tablesOf(database: Database, change: Change, keeps: boolean): string[] {
  const blobs = change.bytes === undefined && change.wipe !== true ? [] : [database.blobs.name];
  const kept = keeps ? [database.snapshots.name] : [];
  const always = [database.tombstones.name, database.journal.name];
  return [...kindsOf(change), ...always, ...blobs, ...kept];
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
    if ((await database.records(kind).count()) === 0) continue;
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

/**
 * Straight to the object store, twice as fast as a bulk operation: nothing waits for single answers. One
 * that fails aborts the transaction, and with it everything.
 */
function putAll(transaction: IDBTransaction, kind: KindId, rows: readonly object[]): void {
  const store = transaction.objectStore(kind);
  for (const row of rows) store.put(row);
}

async function writeRecords(
  database: Database,
  transaction: IDBTransaction,
  change: Change,
  rows: Rows,
  deletedAt: string,
): Promise<void> {
  for (const kind of kindsOf(change)) {
    const records = change.puts.filter((put) => put.kind === kind).map((put) => put.record);
    const ids = change.removes.filter((ref) => ref.kind === kind).map((ref) => ref.id);
    if (ids.length > 0) {
      await database.records(kind).bulkDelete(ids);
      if (change.traceless !== true) {
        await database.tombstones.bulkPut(ids.map((id) => ({ kind, id, deletedAt })));
      }
    }
    if (records.length > 0) {
      putAll(transaction, kind, rows.get(kind) ?? []);
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
  return { puts: [...before.values()], removes, traceless: true, ...(bytes.size > 0 && { bytes }) };
}
