import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Incoming } from "./contract.ts";
import { naturalKeys } from "./natural-key.ts";

export interface Matched {
  readonly incoming: Incoming;
  readonly here?: AnyRecord;
  /** Found by what it says, not by its id. */
  readonly natural?: true;
}

/** Records here, by kind. */
export type Existing = ReadonlyMap<KindId, readonly AnyRecord[]>;

/**
 * Finds for each record of the file the one it is here: by id, then by what it is known by. A record
 * here answers to one of the file only.
 */
export function matchRecords(
  incoming: readonly Incoming[],
  existing: Existing,
): readonly Matched[] {
  const result = new Map<Incoming, Matched>();
  const byKind = new Map<KindId, Incoming[]>();
  for (const one of incoming) {
    const list = byKind.get(one.kind);
    if (list === undefined) byKind.set(one.kind, [one]);
    else list.push(one);
  }
  for (const [kind, records] of byKind) {
    for (const matched of matchKind(kind, records, existing.get(kind) ?? [])) {
      result.set(matched.incoming, matched);
    }
  }
  return incoming.map((one) => result.get(one) ?? { incoming: one });
}

function matchKind(
  kind: KindId,
  incoming: readonly Incoming[],
  here: readonly AnyRecord[],
): readonly Matched[] {
  const byId = new Map(here.map((record) => [record.id, record]));
  const taken = new Set(incoming.map(({ record }) => record.id).filter((id) => byId.has(id)));
  const byKey = new Map<string, AnyRecord>();
  if (incoming.some(({ record }) => !byId.has(record.id))) {
    for (const record of here) {
      if (taken.has(record.id)) continue;
      for (const key of naturalKeys(kind, record)) if (!byKey.has(key)) byKey.set(key, record);
    }
  }
  return incoming.map((one) => {
    const same = byId.get(one.record.id);
    if (same !== undefined) return { incoming: one, here: same };
    const keys = byKey.size === 0 ? [] : naturalKeys(kind, one.record);
    const found = keys
      .map((key) => byKey.get(key))
      .find((record) => record !== undefined && !taken.has(record.id));
    if (found === undefined) return { incoming: one };
    taken.add(found.id);
    return { incoming: one, here: found, natural: true };
  });
}

/** Finds by id alone: where everything is replaced, nothing else counts. */
export function matchById(incoming: readonly Incoming[], existing: Existing): readonly Matched[] {
  const byId = new Map(
    [...existing].flatMap(([kind, list]) =>
      list.map((record) => [`${kind}/${record.id}`, record] as const),
    ),
  );
  return incoming.map((one) => {
    const here = byId.get(`${one.kind}/${one.record.id}`);
    return here === undefined ? { incoming: one } : { incoming: one, here };
  });
}
