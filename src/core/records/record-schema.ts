import * as v from "valibot";
import type { AnyKind } from "./any-kind.ts";
import type { Field, FieldType } from "./field.ts";

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** True for a day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = dayPattern.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
}

/** True for an ISO 8601 instant, a local date-time without zone, or a plain day. */
export function isInstant(text: string): boolean {
  const [, day] = instantPattern.exec(text) ?? [];
  return day !== undefined && isDay(day);
}

const text = v.string("has to be text");
const finite = v.pipe(v.number("has to be a number"), v.finite("has to be a finite number"));
const texts = v.array(text, "has to be a list of texts");
const anyObject = v.record(text, v.unknown(), "has to be an object");
const stage = v.looseObject({ status: text, at: text, note: v.optional(text) });
const message = v.looseObject({
  id: text,
  role: text,
  author: v.optional(text),
  sent_at: v.optional(text),
  text,
  attachments: v.optional(texts),
});

const schemas: Readonly<Record<FieldType, v.GenericSchema>> = {
  id: v.pipe(
    text,
    v.minLength(1, "has to be an id, not empty"),
    v.maxLength(512, "is longer than 512 characters"),
  ),
  text,
  "long-text": text,
  url: text,
  email: text,
  phone: text,
  day: v.pipe(text, v.check(isDay, "is not a day, written 2026-11-25")),
  instant: v.pipe(text, v.check(isInstant, "is not a time, written 2026-11-25T08:00:00+01:00")),
  integer: v.pipe(finite, v.safeInteger("has to be a whole number below 2^53")),
  decimal: finite,
  flag: v.boolean("has to be true or false"),
  texts,
  ids: texts,
  stages: v.array(stage, "has to be a list of stages"),
  messages: v.array(message, "has to be a list of messages"),
  object: anyObject,
  any: v.unknown(),
};

const fieldSchema = (field: Field): v.GenericSchema =>
  field.required === true ? schemas[field.type] : v.optional(schemas[field.type]);

/** The valibot schema of a kind, from its field table: also the source of the JSON Schema in packages. */
export function recordSchema(kind: AnyKind): v.GenericSchema<Record<string, unknown>> {
  const shape = Object.entries(kind.fields).map(
    ([name, field]) => [name, fieldSchema(field)] as const,
  );
  return v.object(Object.fromEntries(shape), "has to be an object");
}
