import { findKind, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { compareSortValues, sortValues, type SortValue } from "../select/compare-records.ts";
import { compileCondition } from "../select/matches.ts";
import type { KindSelection } from "../select/selection.ts";
import type { RecordSource } from "./ports.ts";

/** What the count pass found of one kind, and how to read exactly that again. */
export interface Chosen {
  readonly kind: KindId;
  readonly selection: KindSelection;
  readonly count: number;
  /** Records of the kind that were there. */
  readonly stored: number;
  batches(): AsyncIterable<readonly AnyRecord[]>;
}

const byIdBatch = 250;

/** Up to so many characters of JSON the records found stay in memory: reading them again takes as long. */
const mostKeptCharacters = 25_000_000;

/**
 * Counts what a selection takes of one kind. Without condition, order or limit the source's own count
 * is enough; otherwise records are kept where they are few, and else their ids, so that the pass that
 * writes takes the records that were counted.
 */
export async function chooseRecords(
  source: RecordSource,
  selection: KindSelection,
  onBatch: (records: number) => void,
): Promise<Chosen> {
  const { kind, where, sort, limit } = selection;
  const stored = await source.count(kind);
  const whole = { kind, selection, stored };
  if (where === undefined && sort === undefined) {
    const count = Math.min(stored, limit ?? Infinity);
    return { ...whole, count, batches: () => takeFirst(source.batches(kind), count) };
  }
  const found = await collect(source, selection, onBatch);
  if ("records" in found) {
    const { records } = found;
    return { ...whole, count: records.length, batches: () => inBatches(records) };
  }
  const { ids } = found;
  if (sort !== undefined) {
    return { ...whole, count: ids.length, batches: () => readByIds(source, kind, ids) };
  }
  const taken = new Set(ids);
  return { ...whole, count: ids.length, batches: () => readTaken(source.batches(kind), taken) };
}

interface Found {
  readonly id: string;
  readonly values: readonly SortValue[];
  /** Dropped from all once they are too many. */
  readonly record?: AnyRecord;
}

async function collect(
  source: RecordSource,
  { kind, where, sort, limit = Infinity }: KindSelection,
  onBatch: (records: number) => void,
): Promise<{ readonly records: readonly AnyRecord[] } | { readonly ids: readonly string[] }> {
  const description = findKind(kind);
  const matches = where === undefined ? () => true : compileCondition(description, where);
  let found: Found[] = [];
  let characters = 0;
  for await (const batch of source.batches(kind)) {
    const taken = batch.filter(matches);
    const keeps = characters <= mostKeptCharacters;
    for (const record of taken) {
      const values = sort ? sortValues(description, record, sort) : [];
      found.push({ id: record.id, values, ...(keeps && { record }) });
    }
    onBatch(batch.length);
    if (sort === undefined && found.length >= limit) break;
    characters += lengthOf(taken);
    if (keeps && characters > mostKeptCharacters) {
      found = found.map(({ id, values }) => ({ id, values }));
    }
  }
  if (sort !== undefined) found.sort((a, b) => compareSortValues(a.values, b.values, sort));
  const first = found.slice(0, limit);
  const records = first.flatMap(({ record }) => record ?? []);
  return records.length === first.length ? { records } : { ids: first.map(({ id }) => id) };
}

/** Estimated by one record of the batch, as the source does. */
function lengthOf(batch: readonly AnyRecord[]): number {
  const sample = batch[batch.length >> 1];
  return sample === undefined ? 0 : JSON.stringify(sample).length * batch.length;
}

async function* inBatches(records: readonly AnyRecord[]): AsyncGenerator<readonly AnyRecord[]> {
  await Promise.resolve();
  for (let from = 0; from < records.length; from += byIdBatch) {
    yield records.slice(from, from + byIdBatch);
  }
}

async function* takeFirst(
  batches: AsyncIterable<readonly AnyRecord[]>,
  count: number,
): AsyncGenerator<readonly AnyRecord[]> {
  let left = count;
  if (left === 0) return;
  for await (const batch of batches) {
    yield batch.length > left ? batch.slice(0, left) : batch;
    left -= batch.length;
    if (left <= 0) return;
  }
}

async function* readTaken(
  batches: AsyncIterable<readonly AnyRecord[]>,
  taken: ReadonlySet<string>,
): AsyncGenerator<readonly AnyRecord[]> {
  let left = taken.size;
  if (left === 0) return;
  for await (const batch of batches) {
    const kept = batch.filter(({ id }) => taken.has(id));
    left -= kept.length;
    if (kept.length > 0) yield kept;
    if (left <= 0) return;
  }
}

async function* readByIds(
  source: RecordSource,
  kind: KindId,
  ids: readonly string[],
): AsyncGenerator<readonly AnyRecord[]> {
  const ask = (from: number): Promise<readonly AnyRecord[]> => {
    const asked = source.byIds(kind, ids.slice(from, from + byIdBatch));
    // Whoever stops reading early never sees a failure of the batch asked ahead.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask(0);
  for (let from = byIdBatch; from - byIdBatch < ids.length; from += byIdBatch) {
    const batch = await next;
    if (from < ids.length) next = ask(from);
    if (batch.length > 0) yield batch;
  }
}
