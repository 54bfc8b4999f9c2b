import type { Filter } from "../request/request.ts";
import { nameOf } from "./decide-selection.ts";

const comparisons: Readonly<Partial<Record<Filter["op"], string>>> = {
  gt: "over",
  gte: "at least",
  lt: "under",
  lte: "at most",
  ne: "not",
  nin: "not",
  contains: "with",
  ncontains: "without",
};

function sayValue(filter: Filter): string {
  const values = typeof filter.value === "object" ? filter.value : [filter.value ?? ""];
  const words = values.map((value) =>
    typeof value === "number" ? value.toLocaleString("en") : String(value),
  );
  return words.join(filter.op === "between" ? " to " : ", ");
}

/** A filter in words: `Google`, `over 100,000 EUR a year`, `without notes`. */
export function sayFilter(filter: Filter): string {
  if (filter.op === "exists") return `with ${nameOf(filter.field)}`;
  if (filter.op === "missing") return `without ${nameOf(filter.field)}`;
  if (filter.field === "remote") return filter.value === false ? "on site" : "remote";
  const unit = [
    filter.unit?.currency,
    filter.unit?.per === undefined ? undefined : `a ${filter.unit.per}`,
  ];
  return [comparisons[filter.op], sayValue(filter), ...unit].filter(Boolean).join(" ");
}

/** First line of the chip. */
export function labelFilter(filter: Filter): string {
  const name = nameOf(filter.field);
  return filter.field === "text" ? "About" : name.charAt(0).toUpperCase() + name.slice(1);
}
