import { Dexie } from "dexie";
import { fail } from "../../core/failure.ts";
import { containerEncrypts } from "../../core/plan/seals.ts";
import type { LockKeys } from "../../core/vault/lock/lock-keys.ts";
import { Database } from "../database.ts";
import { openExportsFolder, removeFile } from "../file-system.ts";
import { lockKey } from "./read-lock.ts";
import { isSealed, makeRowSeal, sealedTables, type Row, type RowSeal } from "./sealed-row.ts";

/**
 * Seals every row, and puts the lock record beside them, in one strict transaction: after a crash the
 * database is as it was or locked, never in between.
 */
export async function sealDatabase(record: Blob, keys: LockKeys): Promise<void> {
  const seal = makeRowSeal(keys);
  await rewrite(
    (table, rows) => seal.sealRows(table, rows),
    async (database) => {
      await database.meta.put({ key: lockKey, value: record });
    },
  );
}

/** The other way round, in one transaction too. */
export async function openDatabase(keys: LockKeys): Promise<void> {
  const seal = makeRowSeal(keys);
  await rewrite(
    (table, rows) => seal.openRows(table, rows) as Promise<Row[]>,
    (database) => database.meta.delete(lockKey),
  );
}

/** Another lock record of the same secret: a new passphrase, or one more passkey. */
export async function replaceRecord(record: Blob): Promise<void> {
  const database = plainDatabase();
  try {
    await database.meta.put({ key: lockKey, value: record });
  } finally {
    database.close();
  }
}

/** The database as it lies on the disk, whatever this thread seals. */
function plainDatabase(): Database {
  const addons = Dexie.addons.splice(0);
  const database = new Database();
  Dexie.addons.push(...addons);
  return database;
}

/** Rows that are held in memory at once while they are rewritten. */
const batchOf = 500;

async function rewrite(
  change: (table: string, rows: readonly Row[]) => Promise<Row[]>,
  end: (database: Database) => Promise<void>,
): Promise<void> {
  const database = plainDatabase();
  try {
    await database.transaction("rw", [...sealedTables.keys(), "meta"], async () => {
      for (const [table, keyName] of sealedTables)
        await rewriteTable(database, table, keyName, change);
      await end(database);
    });
  } finally {
    database.close();
  }
}

async function rewriteTable(
  database: Database,
  table: string,
  keyName: string,
  change: (table: string, rows: readonly Row[]) => Promise<Row[]>,
): Promise<void> {
  const rows = database.table<Row, string>(table);
  const ids = await rows.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += batchOf) {
    const batch = await rows.bulkGet(ids.slice(from, from + batchOf));
    const before = batch.filter((row) => row !== undefined);
    const after = await Dexie.waitFor(change(table, before));
    const kept = new Set(after.map((row) => row[keyName]));
    const gone = before.map((row) => row[keyName] as string).filter((id) => !kept.has(id));
    if (gone.length > 0) await rows.bulkDelete(gone);
    await rows.bulkPut(after);
  }
}

/**
 * While the lock is on, the app keeps no finished file in clear: those in private storage go, and their
 * receipts say so. Also seals what a tab that closed late may have written in clear.
 */
export async function tidyUnderLock(): Promise<void> {
  const database = new Database();
  const { sealing } = database;
  if (sealing === undefined) return;
  try {
    await removePlainFiles(database);
    await sealPlainRows(sealing);
  } finally {
    database.close();
  }
}

async function removePlainFiles(database: Database): Promise<void> {
  for (const receipt of await database.receipts.toArray()) {
    const { kept, exportId, plan, status } = receipt;
    if (kept === undefined || kept.includes("/") || status === "running") continue;
    if (containerEncrypts(plan.container)) continue;
    await removeFile(await openExportsFolder(await navigator.storage.getDirectory()), kept);
    await database.receipts.where({ exportId }).modify((one) => {
      delete (one as { kept?: string }).kept;
    });
  }
}

async function sealPlainRows(seal: RowSeal): Promise<void> {
  const plain = plainDatabase();
  try {
    for (const table of sealedTables.keys()) {
      const rows = await plain
        .table<Row>(table)
        .filter((row) => !isSealed(row))
        .toArray();
      if (rows.length > 0) await plain.table<Row>(table).bulkPut(await seal.sealRows(table, rows));
    }
  } finally {
    plain.close();
  }
}

/** Runs `work` while no other tab has the app open and nothing is written or read in. */
export async function alone<T>(work: () => Promise<T>, patience: number): Promise<T> {
  const stop = AbortSignal.timeout(patience);
  const options = { mode: "exclusive", signal: stop } as const;
  try {
    return await navigator.locks.request("busy", options, () =>
      navigator.locks.request("open", options, work),
    );
  } catch (error) {
    if (!stop.aborted) throw error;
    const what = "Another window of this app is open, or a run is under way. The app lock";
    return fail({ code: "busy", what });
  }
}
