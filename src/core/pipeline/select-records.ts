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

/**
 * Counts what a selection takes of one kind. Without condition, order or limit the source's own count
 * is enough; otherwise ids are kept, so that the pass that writes takes the records that were counted.
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
  const ids = await collectIds(source, selection, onBatch);
  if (sort !== undefined) {
    return { ...whole, count: ids.length, batches: () => readByIds(source, kind, ids) };
  }
  const taken = new Set(ids);
  return { ...whole, count: ids.length, batches: () => readTaken(source.batches(kind), taken) };
}

async function collectIds(
  source: RecordSource,
  { kind, where, sort, limit = Infinity }: KindSelection,
  onBatch: (records: number) => void,
): Promise<readonly string[]> {
  const description = findKind(kind);
  const matches = where === undefined ? () => true : compileCondition(description, where);
  const found: { readonly id: string; readonly values: readonly SortValue[] }[] = [];
  for await (const batch of source.batches(kind)) {
    for (const record of batch) {
      if (!matches(record)) continue;
      found.push({ id: record.id, values: sort ? sortValues(description, record, sort) : [] });
    }
    onBatch(batch.length);
    if (sort === undefined && found.length >= limit) break;
  }
  if (sort !== undefined) found.sort((a, b) => compareSortValues(a.values, b.values, sort));
  return found.slice(0, limit).map(({ id }) => id);
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
