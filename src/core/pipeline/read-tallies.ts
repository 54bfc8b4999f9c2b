import { isKindId, type KindId } from "../records/any-kind.ts";
import { makeRecordDigest, type RecordDigest } from "./record-digest.ts";

const batchOf = 250;

/** Counts and digests the records of a file that is read back, kind by kind. */
export async function readTallies(
  values: AsyncIterable<{ readonly kindId: string; readonly value: unknown }>,
  wanted: ReadonlySet<KindId>,
  asWritten: boolean,
  onRecords: (records: number) => void,
): Promise<ReadonlyMap<KindId, RecordDigest>> {
  const digests = new Map<KindId, RecordDigest>();
  const waiting = new Map<KindId, Readonly<Record<string, unknown>>[]>();
  const flush = async (kind: KindId): Promise<void> => {
    const rows = waiting.get(kind) ?? [];
    const digest = digests.get(kind) ?? makeRecordDigest(kind, asWritten);
    digests.set(kind, digest);
    waiting.set(kind, []);
    await digest.add(rows);
    onRecords(rows.length);
  };
  for await (const { kindId, value } of values) {
    if (!isKindId(kindId) || !wanted.has(kindId)) continue;
    const rows = waiting.get(kindId) ?? [];
    waiting.set(kindId, rows);
    rows.push(kindId === "documents" ? withoutBytes(value) : asRow(value));
    if (rows.length >= batchOf) await flush(kindId);
  }
  for (const kind of waiting.keys()) await flush(kind);
  return digests;
}

function asRow(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : { value };
}

/** In a JSON file the bytes stand inside the record; they are no field of it. */
function withoutBytes(value: unknown): Readonly<Record<string, unknown>> {
  const { bytes: _bytes, ...row } = asRow(value);
  return row;
}
