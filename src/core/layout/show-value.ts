import type { Field } from "../records/field.ts";

/**
 * A value as a person reads it on paper. Days and instants keep the order year-month-day, which no
 * reader can take for another day; an instant shows the wall clock it was written with.
 */
export function showValue(value: unknown, field: Field | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return field?.type === "instant" ? showInstant(value) : value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return showObject(value);
  const items: readonly unknown[] = value;
  if (field?.type === "stages") return items.map(showStage).join(", ");
  if (field?.type === "messages") {
    return `${String(items.length)} ${items.length === 1 ? "message" : "messages"}`;
  }
  return items.map((item) => showValue(item, undefined)).join(", ");
}

/** `2026-11-25T08:00:00+01:00` → `2026-11-25 08:00`. */
export function showInstant(text: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text) ?? [];
  return day === undefined || time === undefined ? text : `${day} ${time}`;
}

function showObject(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .map(([name, content]) => `${name}: ${showValue(content, undefined)}`)
    .join("; ");
}

function showStage(value: unknown): string {
  if (typeof value !== "object" || value === null) return showValue(value, undefined);
  const { status, at, note } = value as Readonly<Record<string, unknown>>;
  const day = typeof at === "string" ? at.slice(0, 10) : "";
  const more = typeof note === "string" && note !== "" ? ` (${note})` : "";
  return `${showValue(status, undefined)} ${day}${more}`.trim();
}
