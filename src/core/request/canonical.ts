import type { DateFilter, Filter, SaidFormat, SaidRequest } from "./request.ts";

/** Text with object keys in order: equal values give equal text. */
export function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object" || value === null)
    return value === undefined ? "null" : JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${stable(each)}`);
  return `{${pairs.join(",")}}`;
}

function asSet<T>(values: readonly T[]): T[] {
  const seen = new Map(values.map((value) => [stable(value), value]));
  return [...seen]
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([, value]) => value);
}

const compareValues = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).toLowerCase() < String(b).toLowerCase()
      ? -1
      : 1;

/** Filters in canonical form (section 4.1): `in` of one is `eq`, `between` is two bounds. */
export function canonicalFilters(filters: readonly Filter[]): Filter[] {
  const out = filters.flatMap((filter): Filter[] => {
    const { field, op, value, unit } = filter;
    const extra = unit === undefined || Object.keys(unit).length === 0 ? {} : { unit };
    if (op === "between" && typeof value === "object") {
      const [low = 0, high = 0] = [...value].sort(compareValues);
      return [
        { field, op: "gte", value: low, ...extra },
        { field, op: "lte", value: high, ...extra },
      ];
    }
    if (op === "ne" && typeof value === "boolean") return [{ field, op: "eq", value: !value }];
    if (typeof value === "object") {
      const values = [...new Set(value)].sort(compareValues);
      const [only] = values;
      if (values.length === 1 && only !== undefined) {
        return [{ field, op: op === "nin" ? "ne" : "eq", value: only, ...extra }];
      }
      return [{ field, op, value: values, ...extra }];
    }
    return [value === undefined ? { field, op } : { field, op, value, ...extra }];
  });
  const key = (f: Filter): string => stable([f.field, f.op, f.value ?? null]).toLowerCase();
  return asSet(out).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function canonicalDates(dates: readonly DateFilter[]): DateFilter[] {
  const clean = dates.map(({ field, start, end, relative, negated }) => ({
    field,
    start,
    end,
    ...(relative === true ? { relative } : {}),
    ...(negated === true ? { negated } : {}),
  }));
  const key = (d: DateFilter): string => [d.field, d.start ?? "", d.end ?? ""].join(" ");
  return asSet(clean).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Without `undefined`, empty lists and empty objects; deep. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value)
    .map(([key, each]) => [key, withoutEmpty(each)] as const)
    .filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(pairs);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.keys(value).length === 0;
}

function foldFormats(said: SaidRequest): SaidRequest {
  const all = said.formats ?? [];
  const sealed = all.includes("encrypted-zip");
  const formats = all
    .filter((each) => each !== "gdpr")
    .map((each): SaidFormat => (each === "encrypted-zip" ? "zip" : each));
  return {
    ...said,
    formats: asSet(formats),
    ...(sealed ? { encryption: { ...said.encryption, on: true } } : {}),
    ...(all.includes("gdpr") ? { template: said.template ?? "gdpr" } : {}),
  };
}

/** The one way to write a request down (request contract, section 4.1). */
export function canonicalise(request: SaidRequest): SaidRequest {
  const said = request.formats === undefined ? request : foldFormats(request);
  const { op, entities, when, filters, items, sort, privacy, schedule } = said;
  const hidden = (privacy?.hide?.length ?? 0) + (privacy?.keep?.length ?? 0) > 0;
  const draft = {
    ...said,
    op: op === "create" ? undefined : op,
    entities: entities && {
      include: entities.include === "all" ? "all" : asSet(entities.include),
      exclude: entities.exclude && asSet(entities.exclude),
    },
    when: when && canonicalDates(when),
    filters: filters && canonicalFilters(filters),
    items: items && {
      ...items,
      names: items.names && asSet(items.names),
      ids: items.ids && asSet(items.ids.map((id) => id.replace(/^#/, ""))),
    },
    sort: sort?.map(({ field, dir }) => (dir === "desc" ? { field, dir } : { field })),
    privacy: privacy && {
      ...privacy,
      level: privacy.level === "custom" && hidden ? undefined : privacy.level,
      hide: privacy.hide && asSet(privacy.hide),
      keep: privacy.keep && asSet(privacy.keep),
      pseudonyms: privacy.pseudonyms === true ? true : undefined,
    },
    schedule: schedule && {
      ...schedule,
      interval: schedule.interval === 1 ? undefined : schedule.interval,
      byDay: schedule.byDay && [...new Set(schedule.byDay)].sort((a, b) => a - b),
      byMonthDay: schedule.byMonthDay && [...new Set(schedule.byMonthDay)].sort((a, b) => a - b),
    },
  };
  return withoutEmpty(draft) as SaidRequest;
}

/** Do two requests say the same? Upper and lower case of values does not count. */
export function sameRequest(a: SaidRequest, b: SaidRequest): boolean {
  return comparable(a) === comparable(b);
}

/** The order of columns is kept for the file and does not make another request. */
function comparable(request: SaidRequest): string {
  const said = canonicalise(request);
  const { fields } = said;
  const names =
    fields === undefined ? said : { ...said, fields: { ...fields, names: asSet(fields.names) } };
  return stable(names).toLowerCase();
}
