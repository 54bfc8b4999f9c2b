import { addDays, startOfUnit } from "../dates/calendar-day.ts";
import { activeStatuses } from "../kinds/applications.ts";
import type { AnyKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Condition } from "../select/condition.ts";
import { valuesAt } from "../select/matches.ts";

/** How a field is asked about in the filter bar. */
export type FilterShape = "values" | "days" | "numbers" | "yes-no" | "words";

const unfiltered = new Set(["id", "extra", "sample", "sha256", "stages", "messages", "filters"]);

/** Fields that a filter can be about. */
export function filterFields(kind: AnyKind): readonly string[] {
  return Object.keys(kind.fields).filter(
    (name) => !unfiltered.has(name) && kind.fields[name]?.refers === undefined,
  );
}

const valueLimit = 40;

export function filterShape(
  kind: AnyKind,
  field: string,
  records: readonly AnyRecord[],
): FilterShape {
  const type = kind.fields[field]?.type;
  if (type === "day" || type === "instant") return "days";
  if (type === "integer" || type === "decimal") return "numbers";
  if (type === "flag") return "yes-no";
  if (type === "long-text") return "words";
  return distinctValues(field, records).length > valueLimit ? "words" : "values";
}

/** The values that stand in a field and how often, most frequent first. */
export function distinctValues(
  field: string,
  records: readonly AnyRecord[],
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const value of new Set(valuesAt(record, field))) {
      if (typeof value === "string" && value !== "")
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Likely periods of a date field, most recent first. `today` is a local day. */
export function periodChoices(
  field: string,
  today: string,
): readonly { readonly label: string; readonly condition: Condition }[] {
  const tomorrow = addDays(today, 1);
  const since = (label: string, start: string) => ({
    label,
    condition: { field, op: "day", start, end: null } as const,
  });
  const between = (label: string, start: string, end: string) => ({
    label,
    condition: { field, op: "day", start, end } as const,
  });
  const month = startOfUnit(today, "month");
  return [
    since("This week", startOfUnit(today, "week")),
    since("This month", month),
    between("Last month", startOfUnit(today, "month", -1), month),
    between("The last 30 days", addDays(today, -29), tomorrow),
    between("The last 90 days", addDays(today, -89), tomorrow),
    since("This year", startOfUnit(today, "year")),
  ];
}

/** "Active" stands first for the status of applications. */
export function activeChoice(kind: AnyKind, field: string): Condition | undefined {
  if (kind.id !== "applications" || field !== "status") return undefined;
  return { field, op: "in", value: activeStatuses };
}

/** What a form about a filter starts with: its field and, as texts, what it asks for. */
interface FilterStart {
  readonly field?: string;
  readonly ticked: readonly string[];
  readonly from: string;
  readonly to: string;
}

export function startFilter(filter: Condition | undefined): FilterStart {
  const blank = { ticked: [], from: "", to: "" };
  if (filter === undefined || "all" in filter || "any" in filter) return blank;
  if ("not" in filter) return { ...blank, ...onlyField(startFilter(filter.not)) };
  if (!("field" in filter)) return blank;
  const start = { ...blank, field: filter.field };
  switch (filter.op) {
    case "in":
      return { ...start, ticked: filter.value.map(String) };
    case "eq":
      return { ...start, ticked: [String(filter.value)] };
    case "contains":
    case "gte":
    case "gt":
      return { ...start, from: String(filter.value) };
    case "lte":
    case "lt":
      return { ...start, to: String(filter.value) };
    case "day":
      return {
        ...start,
        from: filter.start ?? "",
        to: filter.end === null ? "" : addDays(filter.end, -1),
      };
    default:
      return start;
  }
}

const onlyField = ({ field }: FilterStart) => (field === undefined ? {} : { field });
