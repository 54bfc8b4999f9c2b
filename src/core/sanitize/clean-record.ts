import * as kinds from "../kinds/registry.ts";
import { commonFields } from "../records/common-fields.ts";
import type { Field } from "../records/field.ts";
import type { StoredRecord } from "../records/stored-record.ts";
import { isOrdinary } from "../names/is-ordinary.ts";
import { cleanField } from "./clean-field.ts";
import { isHidden } from "./hidden-fields.ts";
import { brandClean, type CleanRow } from "./clean-row.ts";
import { KnownMatcher } from "./known-names.ts";
import type { Desk } from "./make-sanitizer.ts";
import { strongNames } from "./propagate.ts";
import { levelOf, reaches } from "./sanitization.ts";

/** Fields of a kind; a kind that is not on the shelf has only the common ones, the rest counts as free text. */
function fieldsOf(kindId: string): Readonly<Record<string, Field>> {
  const shelf: Readonly<Record<string, { readonly fields: Readonly<Record<string, Field>> }>> =
    kinds;
  const own = Object.hasOwn(shelf, kindId) ? shelf[kindId]?.fields : undefined;
  return { ...commonFields, ...own };
}

type Values = Readonly<Record<string, unknown>>;

const unknownField: Field = { type: "any", sensitivity: "free-text", label: "" };

/** Cleans every value of a record by its class; names found for sure in one field are found in all. */
export function cleanRecord(desk: Desk, kindId: string, stored: StoredRecord): CleanRow {
  const fields = fieldsOf(kindId);
  const record: Values = { ...stored };
  const extra = readNames(desk, record, fields);
  const owner = ownerOf(record, fields);
  const row: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const hidden = isHidden(desk.sanitization, kindId, key, field);
    // A setting is its key's value: the key beside it labels it.
    const label = field?.type === "any" && typeof record["key"] === "string" ? record["key"] : key;
    const known = field !== undefined && label === key;
    const one = { key: label, field: field ?? unknownField, known, hidden, extra, owner };
    const clean = cleanField(desk, one, value);
    if (clean !== undefined) row[field ? key : desk.replace(key, desk.find(key))] = clean;
  }
  return brandClean(row);
}

/** Whose record it is, so that "person3@example.invalid" belongs to "Person 3". */
function ownerOf(record: Values, fields: Readonly<Record<string, Field>>): string | undefined {
  for (const [key, value] of Object.entries(record)) {
    if (fields[key]?.pii === "name" && typeof value === "string" && value.trim() !== "")
      return value;
  }
  return undefined;
}

/** Names of this record that are no contact of the user: found in one string, searched in the others. */
function readNames(
  desk: Desk,
  record: Values,
  fields: Readonly<Record<string, Field>>,
): KnownMatcher | undefined {
  if (!reaches(levelOf(desk.sanitization), "strict")) return undefined;
  const names = new Set<string>();
  for (const [key, value] of Object.entries(record)) {
    const field = fields[key];
    if (field?.pii === "name" && typeof value === "string") names.add(value);
    else
      for (const text of textsOf(value))
        if (text.length > 3) for (const name of strongNames(text, desk.find(text))) names.add(name);
  }
  return names.size > 0
    ? new KnownMatcher({ people: [...names], companies: [] }, isOrdinary)
    : undefined;
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item);
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) yield* textsOf(item);
}
