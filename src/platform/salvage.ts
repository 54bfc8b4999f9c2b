import { storedKindIds, type KindId } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { Database } from "./database.ts";

/**
 * What a database that fails in places still gives, as one JSON file of ours. A kind that cannot be read at
 * once is read record by record. Undefined where nothing can be read.
 */
export async function salvageRecords(database: Database, now: Date): Promise<Blob | undefined> {
  const found: (readonly [KindId, readonly AnyRecord[]])[] = [];
  for (const kind of storedKindIds) {
    const records = await readKind(database, kind);
    if (records.length > 0) found.push([kind, records]);
  }
  if (found.length === 0) return undefined;
  const head = { format: "json", version: "1.0", timestamp: now.toISOString() };
  const kinds = found.map(([kind, records]) => `${JSON.stringify(kind)}:${listOf(kind, records)}`);
  const text = `{"export_info":${JSON.stringify(head)},\n"data":{${kinds.join(",\n")}}}\n`;
  return new Blob([text], { type: "application/json" });
}

/** Settings stand in our JSON as an object of key to setting. */
function listOf(kind: KindId, records: readonly AnyRecord[]): string {
  if (kind !== "settings") return JSON.stringify(records);
  return JSON.stringify(Object.fromEntries(records.map((one) => [one.id, one])));
}

async function readKind(database: Database, kind: KindId): Promise<readonly AnyRecord[]> {
  const table = database.records(kind);
  try {
    return await table.toArray();
  } catch {
    const ids = await table
      .toCollection()
      .primaryKeys()
      .catch(() => []);
    const records: AnyRecord[] = [];
    for (const id of ids) {
      const record = await table.get(id).catch(() => undefined);
      if (record !== undefined) records.push(record);
    }
    return records;
  }
}
