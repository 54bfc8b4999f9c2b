import type { Change } from "../core/interface/record-store.ts";
import type { Changes } from "../core/increment/changes.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { Database, JournalEntry } from "./database.ts";
import { withReopen } from "./reopen.ts";

/** A change of more records is noted as one: the next increment takes everything, as it nearly would. */
const mostListed = 2000;
const wide = { kind: "*", id: "*" } as const;

/**
 * Notes which records a change writes and removes, inside its transaction. Dates would not do: an undo
 * and a restore write records that carry an older one, and a clock can be set. A mark only ever grows.
 */
export async function keepJournal(
  database: Database,
  transaction: IDBTransaction,
  change: Change,
): Promise<void> {
  const mark = (await newestMark(database)) + 1;
  const store = transaction.objectStore(database.journal.name);
  for (const entry of entriesOf(change, mark)) store.put(entry);
}

function entriesOf(change: Change, mark: number): readonly JournalEntry[] {
  const { puts, removes, bytes } = change;
  const size = puts.length + removes.length + (bytes?.size ?? 0);
  if (change.wipe === true || size > mostListed) return [{ ...wide, mark }];
  return [
    ...removes.map(({ kind, id }): JournalEntry => ({ kind, id, mark, gone: true })),
    ...[...(bytes?.keys() ?? [])]
      .filter((id) => !removes.some((ref) => ref.kind === "documents" && ref.id === id))
      .map((id): JournalEntry => ({ kind: "documents", id, mark })),
    ...puts.map(({ kind, record }): JournalEntry => ({ kind, id: record.id, mark })),
  ];
}

async function newestMark(database: Database): Promise<number> {
  return (await database.journal.orderBy("mark").last())?.mark ?? 0;
}

/** The journal as increments read it. */
export function makeChangeJournal(database: Database) {
  return {
    newestMark: (): Promise<number> => withReopen(database, () => newestMark(database)),

    /** `undefined`: it does not list everything after the mark. */
    changesSince: (mark: number): Promise<Changes | undefined> =>
      withReopen(database, async () => {
        const entries = await database.journal.where("mark").above(mark).toArray();
        const written: Partial<Record<KindId, string[]>> = {};
        const removed: { readonly kind: KindId; readonly id: string }[] = [];
        let newest = mark;
        for (const { kind, id, mark: at, gone } of entries) {
          if (kind === "*") return undefined;
          newest = Math.max(newest, at);
          if (gone === true) removed.push({ kind, id });
          else (written[kind] ??= []).push(id);
        }
        return { mark: newest, written, removed };
      }),
  };
}
