import { addDays } from "../dates/calendar-day.ts";
import { activeStatuses } from "../kinds/applications.ts";
import type { AnyKind } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import type { Condition } from "../select/condition.ts";

/** A filter as a chip says it: "Status is" **active**, "Applied since" **1 Sep 2026**. */
export interface FilterWords {
  readonly subject: string;
  readonly value: string;
}
type DayWords = (day: string) => string;

const number = new Intl.NumberFormat("en");

/** The statuses that "active" stands for, in any order. */
export function isActive(value: readonly (string | number)[]): boolean {
  return (
    value.length === activeStatuses.length && activeStatuses.every((one) => value.includes(one))
  );
}

/** The words of one filter. `dayWords` writes a local day for a person. */
export function describeFilter(kind: AnyKind, filter: Condition, dayWords: DayWords): FilterWords {
  if ("not" in filter) {
    const inner = describeFilter(kind, filter.not, dayWords);
    return { subject: `Not: ${inner.subject}`, value: inner.value };
  }
  if ("all" in filter || "any" in filter) {
    const parts = "all" in filter ? filter.all : filter.any;
    const joint = "all" in filter ? " and " : " or ";
    const words = parts.map((part) => describeFilter(kind, part, dayWords));
    return { subject: "", value: words.map((w) => `${w.subject} ${w.value}`.trim()).join(joint) };
  }
  if (filter.op === "text") return { subject: "Anywhere", value: filter.value };
  if (filter.op === "stage") return { subject: "Was", value: listWords(filter.statuses) };
  if (filter.op === "related") {
    const other = findKind(filter.kind);
    const inner = describeFilter(other, filter.where, dayWords);
    return { subject: `Has ${other.one}: ${inner.subject}`, value: inner.value };
  }
  const label = filter.field === "*" ? "Date" : fieldLabel(kind, filter.field);
  switch (filter.op) {
    case "exists":
      return { subject: `${label} is`, value: "filled in" };
    case "missing":
      return { subject: `${label} is`, value: "empty" };
    case "day":
      return dayFilter(label, filter.start, filter.end, dayWords);
    case "in":
      return { subject: `${label} is`, value: listWords(filter.value) };
    case "eq":
      return { subject: `${label} is`, value: plainWords(filter.value) };
    case "contains":
      return { subject: `${label} contains`, value: plainWords(filter.value) };
    default:
      return { subject: `${label} ${bounds[filter.op]}`, value: plainWords(filter.value) };
  }
}

const bounds = { gt: "over", gte: "at least", lt: "under", lte: "at most" } as const;

function fieldLabel(kind: AnyKind, path: string): string {
  const name = path.split(".")[0] ?? path;
  return kind.fields[name]?.label ?? name;
}

function plainWords(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? number.format(value) : value;
}

function listWords(values: readonly (string | number)[]): string {
  if (isActive(values)) return "active";
  const shown = values.slice(0, 3).map(plainWords).join(" or ");
  return values.length > 3 ? `${shown} or ${String(values.length - 3)} more` : shown;
}

function dayFilter(
  label: string,
  start: string | null,
  end: string | null,
  dayWords: DayWords,
): FilterWords {
  const last = end === null ? null : addDays(end, -1);
  if (start !== null && last !== null) {
    if (start === last) return { subject: `${label} on`, value: dayWords(start) };
    return { subject: `${label} between`, value: `${dayWords(start)} and ${dayWords(last)}` };
  }
  if (start !== null) return { subject: `${label} since`, value: dayWords(start) };
  return { subject: `${label} until`, value: last === null ? "any day" : dayWords(last) };
}
