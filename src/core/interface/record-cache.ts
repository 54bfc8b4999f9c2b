import type { RecordSource } from "../pipeline/ports.ts";
import { storedKindIds, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Change, RecordStore } from "./record-store.ts";

/** A kind larger than this is counted in the database: slower, and without holding it in memory. */
const mostRecords = 20_000;

/** Records handed out before the window gets a chance to answer somebody. */
const batchOf = 500;

type Records = Map<string, AnyRecord>;

/**
 * The records again, in memory where a kind is small enough: live counts while a person types. Changes of
 * this tab are followed; after those of another everything is read anew.
 */
export class RecordCache implements RecordSource {
  readonly #store: RecordStore;
  readonly #breathe: () => Promise<void>;
  readonly #kinds = new Map<KindId, Promise<Records | undefined>>();

  /** `breathe` lets other work go first where the thread has been busy for long. */
  constructor(store: RecordStore, breathe: () => Promise<void> = () => Promise.resolve()) {
    this.#store = store;
    this.#breathe = breathe;
    store.onChange((change) => {
      if (change === undefined || change.wipe === true) this.#kinds.clear();
      else this.#follow(change);
    });
  }

  /** Reads every kind, so that the first question is answered at once; false where one is too large. */
  async holdsAll(): Promise<boolean> {
    const kinds = await Promise.all(storedKindIds.map((kind) => this.#records(kind)));
    return !kinds.includes(undefined);
  }

  async count(kind: KindId): Promise<number> {
    return (await this.#records(kind))?.size ?? this.#store.count(kind);
  }

  async byIds(kind: KindId, ids: readonly string[]): Promise<readonly AnyRecord[]> {
    const records = await this.#records(kind);
    if (records === undefined) return this.#store.byIds(kind, ids);
    return ids.flatMap((id) => records.get(id) ?? []);
  }

  bytes(documentId: string): Promise<Blob | undefined> {
    return this.#store.bytes(documentId);
  }

  async *batches(kind: KindId): AsyncGenerator<readonly AnyRecord[]> {
    const records = await this.#records(kind);
    if (records === undefined) {
      yield* this.#store.batches(kind);
      return;
    }
    const all = [...records.values()];
    for (let from = 0; from < all.length; from += batchOf) {
      if (from > 0) await this.#breathe();
      yield all.slice(from, from + batchOf);
    }
  }

  #records(kind: KindId): Promise<Records | undefined> {
    const known = this.#kinds.get(kind) ?? this.#read(kind);
    this.#kinds.set(kind, known);
    known.catch(() => {
      this.#kinds.delete(kind);
    });
    return known;
  }

  #follow({ puts, removes }: Change): void {
    for (const kind of new Set([...puts, ...removes].map((one) => one.kind))) {
      const followed = this.#kinds.get(kind)?.then((records) => {
        if (records === undefined) return undefined;
        for (const ref of removes) if (ref.kind === kind) records.delete(ref.id);
        for (const put of puts) if (put.kind === kind) records.set(put.record.id, put.record);
        return records.size > mostRecords ? undefined : inOrder(records);
      });
      if (followed !== undefined) this.#kinds.set(kind, followed);
    }
  }

  async #read(kind: KindId): Promise<Records | undefined> {
    if ((await this.#store.count(kind)) > mostRecords) return undefined;
    const records: Records = new Map();
    for await (const batch of this.#store.batches(kind)) {
      for (const record of batch) records.set(record.id, record);
    }
    return records;
  }
}

/** New ids are later ones and stand at the end already; an imported one may have to move. */
function inOrder(records: Records): Records {
  let last = "";
  for (const id of records.keys()) {
    if (id < last) return new Map([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
    last = id;
  }
  return records;
}
