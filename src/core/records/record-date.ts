import type { AnyKind } from "./any-kind.ts";
import type { AnyRecord } from "./stored-record.ts";

/** The day or instant that "last month" refers to, or undefined where the record has none. */
export function recordDate(kind: AnyKind, record: AnyRecord): string | undefined {
  const own = record[kind.dateField];
  if (typeof own === "string" && own !== "") return own;
  const other = kind.dateFallback === undefined ? undefined : record[kind.dateFallback];
  return typeof other === "string" ? other : undefined;
}
