import type { RecordSource } from "../../src/core/pipeline/ports.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";

export type Records = Readonly<Partial<Record<KindId, readonly AnyRecord[]>>>;

/** Records in memory, read in batches of any size. */
export function arraySource(
  records: Records,
  { batch = 250, bytes = new Map<string, Blob>() } = {},
): RecordSource {
  const of = (kind: KindId): readonly AnyRecord[] => records[kind] ?? [];
  return {
    count: (kind) => Promise.resolve(of(kind).length),
    byIds: (kind, ids) => {
      const found = new Map(of(kind).map((record) => [record.id, record]));
      return Promise.resolve(ids.flatMap((id) => found.get(id) ?? []));
    },
    bytes: (id) => Promise.resolve(bytes.get(id)),
    async *batches(kind) {
      await Promise.resolve();
      const all = of(kind);
      for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch);
    },
  };
}
