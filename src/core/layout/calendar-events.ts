import type { Section } from "../formats/contract.ts";
import { isDay } from "../records/record-schema.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";

/** One entry of a calendar. */
export interface CalendarEvent {
  readonly uid: string;
  readonly summary: string;
  /** `2026-11-27`, `2026-11-27T09:00:00` (no zone) or `2026-11-27T08:00:00Z`. */
  readonly start: string;
  /** Absent for a whole day. */
  readonly minutes?: number;
  readonly location?: string;
  readonly description?: string;
  /** Grows with every change of the record, so that a calendar takes the newer one (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** UTC; absent where the record does not say. */
  readonly changed?: string;
}

const usualMinutes = 60;

/** Interviews at their time, deadlines and next actions as whole days; a record without any gives none. */
export function calendarEvents(row: CleanRow, section: Section): readonly CalendarEvent[] {
  const events = section.kindId === "interviews" ? interview(row) : application(row);
  const change = changeOf(row);
  return events.map((event) => ({ ...event, ...change }));
}

/** Seconds from the making of a record to its last change: no counter has to be kept. */
function changeOf(row: CleanRow): Pick<CalendarEvent, "sequence" | "changed"> {
  const [made, changed] = [row["created_at"], row["updated_at"]].map((at) =>
    typeof at === "string" ? Date.parse(at) : Number.NaN,
  );
  if (changed === undefined || Number.isNaN(changed)) return { sequence: 0 };
  const seconds = Math.floor((changed - (made ?? Number.NaN)) / 1000);
  const sequence = seconds > 0 && seconds < 2 ** 31 ? seconds : 0;
  return { sequence, changed: `${new Date(changed).toISOString().slice(0, 19)}Z` };
}

type Dated = Omit<CalendarEvent, "sequence" | "changed">;

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function interview(row: CleanRow): readonly Dated[] {
  const start = startOf(textOf(row["starts_at"]));
  if (start === undefined) return [];
  const name = [textOf(row["round"]), textOf(row["type"])].filter(Boolean).join(", ");
  const duration = row["duration_minutes"];
  const minutes = typeof duration === "number" && duration > 0 ? duration : usualMinutes;
  return [
    {
      uid: `${textOf(row["id"])}-interview`,
      summary: name === "" ? "Interview" : `Interview: ${name}`,
      start,
      ...(start.includes("T") && { minutes: Math.round(minutes) }),
      ...optional("location", textOf(row["location"])),
      ...optional("description", textOf(row["notes"])),
    },
  ];
}

function application(row: CleanRow): readonly Dated[] {
  const about = [textOf(row["title"]), textOf(row["company"])].filter(Boolean).join(", ");
  const days = [
    { suffix: "deadline", day: textOf(row["deadline"]), what: "Deadline" },
    {
      suffix: "next-action",
      day: textOf(row["next_action_on"]),
      what: textOf(row["next_action"]) || "Next action",
    },
  ];
  return days
    .filter(({ day }) => isDay(day))
    .map(({ suffix, day, what }) => ({
      uid: `${textOf(row["id"])}-${suffix}`,
      summary: about === "" ? what : `${what}: ${about}`,
      start: day,
    }));
}

function optional<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  return value === "" ? {} : ({ [name]: value } as Partial<Record<K, string>>);
}

/** A time with an offset becomes UTC, one without stays where the reader is (RFC 5545, 3.3.5). */
function startOf(text: string): string | undefined {
  const [, day = "", time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(
      text,
    ) ?? [];
  if (!isDay(day)) return undefined;
  if (time === undefined) return day;
  const full = `${day}T${time.length === 5 ? `${time}:00` : time}`;
  return zone === undefined ? full : `${new Date(full + zone).toISOString().slice(0, 19)}Z`;
}
