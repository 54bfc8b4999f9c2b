import type { RecordSource } from "../pipeline/ports.ts";
import { findKind, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { deriveAnalytics } from "./analytics.ts";
import { deriveCompanies } from "./companies.ts";

/** A source in which the kinds that are computed look like stored ones. Each is computed once, when first asked for. */
export function withDerived(source: RecordSource, at: string, today: string): RecordSource {
  const known = new Map<KindId, Promise<readonly AnyRecord[]>>();
  const derive = (kind: KindId): Promise<readonly AnyRecord[]> => {
    const records =
      known.get(kind) ??
      (kind === "companies" ? deriveCompanies(source) : deriveAnalytics(source, at, today));
    known.set(kind, records);
    return records;
  };
  const isDerived = (kind: KindId): boolean => findKind(kind).derived === true;
  return {
    bytes: (id) => source.bytes(id),
    count: async (kind) => (isDerived(kind) ? (await derive(kind)).length : source.count(kind)),
    batches: (kind) => (isDerived(kind) ? oneBatch(derive(kind)) : source.batches(kind)),
    byIds: async (kind, ids) => {
      if (!isDerived(kind)) return source.byIds(kind, ids);
      const byId = new Map((await derive(kind)).map((record) => [record.id, record]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  };
}

async function* oneBatch(
  records: Promise<readonly AnyRecord[]>,
): AsyncGenerator<readonly AnyRecord[]> {
  const all = await records;
  if (all.length > 0) yield all;
}
