import { isDay, isInstant } from "../records/record-schema.ts";
import type { Field } from "../records/field.ts";

/** What a form reads: a value to store, `undefined` to empty the field, or why it cannot be taken. */
export type ReadField =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const taken = (value: unknown): ReadField => ({ ok: true, value });
const refused = (why: string): ReadField => ({ ok: false, why });

/** The text a form field starts with. Lists are comma-separated; objects are not edited as text. */
export function writeFieldText(field: Field, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(", ");
  if (field.type === "instant" && typeof value === "string") return toLocalInput(value);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Reads what was typed into a field of this type. Blank always empties the field. */
export function readFieldText(field: Field, text: string): ReadField {
  const trimmed = text.trim();
  if (trimmed === "") return taken(undefined);
  switch (field.type) {
    case "integer":
    case "decimal":
      return readNumber(trimmed, field.type === "integer");
    case "day":
      return isDay(trimmed) ? taken(trimmed) : refused(`“${trimmed}” is not a day.`);
    case "instant":
      return readInstant(trimmed);
    case "flag":
      return taken(trimmed === "true");
    case "texts":
    case "ids":
      return taken([...new Set(trimmed.split(",").map((one) => one.trim()))].filter(Boolean));
    case "long-text":
      return taken(text.replace(/\s+$/u, ""));
    default:
      return taken(trimmed);
  }
}

/** Digits with an optional grouping mark (space, comma, point, apostrophe) before three digits. */
function readNumber(text: string, whole: boolean): ReadField {
  const plain = text
    .replace(/[\s'’](?=\d)/gu, "")
    .replace(/,(?=\d{3}(?!\d))/gu, "")
    .replace(/\.(?=\d{3}(?!\d)(?:[.,]|$))/gu, "")
    .replace(",", ".");
  const number = /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(number)) return refused(`“${text}” is not a number.`);
  if (whole && !Number.isSafeInteger(number)) return refused(`“${text}” is not a whole number.`);
  return taken(number);
}

const pad = (number: number, width = 2): string => String(number).padStart(width, "0");

/** Offset of local time at `date` as `+01:00`. */
function offsetOf(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** A moment written in local time with its offset, as records store instants. */
export function localInstant(date: Date): string {
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
  return `${day}T${time}${offsetOf(date)}`;
}

/** What `<input type="datetime-local">` wants: local time to the minute. */
function toLocalInput(instant: string): string {
  if (!/T\d/u.test(instant)) return `${instant.slice(0, 10)}T00:00`;
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "" : localInstant(date).slice(0, 16);
}

function readInstant(text: string): ReadField {
  const date = new Date(text);
  if (!isInstant(text) || Number.isNaN(date.getTime())) return refused(`“${text}” is not a time.`);
  return taken(localInstant(date));
}
