import type { AnyKind } from "../records/any-kind.ts";
import { recordDate } from "../records/record-date.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { SortKey } from "./selection.ts";
import { valuesAt } from "./matches.ts";
import { fold } from "./fold.ts";

/** What a record sorts by: one value a key, small enough to keep for every record of a large export. */
export type SortValue = string | number | null;

export function sortValues(
  kind: AnyKind,
  record: AnyRecord,
  keys: readonly SortKey[],
): readonly SortValue[] {
  return keys.map(({ field }) => {
    const value = field === "*" ? recordDate(kind, record) : valuesAt(record, field)[0];
    if (typeof value === "number") return value;
    return typeof value === "string" && value !== "" ? fold(value) : null;
  });
}

/** Compares two lists of sort values; what is absent comes last in either direction. */
export function compareSortValues(
  a: readonly SortValue[],
  b: readonly SortValue[],
  keys: readonly SortKey[],
): number {
  for (const [index, { dir }] of keys.entries()) {
    const order = compareOne(a[index] ?? null, b[index] ?? null, dir);
    if (order !== 0) return order;
  }
  return 0;
}

function compareOne(a: SortValue, b: SortValue, dir: "asc" | "desc"): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * (dir === "asc" ? 1 : -1);
}
