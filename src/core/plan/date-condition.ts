import type { KindId } from "../records/any-kind.ts";
import type { DateField, DateFilter } from "../request/request.ts";
import type { Condition } from "../select/condition.ts";

/** Stages whose day a date field means. */
const stagesOf: Readonly<Partial<Record<DateField, readonly string[]>>> = {
  responded: ["screening", "interview", "offer", "accepted", "rejected"],
  rejected: ["rejected"],
  offered: ["offer"],
  closed: ["accepted", "rejected", "withdrawn", "ghosted"],
};

const fieldOf: Readonly<Partial<Record<DateField, string>>> = {
  created: "created_at",
  updated: "updated_at",
};

/** The condition that a date filter means for one kind; what the kind lacks falls back to its own date. */
export function dateCondition(filter: DateFilter, kind: KindId): Condition {
  const { start, end } = filter;
  const condition = positive(filter, kind, { start, end });
  return filter.negated === true ? { not: condition } : condition;
}

function positive(
  { field }: DateFilter,
  kind: KindId,
  range: { readonly start: string | null; readonly end: string | null },
): Condition {
  const day = (name: string): Condition => ({ field: name, op: "day", ...range });
  const common = fieldOf[field];
  if (common !== undefined) return day(common);
  if (kind === "contacts" && field === "last_contact") return day("last_contact_on");
  if (kind !== "applications") return day("*");
  const statuses = stagesOf[field];
  if (statuses !== undefined) return { op: "stage", statuses, ...range };
  if (field === "deadline") return day("deadline");
  if (field === "applied") {
    const staged: Condition = { op: "stage", statuses: ["applied"], ...range };
    return { any: [day("applied_on"), { all: [{ field: "applied_on", op: "missing" }, staged] }] };
  }
  if (field === "interviewed") {
    const held: Condition = {
      op: "related",
      kind: "interviews",
      by: "application_id",
      reverse: true,
      where: day("starts_at"),
    };
    return { any: [held, { op: "stage", statuses: ["interview"], ...range }] };
  }
  return day("*");
}
