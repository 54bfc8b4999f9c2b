import type { Field, FieldType } from "../records/field.ts";
import { isDay } from "../records/record-schema.ts";

/** What a column of a Parquet file holds. */
export type ColumnType =
  "text" | "day" | "instant" | "integer" | "decimal" | "flag" | "list" | "json";

const wished: Readonly<Partial<Record<FieldType, ColumnType>>> = {
  day: "day",
  instant: "instant",
  integer: "integer",
  decimal: "decimal",
  flag: "flag",
  texts: "list",
  ids: "list",
  stages: "json",
  messages: "json",
  object: "json",
  any: "json",
};
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const dayMilliseconds = 86_400_000;

/** The type its field asks for where every value fits; else text, so that none is lost or bent. */
export function columnType(field: Field | undefined, values: readonly unknown[]): ColumnType {
  const type = wished[field?.type ?? "any"] ?? "text";
  if (type === "json") return type;
  const fits = values.every((value) => value === undefined || toCell(value, type) !== undefined);
  return fits ? type : "text";
}

/** The value as the writer takes it; undefined: it does not fit the type. */
export function toCell(value: unknown, type: ColumnType): unknown {
  switch (type) {
    case "json":
      return jsonText(value);
    case "day":
      return typeof value === "string" && isDay(value)
        ? Date.parse(`${value}T00:00:00Z`) / dayMilliseconds
        : undefined;
    case "instant":
      return toInstant(value);
    case "integer":
      return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
    case "decimal":
      return typeof value === "number" ? value : undefined;
    case "flag":
      return typeof value === "boolean" ? value : undefined;
    case "list":
      return isTexts(value) ? value.map((item) => item.toWellFormed()) : undefined;
    case "text":
      return typeof value === "string" ? value.toWellFormed() : JSON.stringify(value);
  }
}

/**
 * Nested values as JSON text. Half a surrogate pair would be no JSON to other readers: it stands in the
 * text as an escape, which begins behind an even number of backslashes.
 */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /\\(?:u(d[89a-f][0-9a-f]{2})|.)/g,
    (escape, half: string | undefined) => (half === undefined ? escape : "\ufffd"),
  );
}

function toInstant(value: unknown): bigint | undefined {
  if (typeof value !== "string" || !zoned.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : BigInt(at);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
