import { storedKindIds } from "../../core/records/any-kind.ts";
import type { Bytes } from "../../core/formats/contract.ts";
import type { LockKeys } from "../../core/vault/lock/lock-keys.ts";
import {
  hideName,
  openFile,
  openValue,
  sealFile,
  sealValue,
} from "../../core/vault/lock/row-seal.ts";

export type Row = Readonly<Record<string, unknown>>;

/**
 * The tables whose rows are sealed, and the name of each key. Not sealed: tombstones and the journal,
 * which hold ids and times alone; handles, which a browser cannot seal; and `meta`, which holds the lock
 * itself and what schedules seal with, neither of which opens anything.
 */
export const sealedTables: ReadonlyMap<string, string> = new Map([
  ...storedKindIds.map((kind) => [kind, "id"] as const),
  ["blobs", "id"],
  ["receipts", "exportId"],
  ["restores", "restoreId"],
  ["snapshots", "id"],
  ["schedules", "id"],
  ["templates", "name"],
]);

/** What has to be known while locked: when a copy is due, and when a safety copy may go. */
const clearParts: Readonly<Record<string, readonly string[]>> = {
  schedules: ["paused", "nextRun"],
  snapshots: ["at"],
};

export const isSealed = ({ box }: Row): boolean => box instanceof Uint8Array;

const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

interface FileHead {
  readonly type: string;
  readonly salt: readonly number[];
}

export function makeRowSeal(keys: LockKeys) {
  /** A template is found by the name that a person gave it. */
  const keyOf = async (table: string, key: unknown): Promise<unknown> =>
    table === "templates" ? hideName(keys, String(key)) : key;

  const sealRow = async (table: string, row: Row): Promise<Row> => {
    const name = sealedTables.get(table);
    if (name === undefined || isSealed(row)) return row;
    const id = await keyOf(table, row[name]);
    const place = [table, String(id)] as const;
    const clear = (clearParts[table] ?? []).flatMap((part) =>
      row[part] === undefined ? [] : [[part, row[part]] as const],
    );
    const head = { [name]: id, ...Object.fromEntries(clear) };
    const { blob } = row;
    if (table !== "blobs" || !(blob instanceof Blob)) {
      return { ...head, box: await sealValue(keys, random, place, row) };
    }
    const salt = random(32);
    const file: FileHead = { type: blob.type, salt: [...salt] };
    const sealed = await sealFile(keys, salt, blob);
    return { ...head, sealed, box: await sealValue(keys, random, place, file) };
  };

  const openRow = async (table: string, row: Row): Promise<Row> => {
    const name = sealedTables.get(table);
    const { box, sealed } = row;
    if (name === undefined || !(box instanceof Uint8Array)) return row;
    const opened = await openValue(keys, [table, String(row[name])], new Uint8Array(box));
    if (!(sealed instanceof Blob)) return opened as Row;
    const { type, salt } = opened as FileHead;
    const blob = await openFile(keys, Uint8Array.from(salt), sealed, type);
    return { [name]: row[name], blob };
  };

  return {
    keyOf,
    sealRow,
    openRow,
    sealRows: (table: string, rows: readonly Row[]): Promise<Row[]> =>
      Promise.all(rows.map((row) => sealRow(table, row))),
    openRows: (table: string, rows: readonly unknown[]): Promise<unknown[]> =>
      Promise.all(
        rows.map((row) => (typeof row === "object" && row ? openRow(table, row as Row) : row)),
      ),
  };
}

export type RowSeal = ReturnType<typeof makeRowSeal>;
