import { findKind, type KindId } from "../records/any-kind.ts";
import type { FieldName, Filter, SaidRequest } from "../request/request.ts";
import type { Template } from "../templates/contract.ts";
import type { Condition } from "../select/condition.ts";
import type { KindSelection, Selection, SortKey } from "../select/selection.ts";
import { dateCondition } from "./date-condition.ts";
import { pathsFor } from "./field-paths.ts";
import { filterCondition } from "./filter-condition.ts";

/** Which records of which kinds; a kind to which a filter says nothing is left out by name, never taken whole. */
export function decideSelection(
  said: SaidRequest,
  kinds: readonly KindId[],
  leftOut: Selection["leftOut"],
  template: Template | undefined,
  formats: readonly string[],
): Selection {
  const taken: KindSelection[] = [];
  const dropped = [...leftOut];
  for (const kind of kinds) {
    const unfit = (said.filters ?? []).find(
      (filter) => filterCondition(filter, kind) === undefined,
    );
    if (unfit !== undefined && findKind(kind).derived !== true) {
      dropped.push({ kind, why: `has no ${nameOf(unfit.field)} to filter by` });
    } else taken.push(selectKind(said, kind, template, formats));
  }
  return { kinds: taken, leftOut: dropped };
}

function selectKind(
  said: SaidRequest,
  kind: KindId,
  template: Template | undefined,
  formats: readonly string[],
): KindSelection {
  const where = conditionFor(said, kind);
  const limit = limitFor(said, kind);
  const sort = sortFor(said, kind, template, formats);
  const columns = columnsFor(said, kind);
  return {
    kind,
    ...(where === undefined ? {} : { where }),
    ...(sort === undefined ? {} : { sort }),
    ...(limit === undefined ? {} : { limit }),
    ...(columns === undefined ? {} : { columns }),
    ...(columns !== undefined && said.fields?.mode !== "add" ? { onlyColumns: true } : {}),
  };
}

function conditionFor(said: SaidRequest, kind: KindId): Condition | undefined {
  const derived = findKind(kind).derived === true && kind !== "companies";
  if (derived) return undefined;
  const parts: Condition[] = [
    ...(kind === "settings" ? [] : (said.when ?? []).map((filter) => dateCondition(filter, kind))),
    ...(said.filters ?? []).flatMap((filter: Filter) => filterCondition(filter, kind) ?? []),
    ...itemConditions(said, kind),
  ];
  const [first] = parts;
  return parts.length > 1 ? { all: parts } : first;
}

function itemConditions(said: SaidRequest, kind: KindId): readonly Condition[] {
  const { names, ids, exclude } = said.items ?? {};
  const fields = titleFields[kind] ?? ["title", "name"];
  const named = (values: readonly string[]): Condition => ({
    any: values.flatMap((value) =>
      fields.map((field): Condition => ({ field, op: "contains", value })),
    ),
  });
  return [
    ...(names === undefined ? [] : [named(names)]),
    ...(ids === undefined ? [] : [{ field: "id", op: "in", value: ids } as const]),
    ...(exclude === undefined ? [] : [{ not: named(exclude) }]),
  ];
}

/** Where a quoted name is looked for. */
const titleFields: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  applications: ["company", "title"],
  interviews: ["round", "type"],
  activities: ["employer", "job_title", "activity_type"],
  job_searches: ["query"],
  memories: ["text", "topic"],
  settings: ["key"],
  companies: ["company"],
};

function limitFor(said: SaidRequest, kind: KindId): number | undefined {
  if (said.limit === undefined || (said.limit.of !== undefined && said.limit.of !== kind))
    return undefined;
  return said.limit.n;
}

const readable: ReadonlySet<string> = new Set(["pdf", "markdown", "html", "text", "xlsx", "csv"]);

/** Newest first where a person reads it; a whole copy keeps the order of storage (one pass instead of two). */
function sortFor(
  said: SaidRequest,
  kind: KindId,
  template: Template | undefined,
  formats: readonly string[],
): readonly SortKey[] | undefined {
  const own = (said.sort ?? []).flatMap(({ field, dir = "asc" }): readonly SortKey[] => {
    const [path] = pathsFor(field, kind);
    return path === undefined ? [] : [{ field: sortPath(field, path, dir), dir }];
  });
  if (own.length > 0) return own;
  if (findKind(kind).derived === true || kind === "settings") return undefined;
  if (said.limit !== undefined && said.limit.pick !== "first") {
    return [{ field: "*", dir: said.limit.pick === "oldest" ? "asc" : "desc" }];
  }
  if (template?.wholeCopy === true || !formats.some((id) => readable.has(id))) return undefined;
  return [{ field: "*", dir: "desc" }];
}

function sortPath(field: FieldName, path: string, dir: "asc" | "desc"): string {
  return field === "salary" && dir === "desc" ? "salary_max" : path;
}

function columnsFor(said: SaidRequest, kind: KindId): readonly string[] | undefined {
  if (said.fields === undefined) return undefined;
  const { columns } = findKind(kind);
  const named = said.fields.names
    .flatMap((field) => pathsFor(field, kind))
    .map((path) => path.split(".")[0] ?? path);
  if (named.length === 0) return undefined;
  if (said.fields.mode === "only") return [...new Set(named)];
  if (said.fields.mode === "add") return [...new Set([...columns, ...named])];
  const fields = Object.keys(findKind(kind).fields);
  return [...columns, ...fields.filter((name) => !columns.includes(name))].filter(
    (name) => !named.includes(name),
  );
}

/** A field in words, for "has no …". */
export function nameOf(field: FieldName): string {
  return (typeof field === "string" ? field : field.custom).replaceAll("_", " ");
}
