import type { AnyKind } from "../records/any-kind.ts";
import { recordDate } from "../records/record-date.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { compileCondition } from "../select/matches.ts";
import { movedAt } from "./board.ts";
import type { SortValue } from "./sort-records.ts";
import { sortRecords } from "./sort-records.ts";
import type { TableView } from "./view.ts";

/** The title of a record of another kind, for columns that refer to one. */
export type NameOf = (kind: string, id: string) => string | undefined;

/** What a column sorts by: stored fields as they are, references by name, lists by their size. */
function sortValueOf(kind: AnyKind, column: string, record: AnyRecord, nameOf: NameOf): SortValue {
  if (column === "*") return recordDate(kind, record);
  if (column === "moved") return movedAt(record);
  if (column === "next") return textOf(record["next_action_on"]) ?? textOf(record["next_action"]);
  if (column === "salary") return numberOf(record["salary_max"]) ?? numberOf(record["salary_min"]);
  const value = record[column];
  const field = kind.fields[column];
  if (field?.refers !== undefined && typeof value === "string") return nameOf(field.refers, value);
  if (Array.isArray(value)) {
    return field?.type === "texts" ? value.join(", ") : value.length || undefined;
  }
  return numberOf(value) ?? textOf(value) ?? (value === true ? "yes" : undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The records in the order of a view. The input is not changed. */
export function orderRecords(
  kind: AnyKind,
  records: readonly AnyRecord[],
  sort: TableView["sort"],
  nameOf: NameOf,
): readonly AnyRecord[] {
  const valueOf = (record: AnyRecord) => sortValueOf(kind, sort.field, record, nameOf);
  return sortRecords(records, valueOf, sort.dir);
}

/** Of ordered records those that pass every filter, in the same order. */
export function filterRecords(
  kind: AnyKind,
  ordered: readonly AnyRecord[],
  filters: TableView["filters"],
): readonly AnyRecord[] {
  return filters.length === 0 ? ordered : ordered.filter(compileCondition(kind, { all: filters }));
}
