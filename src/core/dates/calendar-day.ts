/**
 * Local calendar days without clocks and time zones (request contract, D1): a day is `YYYY-MM-DD`
 * outside and a whole number of days since 1970-01-01 inside. Proleptic Gregorian calendar,
 * years 1 to 9999; weeks start on Monday. Nothing here parses text with `Date`.
 */
import type { ISODate, Weekday } from "../request/request.ts";

/** Days since 1970-01-01; may be negative. */
export type DayNumber = number;
export type CalendarUnit = "day" | "week" | "month" | "quarter" | "half" | "year";
export interface DayParts {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS_IN: Readonly<Record<"month" | "quarter" | "half" | "year", number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Day number of a civil date; the month may lie outside 1..12 and then moves the year. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const shifted = year * 12 + month - 1;
  const y0 = Math.floor(shifted / 12);
  const m = shifted - y0 * 12 + 1;
  // Years counted from March, in eras of 400 years (H. Hinnant, "days_from_civil").
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number (H. Hinnant, "civil_from_days"). */
export function partsOf(day: DayNumber): DayParts {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Strict `YYYY-MM-DD` of a real day. */
export function isISODate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return isRealDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** @throws RangeError when the text is not a real `YYYY-MM-DD`. */
export function toDayNumber(date: ISODate): DayNumber {
  if (!isISODate(date)) throw new RangeError(`Not a calendar day: ${date}`);
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function toISODate(day: DayNumber): ISODate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: DayNumber): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Months since year 0: `year * 12 + month - 1`. */
export function monthIndexOf(day: DayNumber): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** Weeks since the Monday 1969-12-29. */
export function weekIndexOf(day: DayNumber): number {
  return Math.floor((day + 3) / 7);
}

export function weekStart(weekIndex: number): DayNumber {
  return weekIndex * 7 - 3;
}

/** Moves by whole months; a day that the month lacks becomes its last day (31 Jan + 1 = 28 Feb). */
export function plusMonths(day: DayNumber, months: number): DayNumber {
  const parts = partsOf(day);
  const index = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayNumber(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** First day of the unit that holds the day, moved by `offset` whole units. */
export function unitStart(day: DayNumber, unit: CalendarUnit, offset = 0): DayNumber {
  if (unit === "day") return day + offset;
  if (unit === "week") return weekStart(weekIndexOf(day) + offset);
  const length = MONTHS_IN[unit];
  const first = (Math.floor(monthIndexOf(day) / length) + offset) * length;
  return dayNumber(0, first + 1, 1);
}

/** Monday of ISO week 1: the week that holds 4 January. */
export function firstIsoWeek(year: number): DayNumber {
  return unitStart(dayNumber(year, 1, 4), "week");
}

export function isoWeeksInYear(year: number): number {
  return (firstIsoWeek(year + 1) - firstIsoWeek(year)) / 7;
}

export function isoWeekOf(day: DayNumber): { readonly year: number; readonly week: number } {
  const year = partsOf(unitStart(day, "week") + 3).year;
  return { year, week: (unitStart(day, "week") - firstIsoWeek(year)) / 7 + 1 };
}

/** Monday of an ISO week, or null when the year has no such week. */
export function isoWeekStart(year: number, week: number): DayNumber | null {
  return week >= 1 && week <= isoWeeksInYear(year) ? firstIsoWeek(year) + (week - 1) * 7 : null;
}

// The same on ISO strings, for callers that keep dates as text.

export function addDays(date: ISODate, days: number): ISODate {
  return toISODate(toDayNumber(date) + days);
}

export function addMonths(date: ISODate, months: number): ISODate {
  return toISODate(plusMonths(toDayNumber(date), months));
}

export function addYears(date: ISODate, years: number): ISODate {
  return addMonths(date, years * 12);
}

export function weekday(date: ISODate): Weekday {
  return weekdayOf(toDayNumber(date));
}

/** First day of the unit holding `date`, moved by `offset` units. */
export function startOfUnit(date: ISODate, unit: CalendarUnit, offset = 0): ISODate {
  return toISODate(unitStart(toDayNumber(date), unit, offset));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: ISODate, to: ISODate): number {
  return toDayNumber(to) - toDayNumber(from);
}
