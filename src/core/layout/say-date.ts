import { isISODate, weekday } from "../dates/calendar-day.ts";

const months =
  "January February March April May June July August September October November December";
const monthNames = months.split(" ");
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

function partsOf(date: string): Parts | undefined {
  if (!isISODate(date.slice(0, 10))) return undefined;
  const month = monthNames[Number(date.slice(5, 7)) - 1] ?? "";
  return { day: String(Number(date.slice(8, 10))), month, year: date.slice(0, 4) };
}

/** `2026-09-22` → `22 September 2026`; whatever is no day stays as it is. */
export function sayLongDay(date: string): string {
  const parts = partsOf(date);
  return parts === undefined ? date : `${parts.day} ${parts.month} ${parts.year}`;
}

/** `22 Sep 2026` */
export function sayDay(date: string): string {
  const parts = partsOf(date);
  return parts === undefined ? date : `${parts.day} ${parts.month.slice(0, 3)} ${parts.year}`;
}

/** `22 Sep` */
export function sayShortDay(date: string): string {
  const parts = partsOf(date);
  return parts === undefined ? date : `${parts.day} ${parts.month.slice(0, 3)}`;
}

/** `Tue 22 Sep` */
export function sayWeekday(date: string): string {
  if (!isISODate(date)) return date;
  return `${nameOf(date).slice(0, 3)} ${sayShortDay(date)}`;
}

function nameOf(date: string): string {
  return weekdays[weekday(date) - 1] ?? "";
}

/** `Mon 2 – Sun 8 Nov`; the month twice where it changes. */
export function sayWeek(from: string, to: string): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth ? sayWeekday(from).replace(/ \p{L}+$/u, "") : sayWeekday(from);
  return `${first} – ${sayWeekday(to)}`;
}

/** `Monday 26 October to Sunday 22 November 2026` */
export function sayWeeks(from: string, to: string): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = sameYear ? sayLongDay(from).slice(0, -5) : sayLongDay(from);
  return `${nameOf(from)} ${first} to ${nameOf(to)} ${sayLongDay(to)}`;
}

/** `22 Sep 2026, 08:00`, as the clock on the wall showed it. */
export function sayInstant(text: string): string {
  const [, day = "", time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? [];
  if (!isISODate(day)) return text;
  return time === undefined ? sayDay(day) : `${sayDay(day)}, ${time}`;
}

/** `1 September to 25 November 2026`; the year once where it is the same. */
export function sayPeriod(from: string, to: string): string {
  if (from === to) return sayLongDay(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = sameYear ? sayLongDay(from).slice(0, -5) : sayLongDay(from);
  return `${first} to ${sayLongDay(to)}`;
}
