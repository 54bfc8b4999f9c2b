import type { Field } from "../records/field.ts";
import type { Pii } from "../request/request.ts";
import { cleanValue } from "./clean-value.ts";
import type { KnownMatcher } from "./known-names.ts";
import type { Desk } from "./make-sanitizer.ts";
import { labelOf } from "./pii-types.ts";
import { levelOf, reaches } from "./sanitization.ts";

/** A field with what the export wants done to it. */
export interface FieldCase {
  readonly key: string;
  readonly field: Field;
  /** The kind knows the field; keys of others are labels of their values. */
  readonly known: boolean;
  readonly hidden: boolean;
  readonly extra: KnownMatcher | undefined;
  /** Name of the person whose record it is. */
  readonly owner?: string | undefined;
}

/** The value of a field as it may leave; `undefined` leaves the field out. */
export function cleanField(desk: Desk, one: FieldCase, value: unknown): unknown {
  const { field, key } = one;
  if (value === null || value === undefined || typeof value === "boolean") return value;
  if (one.hidden) return hide(desk, one, value);
  const kept = field.pii !== undefined && desk.sanitization.keep?.includes(field.pii) === true;
  const level = levelOf(desk.sanitization);
  if (!kept && field.sensitivity === "secret" && level !== "none") return hide(desk, one, value);
  if (!kept && field.sensitivity === "contact" && reaches(level, "moderate"))
    return replaceWhole(desk, one, value);
  if (!kept && field.sensitivity === "identity" && reaches(level, "strict"))
    return replaceWhole(desk, one, value);
  // A link to the advert names the employer, whatever its host.
  if (!kept && field.type === "url" && reaches(level, "strict"))
    return replaceWhole(desk, one, value);
  if (isSpared(field, value)) return value;
  if (field.type === "id" || field.type === "ids") return cleanIds(desk, value);
  return cleanValue(desk, value, {
    label: one.known ? undefined : key,
    type: field.type,
    extra: one.extra,
  });
}

/** Values that a kind itself offers, and well-formed days and instants, are nobody's. */
function isSpared(field: Field, value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (field.choices?.includes(value) === true) return true;
  if (field.type === "day" || field.type === "instant")
    return /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value);
  return /^[0-9a-f]{64}$/.test(value);
}

/** A hidden field: text becomes a label, ids stay consistent, everything else is left out. */
function hide(desk: Desk, one: FieldCase, value: unknown): unknown {
  const { field } = one;
  if (field.type === "id") return typeof value === "string" ? hideId(desk, value) : undefined;
  if (field.type === "ids")
    return Array.isArray(value)
      ? value.map((id: unknown) => (typeof id === "string" ? hideId(desk, id) : id))
      : undefined;
  const type = typeOf(field.pii);
  if (typeof value !== "string") return undefined;
  desk.note(type, value);
  if (field.type === "day" || field.type === "instant") return undefined;
  return value === "" ? "" : standInFor(desk, one, value, desk.sanitization.pseudonyms === true);
}

function hideId(desk: Desk, id: string): string {
  desk.note("ID", id);
  return desk.pseudonyms.record(id);
}

function replaceWhole(desk: Desk, one: FieldCase, value: unknown): unknown {
  const { field } = one;
  if (Array.isArray(value)) return value.map((item) => replaceWhole(desk, one, item));
  if (typeof value !== "string") return undefined;
  if (value.trim() === "") return value;
  desk.note(typeOf(field.pii), value);
  const strict = reaches(levelOf(desk.sanitization), "strict");
  const wanted = desk.sanitization.pseudonyms ?? (strict && field.sensitivity === "identity");
  return standInFor(desk, one, value, wanted);
}

function standInFor(
  desk: Desk,
  { field, owner }: FieldCase,
  value: string,
  pseudonym: boolean,
): string {
  const { pseudonyms } = desk;
  if (pseudonym && field.pii === "name") return pseudonyms.person(value);
  if (pseudonym && field.pii === "company") return pseudonyms.company(value);
  if (pseudonym && field.pii === "email") return pseudonyms.email(value, owner);
  if (pseudonym && field.pii === "phone") return pseudonyms.phone(value);
  return labelOf(field.pii ?? "secret");
}

/** An id that embeds an e-mail or a name is replaced, everywhere by the same word, so relations survive. */
function cleanIds(desk: Desk, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => cleanIds(desk, item));
  if (typeof value !== "string" || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    return value;
  const finds = desk.find(value).filter((find) => find.certain || find.type === "EMAIL");
  return finds.length > 0 ? hideId(desk, value) : value;
}

const typeByPii: Readonly<Partial<Record<Pii, string>>> = {
  email: "EMAIL",
  phone: "PHONE",
  name: "PERSON",
  company: "ORGANIZATION",
  address: "ADDRESS",
  url: "URL",
  secret: "SECRET",
};

function typeOf(pii: Pii | undefined): string {
  return pii === undefined ? "SECRET" : (typeByPii[pii] ?? pii.toUpperCase());
}
