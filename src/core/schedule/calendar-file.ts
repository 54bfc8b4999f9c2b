import type { SaidSchedule } from "../request/request.ts";
import { nextOccurrence, type LocalMinute } from "./occurrences.ts";
import type { Schedule } from "./schedule.ts";

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** RFC 5545, 3.3.10: the rule as a calendar writes it. */
export function recurrenceRule(rule: SaidSchedule): string | undefined {
  if (rule.freq === "onChange") return undefined;
  const yearly =
    rule.freq === "monthly" && (rule.interval ?? 1) % 12 === 0 && rule.byDay === undefined;
  const interval = yearly ? (rule.interval ?? 12) / 12 : (rule.interval ?? 1);
  const parts = [
    `FREQ=${yearly ? "YEARLY" : rule.freq.toUpperCase()}`,
    interval === 1 ? "" : `INTERVAL=${String(interval)}`,
    byDay(rule),
    yearly || rule.byMonthDay === undefined ? "" : byMonthDay(rule.byMonthDay),
    rule.count === undefined ? "" : `COUNT=${String(rule.count)}`,
    rule.until === undefined ? "" : `UNTIL=${rule.until.replaceAll("-", "")}T235959`,
  ];
  return parts.filter((part) => part !== "").join(";");
}

/** `BYDAY=MO,TH` in a week; `BYDAY=1MO` or `-1FR` in a month. */
function byDay({ freq, byDay: weekdays, bySetPos }: SaidSchedule): string {
  if (weekdays === undefined) return "";
  const position = freq === "monthly" ? String(bySetPos ?? 1) : "";
  return `BYDAY=${weekdays.map((day) => position + (days[day - 1] ?? "")).join(",")}`;
}

/** A calendar skips a month without a 31st. The last of 28 to 30 that there is, is what people mean. */
function byMonthDay(dates: readonly number[]): string {
  const [only] = dates;
  if (dates.length === 1 && only === 31) return "BYMONTHDAY=-1";
  if (dates.length > 1 || only === undefined || only <= 28) return `BYMONTHDAY=${dates.join(",")}`;
  const upTo = [28, 29, 30].filter((day) => day <= only);
  return `BYMONTHDAY=${upTo.join(",")};BYSETPOS=-1`;
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** RFC 5545, 3.1: lines of at most 75 octets, folded between characters. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function compact(minute: LocalMinute): string {
  return `${minute.replace(/[-:]/g, "")}00`;
}

/** A reminder for the person's own calendar, in floating local time: it rings where the app cannot. */
export function calendarFile(schedule: Schedule, now: Date): string {
  const { count } = schedule.rule;
  // A count begins with the first of all, not with the next.
  const after = count === undefined ? schedule.doneUntil : "0001-01-01T00:00";
  const start = nextOccurrence(schedule.rule, schedule.from, after);
  const rule = recurrenceRule(schedule.rule);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Job Tracker Pro//Schedules//EN",
    "BEGIN:VEVENT",
    `UID:${schedule.id}@job-tracker-pro`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    ...(start === undefined ? [] : [`DTSTART:${compact(start)}`, "DURATION:PT5M"]),
    ...(rule === undefined || start === undefined ? [] : [`RRULE:${rule}`]),
    `SUMMARY:${escapeText(`Open Job Tracker Pro: ${schedule.name}`)}`,
    `DESCRIPTION:${escapeText(`${schedule.sentence}. The copy is made when the app is open.`)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0M",
    `DESCRIPTION:${escapeText(schedule.name)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
