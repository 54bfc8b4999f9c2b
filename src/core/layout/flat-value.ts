import type { Field, FieldType } from "../records/field.ts";

/** What a cell of a flat format can hold. */
type FlatValue = string | number | boolean | undefined;

const listTypes: ReadonlySet<FieldType> = new Set(["texts", "ids"]);
const nestedTypes: ReadonlySet<FieldType> = new Set(["stages", "messages", "object", "any"]);
const numberTypes: ReadonlySet<FieldType> = new Set(["integer", "decimal"]);

/**
 * A field of a row as one cell: lists joined by `; `, nested values as JSON text, numbers and flags as
 * they are. `unflattenValue` takes it back exactly.
 */
export function flattenValue(value: unknown, field: Field | undefined): FlatValue {
  if (value === undefined || value === null) return undefined;
  const type = field?.type ?? "any";
  if (listTypes.has(type) && isTextList(value)) return joinList(value);
  if (nestedTypes.has(type)) return nestedText(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return JSON.stringify(value);
}

/** True where `flattenValue` leaves texts, numbers and flags as they are: most columns of most kinds. */
export function isFlat(field: Field | undefined): boolean {
  return field !== undefined && !listTypes.has(field.type) && !nestedTypes.has(field.type);
}

/** A cell back as the value of its field; a text that does not fit stays text, for the check to name. */
export function unflattenValue(text: string, field: Field | undefined): unknown {
  if (text === "") return undefined;
  const type = field?.type ?? "any";
  if (listTypes.has(type)) return splitList(text);
  if (nestedTypes.has(type)) return parseOr(text, text);
  if (numberTypes.has(type))
    return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
  if (type === "flag") return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;
  return text;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Readable where that is unambiguous, else JSON. */
function joinList(list: readonly string[]): string {
  const plain = list.every((item) => /^[^\s;[][^;\r\n]*$/.test(item) && item.trim() === item);
  return plain && list.length > 0 ? list.join("; ") : JSON.stringify(list);
}

function splitList(text: string): unknown {
  if (text.startsWith("[")) return parseOr(text, [text]);
  return text
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A bare text stays bare unless it could be read as JSON. */
function nestedText(value: unknown): string {
  const bare = typeof value === "string" && value !== "" && parseOr(value, undefined) === undefined;
  return bare ? value : JSON.stringify(value);
}

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return otherwise;
  }
}
