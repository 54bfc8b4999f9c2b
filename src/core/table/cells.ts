import type { AnyKind } from "../records/any-kind.ts";
import { isInstant } from "../records/record-schema.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { formatBytes } from "../words/format-bytes.ts";
import { countOf, formatCount } from "../words/format-count.ts";
import {
  daysBetween,
  formatDay,
  formatTime,
  formatWeekday,
  localDay,
} from "../words/format-date.ts";
import type { NameOf } from "./apply-view.ts";
import { movedAt, statusOf } from "./board.ts";
import { dueOf } from "./due-words.ts";
import { capitalize } from "./field-text.ts";
import { salaryShort } from "./salary-words.ts";

/** One cell of the table. Empty text is shown as a dash. */
export interface Cell {
  readonly text: string;
  readonly tone?: "strong" | "second";
  /** Stands behind the text, after a point. */
  readonly after?: { readonly text: string; readonly tone: "plain" | "care" | "stop" };
  /** Draws the glyph of this stage before the text. */
  readonly status?: string;
}
export interface CellContext {
  /** Local day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly locale: string;
  readonly nameOf: NameOf;
}

const empty: Cell = { text: "", tone: "second" };

/** What a column shows of a record. Text is the person's own and may be anything: render it as text. */
export function cellOf(
  kind: AnyKind,
  column: string,
  record: AnyRecord,
  context: CellContext,
): Cell {
  const { today, locale } = context;
  if (kind.id === "applications") {
    if (column === "moved") return { text: daysAgo(movedAt(record), today), tone: "second" };
    if (column === "next") return nextCell(record, today, locale);
    if (column === "salary") return { text: salaryShort(record, locale) };
    if (column === "status") {
      const status = statusOf(record);
      return { text: capitalize(status), status };
    }
  }
  const strong = kind.columns[0] === column && kind.dateField !== column;
  const text = fieldWords(kind, column, record[column], context);
  if (text === "") return empty;
  return strong ? { text, tone: "strong" } : { text };
}

function nextCell(record: AnyRecord, today: string, locale: string): Cell {
  const due = dueOf(record, today, locale);
  if (due === undefined) return empty;
  if (due.text === "") return { text: due.when };
  if (due.when === "") return { text: due.text };
  return { text: due.text, after: { text: due.when, tone: due.tone } };
}

/** `3 d`, `today`; nothing for what is not a date. */
export function daysAgo(at: string, today: string): string {
  if (!isInstant(at)) return "";
  const days = daysBetween(localDay(at), today);
  return days === 0 ? "today" : `${String(days)} d`;
}

/** A stored value in words, by the type of its field; empty where there is nothing to say. */
export function fieldWords(
  kind: AnyKind,
  column: string,
  value: unknown,
  context: CellContext,
): string {
  if (value === undefined || value === null || value === "") return "";
  const { today, locale, nameOf } = context;
  const field = kind.fields[column];
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") {
    return column === "size" ? formatBytes(value, locale) : formatCount(value, locale);
  }
  if (typeof value === "string") {
    if (field?.refers !== undefined) return nameOf(field.refers, value) ?? "";
    if (field?.type === "day" && isInstant(value)) return formatDay(value, today, locale);
    if (field?.type === "instant" && isInstant(value)) return momentWords(value, today, locale);
    return oneLine(value);
  }
  return listWords(column, value, field?.refers, context);
}

function listWords(
  column: string,
  value: unknown,
  refers: string | undefined,
  { locale, nameOf }: CellContext,
): string {
  if (!Array.isArray(value)) return value instanceof Object ? JSON.stringify(value) : "";
  if (column === "messages") return countOf(value.length, "message", locale);
  if (column === "stages") return countOf(value.length, "stage", locale);
  const texts = value.filter((one): one is string => typeof one === "string");
  if (refers === undefined) return texts.join(", ");
  return texts
    .map((id) => nameOf(refers, id) ?? "")
    .filter((name) => name !== "")
    .join(", ");
}

/** `Fri 27 Nov, 10:00`; a plain day without a clock time. */
export function momentWords(instant: string, today: string, locale: string): string {
  const day = formatWeekday(instant, today, locale);
  return instant.includes("T") ? `${day}, ${formatTime(instant, locale)}` : day;
}

/** Line breaks would break the row: they read as blanks. Length is left to the ellipsis. */
function oneLine(text: string): string {
  return text.length > 400
    ? `${text.slice(0, 400).replace(/\s+/gu, " ")}…`
    : text.replace(/\s+/gu, " ").trim();
}
