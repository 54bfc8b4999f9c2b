import {
  daysInMonth,
  monthIndexOf,
  partsOf,
  toDayNumber,
  toISODate,
  weekdayOf,
  weekIndexOf,
  type DayNumber,
} from "../dates/calendar-day.ts";
import type { ISODate, SaidSchedule } from "../request/request.ts";

/**
 * A local wall-clock minute, `2026-11-30T08:00`. Occurrences are computed on the wall clock, so that
 * "every Monday at 8" stays at 8 over a change of the clocks; a minute that the change skips is due
 * as soon as the clock shows a later one, and one that comes twice is due once.
 */
export type LocalMinute = string;

/** The wall clock of the device's own zone at an instant. */
export function localMinute(at: Date): LocalMinute {
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Minutes of the wall clock from one to the other. */
export function minutesBetween(from: LocalMinute, to: LocalMinute): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;
}

/** No rule repeats more rarely than every five years; a search that finds nothing by then ends. */
const horizonDays = 5 * 366 + 1;

/** The occurrences after `after` up to and including `until`, in order; `onChange` rules have none. */
export function* occurrences(
  rule: SaidSchedule,
  from: ISODate,
  after: LocalMinute,
  until: LocalMinute,
): Generator<LocalMinute> {
  if (rule.freq === "onChange") return;
  const start = rule.start ?? from;
  const first = toDayNumber(start);
  const last = Math.min(
    toDayNumber(until.slice(0, 10)),
    rule.until === undefined ? Infinity : toDayNumber(rule.until),
  );
  const time = rule.time ?? "08:00";
  // A count is kept from the first occurrence on; without one the days before `after` need no look.
  const begin = rule.count === undefined ? Math.max(first, toDayNumber(after.slice(0, 10))) : first;
  let counted = 0;
  for (let day = begin; day <= last; day += 1) {
    if (!fallsOn(rule, first, day)) continue;
    counted += 1;
    if (rule.count !== undefined && counted > rule.count) return;
    const minute = `${toISODate(day)}T${time}`;
    if (minute > after && minute <= until) yield minute;
  }
}

/** The next occurrence after a minute, or undefined when the rule has ended. */
export function nextOccurrence(
  rule: SaidSchedule,
  from: ISODate,
  after: LocalMinute,
): LocalMinute | undefined {
  const day = Math.max(toDayNumber(after.slice(0, 10)), toDayNumber(rule.start ?? from));
  const until = `${toISODate(day + horizonDays)}T23:59`;
  for (const minute of occurrences(rule, from, after, until)) return minute;
  return undefined;
}

/** The next few, for the preview. */
export function nextOccurrences(
  rule: SaidSchedule,
  from: ISODate,
  after: LocalMinute,
  count: number,
): readonly LocalMinute[] {
  const found: LocalMinute[] = [];
  for (let at: LocalMinute | undefined = after; found.length < count; found.push(at)) {
    at = nextOccurrence(rule, from, at);
    if (at === undefined) break;
  }
  return found;
}

function fallsOn(rule: SaidSchedule, first: DayNumber, day: DayNumber): boolean {
  const interval = rule.interval ?? 1;
  switch (rule.freq) {
    case "daily":
      return (day - first) % interval === 0;
    case "weekly":
      return (
        (weekIndexOf(day) - weekIndexOf(first)) % interval === 0 &&
        weekDays(rule, first).includes(weekdayOf(day))
      );
    case "monthly":
      return (
        (monthIndexOf(day) - monthIndexOf(first)) % interval === 0 && fallsInMonth(rule, first, day)
      );
    default:
      return false;
  }
}

function weekDays(rule: SaidSchedule, first: DayNumber): readonly number[] {
  return rule.byDay ?? [weekdayOf(first)];
}

/** The 31st of a short month is its last day, as people mean it; RFC 5545 would skip the month. */
function fallsInMonth(rule: SaidSchedule, first: DayNumber, day: DayNumber): boolean {
  const { year, month, day: date } = partsOf(day);
  const length = daysInMonth(year, month);
  if (rule.byDay !== undefined) {
    if (!rule.byDay.includes(weekdayOf(day))) return false;
    const position = rule.bySetPos ?? 1;
    return position < 0
      ? Math.ceil((length - date + 1) / 7) === -position
      : Math.ceil(date / 7) === position;
  }
  const dates = rule.byMonthDay ?? [partsOf(first).day];
  return dates.some(
    (wanted) => (wanted < 0 ? length + 1 + wanted : Math.min(wanted, length)) === date,
  );
}
