import type { Failure } from "../failure.ts";
import { FailureError, fail } from "../failure.ts";
import type { ReadRecord } from "../importers/contract.ts";
import type { KindId } from "../records/any-kind.ts";
import { findKind, isKindId } from "../records/any-kind.ts";
import { validateRecord } from "../records/validate-record.ts";
import type { Incoming, Refused, Skipped } from "./contract.ts";
import { limits } from "./limits.ts";
import { noteOddities } from "./note-oddities.ts";

export interface Validated {
  readonly incoming: Incoming[];
  readonly refused: Refused[];
  refusedMore: number;
  readonly skipped: Skipped[];
  readonly bytes: Map<string, Blob>;
  readonly warnings: string[];
}

/**
 * Validates everything that was read, record by record. A record that cannot be taken is refused alone,
 * with its place; a file that aims at prototypes is refused whole.
 * @throws FailureError `limit-exceeded`, `invalid-record`.
 */
export async function validateIncoming(
  records: AsyncIterable<ReadRecord>,
  defaults: { readonly stamp: string },
): Promise<Validated> {
  const result: Validated = {
    incoming: [],
    refused: [],
    refusedMore: 0,
    skipped: [],
    bytes: new Map(),
    warnings: [],
  };
  const seen = new Map<string, string>();
  const notTaken = new Map<string, number>();
  for await (const read of records) {
    if (!isKindId(read.kindId) || findKind(read.kindId).derived === true) {
      notTaken.set(read.kindId, (notTaken.get(read.kindId) ?? 0) + 1);
      continue;
    }
    if (result.incoming.length >= limits.records) {
      const actual = result.incoming.length + 1;
      fail({ code: "limit-exceeded", what: "Records", limit: limits.records, actual });
    }
    takeRecord(read.kindId, read, defaults.stamp, result, seen);
  }
  for (const [kindId, count] of notTaken) result.skipped.push(notTakenWords(kindId, count));
  result.warnings.push(...noteOddities(result.incoming));
  return result;
}

function takeRecord(
  kindId: KindId,
  read: ReadRecord,
  stamp: string,
  result: Validated,
  seen: Map<string, string>,
): void {
  try {
    const { bytes, value } = splitBytes(kindId, read.value);
    const record = validateRecord(findKind(kindId), withStamps(value, stamp), read.where);
    checkExtra(record.extra, read.where);
    const key = `${kindId}/${record.id}`;
    const first = seen.get(key);
    if (first !== undefined) {
      refuse(result, { row: read.where, kind: kindId, why: `It has the same id as ${first}` });
      return;
    }
    seen.set(key, read.where);
    if (bytes !== undefined) result.bytes.set(record.id, bytes);
    result.incoming.push({ kind: kindId, record, where: read.where });
  } catch (error) {
    if (!(error instanceof FailureError) || isAttack(error.failure)) throw error;
    refuse(result, { row: read.where, kind: kindId, why: whyOf(error.failure) });
  }
}

function refuse(result: Validated, refused: Refused): void {
  if (result.refused.length < limits.refusedListed) result.refused.push(refused);
  else result.refusedMore += 1;
}

const isAttack = (failure: Failure): boolean =>
  failure.code === "invalid-record" && failure.detail.startsWith("A field may not be named");

function whyOf(failure: Failure): string {
  if (failure.code === "invalid-record") {
    return failure.field === "-" ? failure.detail : `${failure.field}: ${failure.detail}`;
  }
  if (failure.code === "limit-exceeded") {
    return `${failure.what}: ${String(failure.actual)}, the limit is ${String(failure.limit)}`;
  }
  return failure.code;
}

/** In a JSON file the bytes of a document stand inside its record; they live apart from it here. */
function splitBytes(kindId: KindId, value: unknown) {
  if (kindId !== "documents" || typeof value !== "object" || value === null) return { value };
  const { bytes, ...rest } = value as Readonly<Record<string, unknown>>;
  return bytes instanceof Blob ? { bytes, value: rest } : { value };
}

function withStamps(value: unknown, stamp: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { created_at: created, updated_at: updated } = value as Record<string, unknown>;
  if (created !== undefined && updated !== undefined) return value;
  const one = created ?? updated ?? stamp;
  return { ...value, created_at: created ?? one, updated_at: updated ?? one };
}

function checkExtra(extra: Readonly<Record<string, unknown>> | undefined, where: string): void {
  if (extra === undefined) return;
  const keys = Object.keys(extra).length;
  const [limit, actual, what] =
    keys > limits.unknownKeys
      ? [limits.unknownKeys, keys, `Unknown fields of ${where}`]
      : [limits.unknownBytes, JSON.stringify(extra).length, `Size of unknown fields of ${where}`];
  if (actual > limit) fail({ code: "limit-exceeded", what, limit, actual });
}

function notTakenWords(kindId: string, count: number): Skipped {
  const derived = isKindId(kindId);
  return {
    what: `${kindId} (${String(count)})`,
    why: derived ? "It is computed from the other records" : "No kind of record has this name",
  };
}
