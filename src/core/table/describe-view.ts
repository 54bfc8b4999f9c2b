import { addDays, partsOf, toDayNumber } from "../dates/calendar-day.ts";
import { findKind } from "../records/any-kind.ts";
import type { AnyKind } from "../records/any-kind.ts";
import type { Condition } from "../select/condition.ts";
import { isActive } from "./describe-filter.ts";
import { columnLabel, standardColumns, standardSort } from "./column-choice.ts";
import type { TableView } from "./view.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "1 September 2026": with the year, so that the words do not depend on today. */
function dayInWords(day: string): string {
  const { year, month, day: dayOfMonth } = partsOf(toDayNumber(day));
  return `${String(dayOfMonth)} ${months[month - 1] ?? ""} ${String(year)}`;
}

function listInWords(parts: readonly string[], joint: "and" | "or"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${joint} ${parts.at(-1) ?? ""}`;
}

/** Quotes that the text itself does not hold, so that a hostile value stays one literal. */
function quote(text: string): string {
  return text.includes('"') ? `“${text.replace(/[“”]/gu, '"')}”` : `"${text}"`;
}

/** Verbs and nouns that name a date field in a request (request contract, D7). */
const dateVerbs: Readonly<Record<string, string>> = {
  applied_on: "applied ",
  created_at: "created ",
  updated_at: "updated ",
  deadline: "with a deadline ",
  last_contact_on: "last contacted ",
};

function periodInWords(field: string, start: string | null, end: string | null): string {
  const verb = dateVerbs[field] ?? "";
  const last = end === null ? null : addDays(end, -1);
  if (start !== null && last !== null) {
    if (start === last) return `${verb}on ${dayInWords(start)}`;
    return `${verb}from ${dayInWords(start)} to ${dayInWords(last)}`;
  }
  if (start !== null) return `${verb}since ${dayInWords(start)}`;
  return last === null ? "" : `${verb}until ${dayInWords(last)}`;
}

const bounds = { gt: "over", gte: "at least", lt: "under", lte: "at most" } as const;

function valueInWords(field: string, label: string, values: readonly string[]): string {
  const list = listInWords(values, "or");
  if (field === "company" || field === "employer") return `at ${list}`;
  if (field === "location") return `in ${list}`;
  if (field === "tags") return `tagged ${list}`;
  if (field === "status") return `that are ${list}`;
  if (field === "priority") return `with ${list} priority`;
  return `with ${label} ${list}`;
}

function conditionInWords(kind: AnyKind, condition: Condition): string {
  if ("not" in condition) {
    const { not } = condition;
    if ("field" in not && not.field === "archived") return "that are not archived";
    return `but not ${conditionInWords(kind, not)}`;
  }
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    return listInWords(
      parts.map((part) => conditionInWords(kind, part)),
      "all" in condition ? "and" : "or",
    );
  }
  if (condition.op === "text") return `mentioning ${quote(condition.value)}`;
  if (condition.op === "stage") {
    const was = `that were ${listInWords(condition.statuses, "or")}`;
    return `${was} ${periodInWords("*", condition.start, condition.end)}`.trim();
  }
  if (condition.op === "related") {
    const other = findKind(condition.kind);
    return `with ${other.label.toLowerCase()} ${conditionInWords(other, condition.where)}`;
  }
  if (condition.op === "day") return periodInWords(condition.field, condition.start, condition.end);
  const name = condition.field.split(".")[0] ?? condition.field;
  const label = columnLabel(kind, name).toLowerCase();
  switch (condition.op) {
    case "exists":
      return `with ${label}`;
    case "missing":
      return `without ${label}`;
    case "eq":
      if (name === "archived") return condition.value === true ? "that are archived" : "";
      return valueInWords(name, label, [String(condition.value)]);
    case "in":
      if (name === "status" && isActive(condition.value)) return "that are active";
      return valueInWords(name, label, condition.value.map(String));
    case "contains":
      return `with ${label} containing ${quote(String(condition.value))}`;
    default:
      return `with ${label} ${bounds[condition.op]} ${String(condition.value)}`;
  }
}

function orderInWords(kind: AnyKind, view: TableView): string {
  const { field, dir } = view.sort;
  const standard = standardSort(kind);
  if (field === standard.field && dir === standard.dir) return "";
  if (field === "*" || field === "moved") return dir === "asc" ? "oldest first" : "newest first";
  const label = columnLabel(kind, field).toLowerCase();
  return `sorted by ${label}${dir === "desc" ? " descending" : ""}`;
}

/** Columns as a request names fields. */
function columnInWords(kind: AnyKind, column: string): string {
  if (column === "moved") return "stage";
  if (column === "next") return "next action";
  return columnLabel(kind, column).toLowerCase();
}

function columnsInWords(kind: AnyKind, view: TableView): string {
  const standard = standardColumns(kind);
  const same =
    view.columns.length === standard.length && view.columns.every((one) => standard.includes(one));
  if (same) return "";
  const labels = view.columns.map((name) => columnInWords(kind, name));
  return `with only the columns ${listInWords([...new Set(labels)], "and")}`;
}

/** The request that exports what a view shows: the sentence that the Tracker hands to Ask. */
export function describeView(view: TableView): string {
  const kind = findKind(view.kind);
  const search = view.search.trim() === "" ? [] : [`mentioning ${quote(view.search.trim())}`];
  const filters = view.filters.map((filter) => conditionInWords(kind, filter));
  return joinParts([kind.label.toLowerCase(), ...filters, ...search, ...shapeInWords(kind, view)]);
}

/** The request for rows that no words name; which ones they are travels beside the sentence. */
export function describeRows(view: TableView, count: number): string {
  const kind = findKind(view.kind);
  const rows = count === 1 ? `one ${kind.one}` : `these ${kind.label.toLowerCase()}`;
  return joinParts([rows, ...shapeInWords(kind, view)]);
}

const shapeInWords = (kind: AnyKind, view: TableView): readonly string[] => [
  orderInWords(kind, view),
  columnsInWords(kind, view),
];

function joinParts(parts: readonly string[]): string {
  return `Export ${parts.filter((part) => part !== "").join(" ")}`;
}
