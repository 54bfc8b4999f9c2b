import type { RecordSource } from "../pipeline/ports.ts";
import { storedKindIds, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { RecordStore } from "./record-store.ts";

/** A kind larger than this is counted in the database: slower, and without holding it in memory. */
const mostRecords = 20_000;

/**
 * The records again, in memory where a kind is small enough: live counts while a person types. Read anew
 * after every change, by this tab or another.
 */
export class RecordCache implements RecordSource {
  readonly #store: RecordStore;
  readonly #kinds = new Map<KindId, Promise<ReadonlyMap<string, AnyRecord> | undefined>>();

  constructor(store: RecordStore) {
    this.#store = store;
    store.onChange(() => {
      this.#kinds.clear();
    });
  }

  /** Reads every kind, so that the first question is answered at once. */
  async warm(): Promise<void> {
    await Promise.all(storedKindIds.map((kind) => this.#records(kind)));
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
    if (records === undefined) yield* this.#store.batches(kind);
    else if (records.size > 0) yield [...records.values()];
  }

  #records(kind: KindId): Promise<ReadonlyMap<string, AnyRecord> | undefined> {
    const known = this.#kinds.get(kind) ?? this.#read(kind);
    this.#kinds.set(kind, known);
    known.catch(() => {
      this.#kinds.delete(kind);
    });
    return known;
  }

  async #read(kind: KindId): Promise<ReadonlyMap<string, AnyRecord> | undefined> {
    if ((await this.#store.count(kind)) > mostRecords) return undefined;
    const records = new Map<string, AnyRecord>();
    for await (const batch of this.#store.batches(kind)) {
      for (const record of batch) records.set(record.id, record);
    }
    return records;
  }
}
