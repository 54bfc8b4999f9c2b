import { dateFormat } from "./intl-formats.ts";

/** A local calendar day as the UTC midnight that prints it; noon would do as well. */
function dayValue(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.slice(0, 10).split("-").map(Number);
  const value = new Date(0);
  value.setUTCFullYear(year, month - 1, date);
  return value;
}
const print = (day: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...options, timeZone: "UTC" }).format(dayValue(day));

const pad = (value: number): string => String(value).padStart(2, "0");

/** The local day of an instant, `YYYY-MM-DD`; a plain day stays itself. */
export function localDay(instant: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant;
  const at = new Date(instant);
  return `${String(at.getFullYear()).padStart(4, "0")}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

/** `3 Nov` in the year of `today`, else `3 Nov 2025`. Takes a day or an instant. */
export function formatDay(date: string, today: string, locale: string): string {
  const day = localDay(date);
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric";
  return print(day, locale, { day: "numeric", month: "short", ...(year && { year }) });
}

/** `Mon 30 Nov`, with the year where it is another one. */
export function formatWeekday(date: string, today: string, locale: string): string {
  const weekday = print(localDay(date), locale, { weekday: "short" });
  return `${weekday} ${formatDay(date, today, locale)}`;
}

/** `Today`, `Yesterday`, `Tomorrow`, else `Mon 23 Nov`. */
export function formatNearDay(date: string, today: string, locale: string): string {
  const distance = daysBetween(today, localDay(date));
  if (distance === 0) return "Today";
  if (distance === -1) return "Yesterday";
  if (distance === 1) return "Tomorrow";
  return formatWeekday(date, today, locale);
}

/** `Wednesday 25 November`. */
export function formatLongDay(date: string, locale: string): string {
  const day = localDay(date);
  const weekday = print(day, locale, { weekday: "long" });
  return `${weekday} ${print(day, locale, { day: "numeric", month: "long" })}`;
}

/** `10:42`, in the clock of the locale. */
export function formatTime(instant: string, locale: string): string {
  const options = { hour: "2-digit", minute: "2-digit" } as const;
  return dateFormat(locale, options).format(new Date(instant));
}

/** `Today, 10:42` · `Mon 30 Nov, 08:00`. */
export function formatMoment(instant: string, today: string, locale: string): string {
  return `${formatNearDay(instant, today, locale)}, ${formatTime(instant, locale)}`;
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayValue(to).getTime() - dayValue(from).getTime()) / 86_400_000);
}

/** The day `days` after `day`. */
export function addDays(day: string, days: number): string {
  const value = dayValue(day);
  value.setUTCDate(value.getUTCDate() + days);
  return value.toISOString().slice(0, 10);
}
