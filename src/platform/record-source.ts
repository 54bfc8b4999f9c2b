import type { RecordSource } from "../core/pipeline/ports.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { Database } from "./database.ts";
import { withReopen } from "./reopen.ts";

/** Measured best: about half a megabyte a batch, and no more than 250 records. */
const mostRecords = 250;
const targetCharacters = 500_000;

/** Reads the database in the order of ids, one transaction a batch. */
export function makeRecordSource(database: Database): RecordSource {
  const read = <T>(work: () => Promise<T>): Promise<T> => withReopen(database, work);
  return {
    count: (kind) => read(() => database.records(kind).count()),
    byIds: async (kind, ids) => {
      const found = await read(() => database.records(kind).bulkGet([...ids]));
      return found.filter((record) => record !== undefined);
    },
    bytes: async (id) => (await read(() => database.blobs.get(id)))?.blob,
    batches: (kind) =>
      readBatches((after, limit) => read(() => readAfter(database, kind, after, limit))),
  };
}

function readAfter(
  database: Database,
  kind: KindId,
  after: string | undefined,
  limit: number,
): Promise<AnyRecord[]> {
  const table = database.records(kind);
  const range = after === undefined ? table.toCollection() : table.where(":id").above(after);
  return range.limit(limit).toArray();
}

type ReadAfter = (after: string | undefined, limit: number) => Promise<readonly AnyRecord[]>;

/** The next batch is asked for before this one is worked on: it costs the reader no waiting. */
async function* readBatches(readAfter: ReadAfter): AsyncGenerator<readonly AnyRecord[]> {
  let limit = mostRecords;
  let asked = readAfter(undefined, limit);
  for (;;) {
    const batch = await asked;
    const last = batch.at(-1);
    if (last === undefined) return;
    const ended = batch.length < limit;
    limit = nextLimit(batch);
    if (!ended) {
      asked = readAfter(last.id, limit);
      // Whoever stops reading early never sees a failure of the batch asked ahead.
      asked.catch(() => undefined);
    }
    yield batch;
    if (ended) return;
  }
}

function nextLimit(batch: readonly AnyRecord[]): number {
  const sample = batch[batch.length >> 1];
  const characters = sample === undefined ? 1 : JSON.stringify(sample).length;
  return Math.max(4, Math.min(mostRecords, Math.round(targetCharacters / characters)));
}
