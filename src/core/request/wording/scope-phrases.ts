import { toDayNumber, toISODate } from "../../dates/calendar-day.ts";
import type { DateFilter, Entity, Filter, SaidRequest } from "../request.ts";
import type { PhraseBook } from "./phrase-book.ts";

/** Phrases for which records: kinds, single records, conditions, dates. */

const nameOf = (book: PhraseBook) => (kind: Entity) => book.say("entity", kind);

function scopeOf({ entities }: SaidRequest, book: PhraseBook): string {
  if (entities === undefined) return "";
  const out = book.and((entities.exclude ?? []).map(nameOf(book)));
  if (entities.include === "all") {
    return out === "" ? book.say("all", "") : book.say("scope", "except", { list: out });
  }
  const include = book.and(entities.include.map(nameOf(book)));
  return out === "" ? include : book.say("scope", "but", { include, list: out });
}

/** "last 5 applications"; the count stands before its noun. */
export function sayScope(said: SaidRequest, book: PhraseBook): string {
  const scope = scopeOf(said, book);
  const { limit } = said;
  if (limit === undefined) return scope;
  const n = String(limit.n);
  return scope === ""
    ? book.say("limit", `${limit.pick}.alone`, { n })
    : book.say("limit", limit.pick, { n, scope });
}

export function sayItems({ items }: SaidRequest, book: PhraseBook): string[] {
  const out: string[] = [];
  if (items === undefined) return out;
  const quote = (name: string): string => `"${name}"`;
  if (items.names !== undefined) {
    out.push(book.say("items", "names", { list: book.and(items.names.map(quote)) }));
  }
  if (items.ids !== undefined) out.push(book.and(items.ids.map((id) => `#${id}`)));
  const { ref } = items;
  if (typeof ref === "string") out.push(book.say("items", ref));
  else if (ref !== undefined && "ordinal" in ref) {
    out.push(book.say("items", "ordinal", { ordinal: book.nth("ordinals", ref.ordinal) }));
  }
  return out;
}

/** A name as it can be read back: quoted unless every word starts with a capital or a digit. */
function plainName(value: string): string {
  return /^(?:[\p{Lu}\d][\p{L}\p{N}'’.]*)(?: (?:& )?[\p{Lu}\d][\p{L}\p{N}'’.]*)*$/u.test(value)
    ? value
    : `"${value}"`;
}

function valueOf(filter: Filter, book: PhraseBook): string {
  const { value, field, unit } = filter;
  if (typeof value === "number") {
    const per = unit?.per === undefined ? "" : ` ${book.say("per", unit.per)}`;
    const currency = unit?.currency === undefined ? "" : ` ${unit.currency}`;
    return `${String(value)}${currency}${per}`;
  }
  const list = Array.isArray(value) ? value : [value];
  const quoteAll = field === "text" || field === "type" || field === "status" || field === "source";
  const words = list.map((each) => (quoteAll ? `"${String(each)}"` : plainName(String(each))));
  return book.or(words);
}

function sayFilter(filter: Filter, book: PhraseBook): string {
  const { field, op, value } = filter;
  const name = typeof field === "string" ? field : field.custom;
  if (op === "exists" || op === "missing") {
    return book.say("filter", op, { field: book.say("field", name) });
  }
  const exact = book.find("filter", `${name}.${op}.${String(value)}`);
  return exact ?? book.say("filter", `${name}.${op}`, { value: valueOf(filter, book) });
}

/** Conditions on presence stand next to the noun they are about. */
export function sayFilters({ filters = [], when = [] }: SaidRequest, book: PhraseBook): string[] {
  const told = new Set(when.map((date) => statusOf[date.field] ?? ""));
  const near = (filter: Filter): number =>
    filter.op === "exists" || filter.op === "missing" ? 0 : 1;
  return [...filters]
    .filter(
      (filter) =>
        !(filter.field === "status" && filter.op === "eq" && told.has(String(filter.value))),
    )
    .sort((a, b) => near(a) - near(b))
    .map((filter) => sayFilter(filter, book));
}

/** Days that a status names: the phrase says both. */
const statusOf: Readonly<Partial<Record<DateFilter["field"], string>>> = {
  rejected: "rejected",
  offered: "offer",
};

export function sayDates({ when = [] }: SaidRequest, book: PhraseBook): string[] {
  return when.map((date) => {
    const status = book.find("dateStatus", date.field);
    const field = status ?? book.say("dateField", date.field);
    const not = date.negated === true ? book.say("when", "not") : "";
    return [not, field, sayRange(date, book)].filter((part) => part !== "").join(" ");
  });
}

function sayRange({ start, end }: DateFilter, book: PhraseBook): string {
  if (start === null) return book.say("when", "end", { end: end ?? "" });
  if (end === null) return book.say("when", "start", { start });
  const last = toISODate(toDayNumber(end) - 1);
  return last === start
    ? book.say("when", "day", { start })
    : book.say("when", "range", { start, last });
}
