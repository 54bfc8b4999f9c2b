import type { AnyRecord } from "../records/stored-record.ts";

/** What a column sorts by. `undefined` stands last in both directions. */
export type SortValue = string | number | undefined;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number") return -1;
  if (typeof b === "number") return 1;
  return collator.compare(a ?? "", b ?? "");
}

/**
 * A new array in the order of `valueOf`; equal values keep their order, and so do the empty ones,
 * which come last whichever way the rest goes. Values are read once a record.
 */
export function sortRecords<R extends AnyRecord>(
  records: readonly R[],
  valueOf: (record: R) => SortValue,
  dir: "asc" | "desc",
): readonly R[] {
  const sign = dir === "asc" ? 1 : -1;
  const filled: { readonly record: R; readonly value: SortValue }[] = [];
  const empty: R[] = [];
  for (const record of records) {
    const value = valueOf(record);
    if (value === undefined || value === "") empty.push(record);
    else filled.push({ record, value });
  }
  filled.sort((a, b) => sign * compareValues(a.value, b.value));
  return [...filled.map((entry) => entry.record), ...empty];
}
