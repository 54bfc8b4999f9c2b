import { activeStatuses } from "../kinds/applications.ts";
import type { KindId } from "../records/any-kind.ts";
import type { Filter } from "../request/request.ts";
import type { Condition } from "../select/condition.ts";
import { pathsFor } from "./field-paths.ts";

/** How kinds hang on applications: the id field, and from which side. */
const toApplication: Readonly<Partial<Record<KindId, { readonly by: string }>>> = {
  interviews: { by: "application_id" },
  activities: { by: "application_id" },
  conversations: { by: "application_id" },
  contacts: { by: "application_ids" },
  documents: { by: "application_ids" },
};
const toContact: Readonly<Partial<Record<KindId, { readonly by: string }>>> = {
  applications: { by: "contact_ids" },
  interviews: { by: "contact_ids" },
};

/**
 * The condition that a filter means for one kind: on its own fields, else through the application or
 * contact it belongs to. Undefined: the kind can be told nothing of the sort.
 */
export function filterCondition(filter: Filter, kind: KindId): Condition | undefined {
  if (
    filter.field === "text" ||
    (filter.field === "topic" && pathsFor("topic", kind).length === 0)
  ) {
    return textCondition(filter);
  }
  const own = ownCondition(filter, kind);
  const linked = linkedCondition(filter, kind);
  if (own === undefined) return linked;
  const negative = filter.op === "ne" || filter.op === "nin" || filter.op === "missing";
  return linked === undefined || negative || filter.field !== "company"
    ? own
    : { any: [own, linked] };
}

function textCondition({ op, value }: Filter): Condition {
  const found: Condition = { op: "text", value: String(value ?? "") };
  return op === "ncontains" || op === "ne" ? { not: found } : found;
}

function linkedCondition(filter: Filter, kind: KindId): Condition | undefined {
  const throughContact =
    filter.field === "contact" || filter.field === "email" || filter.field === "phone";
  const link = throughContact ? toContact[kind] : toApplication[kind];
  const other: KindId = throughContact ? "contacts" : "applications";
  if (link === undefined || other === kind) return undefined;
  const where = ownCondition(filter, other);
  return where === undefined ? undefined : { op: "related", kind: other, by: link.by, where };
}

function ownCondition(filter: Filter, kind: KindId): Condition | undefined {
  if (filter.field === "salary")
    return kind === "applications" ? salaryCondition(filter) : undefined;
  if (filter.field === "remote")
    return kind === "applications" ? remoteCondition(filter) : undefined;
  if (filter.field === "status" && filter.value === "active") {
    const active: Condition = { field: "status", op: "in", value: activeStatuses };
    return kind === "applications" ? negated(filter, active) : undefined;
  }
  const paths = pathsFor(filter.field, kind);
  if (paths.length === 0) return undefined;
  if (filter.field === "type" && kind === "documents") return documentType(filter);
  return anyOf(filter, paths);
}

function negated(filter: Filter, condition: Condition): Condition {
  return filter.op === "ne" || filter.op === "nin" || filter.op === "ncontains"
    ? { not: condition }
    : condition;
}

function anyOf(filter: Filter, paths: readonly string[]): Condition {
  if (filter.op === "missing") return { all: paths.map((field) => ({ field, op: "missing" })) };
  if (filter.op === "between") return betweenCondition(filter, paths);
  const parts = paths.map((path) => valueCondition(filter, path));
  const [first] = parts;
  return negated(filter, parts.length === 1 && first !== undefined ? first : { any: parts });
}

function betweenCondition(filter: Filter, paths: readonly string[]): Condition {
  const [from = 0, to = 0] = Array.isArray(filter.value)
    ? (filter.value as readonly (string | number)[])
    : [];
  return {
    any: paths.map((field) => ({
      all: [
        { field, op: "gte", value: from },
        { field, op: "lte", value: to },
      ],
    })),
  };
}

function valueCondition({ op, value }: Filter, field: string): Condition {
  switch (op) {
    case "exists":
      return { field, op: "exists" };
    case "contains":
    case "ncontains":
      return { field, op: "contains", value: single(value) };
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return { field, op, value: bound(value) };
    case "in":
    case "nin":
      return {
        field,
        op: "in",
        value: Array.isArray(value) ? (value as readonly (string | number)[]) : [bound(value)],
      };
    default:
      return field === "archived" && value === false
        ? { not: { field, op: "eq", value: true } }
        : { field, op: "eq", value: single(value) };
  }
}

function single(value: Filter["value"]): string | number | boolean {
  return typeof value === "object" ? (value[0] ?? "") : (value ?? "");
}
function bound(value: Filter["value"]): string | number {
  const one = single(value);
  return typeof one === "boolean" ? String(one) : one;
}

/** "Over 100k" is true when the upper end is, "under" when the lower end is; one end may be missing. */
function salaryCondition(filter: Filter): Condition {
  const base = anyOf(filter, salaryEnds(filter));
  const parts: Condition[] = [base];
  if (filter.unit?.currency !== undefined) {
    parts.push({ field: "salary_currency", op: "eq", value: filter.unit.currency });
  }
  if (filter.unit?.per !== undefined) {
    const same: Condition = { field: "salary_period", op: "eq", value: filter.unit.per };
    parts.push({ any: [same, { field: "salary_period", op: "missing" }] });
  }
  return parts.length === 1 ? base : { all: parts };
}

/** One end is enough: a range holds what either of its ends does. */
function salaryEnds(filter: Filter): readonly string[] {
  const both = filter.op === "missing" || filter.op === "exists" || filter.op === "between";
  return both ? ["salary_min", "salary_max"] : ["salary_max", "salary_min"];
}

function remoteCondition(filter: Filter): Condition {
  const remote: Condition = { field: "work_mode", op: "contains", value: "remote" };
  return filter.value === false
    ? { all: [{ not: remote }, { field: "work_mode", op: "exists" }] }
    : negated(filter, remote);
}

/** "PDF documents" and "resumes" are both a type: the media type, the ending of the name, or the kind of paper. */
function documentType(filter: Filter): Condition {
  const values = Array.isArray(filter.value)
    ? (filter.value as readonly (string | number)[])
    : [single(filter.value)];
  const parts = values.flatMap((value): readonly Condition[] => [
    { field: "document_type", op: "eq", value: String(value).replaceAll("_", " ") },
    { field: "media_type", op: "contains", value: String(value) },
    { field: "name", op: "contains", value: `.${String(value)}` },
  ]);
  return negated(filter, { any: parts });
}
