/** Calendar units: shifting by durations, whole units around a day, and the nth unit of another. */
import {
  dayNumber,
  partsOf,
  plusMonths,
  unitStart,
  weekIndexOf,
  weekStart,
  weekdayOf,
  type CalendarUnit,
  type DayNumber,
} from "./calendar-day.ts";
import type { Duration, UnitName } from "./symbols.ts";
import type { Grain, Interval } from "./term.ts";

const MONTHS: Readonly<Partial<Record<UnitName, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  sixMonths: 6,
  year: 12,
  decade: 120,
};
const DAYS: Readonly<Partial<Record<UnitName, number>>> = {
  day: 1,
  week: 7,
  weekend: 7,
  workweek: 7,
  fortnight: 14,
};

export function durationOf(count: number, unit: UnitName, bare = false): Duration {
  const whole = Math.floor(count);
  const half = count - whole >= 0.5;
  const months = (MONTHS[unit] ?? 0) * count;
  const days = (DAYS[unit] ?? 0) * count;
  return {
    months: Math.floor(months),
    days: Math.floor(days) + (half && months % 1 !== 0 ? 15 : 0),
    businessDays: unit === "businessDay" ? whole : 0,
    hours: unit === "hour" ? count : unit === "minute" ? count / 60 : 0,
    unit,
    count,
    bare,
  };
}

export function plus(a: Duration, b: Duration): Duration {
  return {
    months: a.months + b.months,
    days: a.days + b.days,
    businessDays: a.businessDays + b.businessDays,
    hours: a.hours + b.hours,
    unit: b.unit,
    count: null,
    bare: false,
  };
}

/** Moves a day by a duration, `sign` times; hours count as begun days. */
export function shiftBy(day: DayNumber, by: Duration, sign: 1 | -1): DayNumber {
  let moved = plusMonths(day, sign * by.months) + sign * (by.days + Math.ceil(by.hours / 24));
  for (let left = by.businessDays; left > 0;) {
    moved += sign;
    if (weekdayOf(moved) <= 5) left -= 1;
  }
  return moved;
}

/** The whole unit that holds `day`, moved by `offset` units. */
export function wholeUnit(unit: UnitName, day: DayNumber, offset: number): Interval {
  switch (unit) {
    case "weekend": {
      const monday = weekStart(weekIndexOf(day) + offset);
      return { from: monday + 5, to: monday + 7 };
    }
    case "workweek": {
      const monday = weekStart(weekIndexOf(day) + offset);
      return { from: monday, to: monday + 5 };
    }
    case "fortnight": {
      const monday = weekStart(weekIndexOf(day) + (offset < 0 ? offset * 2 + 1 : offset));
      return { from: monday - (offset < 0 ? 7 : 0), to: monday + (offset < 0 ? 7 : 14) };
    }
    case "decade": {
      const decade = Math.floor(partsOf(day).year / 10) + offset;
      return { from: dayNumber(decade * 10, 1, 1), to: dayNumber(decade * 10 + 10, 1, 1) };
    }
    case "sixMonths":
      return { from: unitStart(day, "half", offset), to: unitStart(day, "half", offset + 1) };
    case "minute":
    case "hour":
      return { from: day, to: day + 1 };
    case "businessDay": {
      let moved = day;
      for (let left = Math.abs(offset); left > 0;) {
        moved += Math.sign(offset);
        if (weekdayOf(moved) <= 5) left -= 1;
      }
      return { from: moved, to: moved + 1 };
    }
    default:
      return { from: unitStart(day, unit, offset), to: unitStart(day, unit, offset + 1) };
  }
}

export function grainOf(unit: UnitName): Grain {
  if (unit === "minute" || unit === "hour" || unit === "businessDay") return "day";
  return unit === "fortnight" || unit === "decade" || unit === "sixMonths" ? "part" : unit;
}

const SIZE: Readonly<Record<string, number>> = {
  day: 1,
  businessDay: 1,
  weekend: 2,
  workweek: 5,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  half: 182,
  year: 365,
};
export function isCoarser(a: string, b: string): boolean {
  return (SIZE[a] ?? 0) > (SIZE[b] ?? 1000);
}

/**
 * `count` units from the nth of a container, from its end when `nth` is negative. A week belongs to
 * the container of its Thursday (ISO 8601 for years; the corpora do the same for months).
 */
export function nthOf(
  nth: number,
  unit: UnitName,
  container: Interval,
  count = 1,
): Interval | null {
  const { from, to } = container;
  if (from === null || to === null) return null;
  if ((unit === "fortnight" || unit === "half") && to - from <= 31)
    return halfMonth(nth, { from, to });
  if (unit === "week" || unit === "weekend" || unit === "workweek" || unit === "fortnight") {
    const first = weekIndexOf(from + 3);
    const last = weekIndexOf(to - 4);
    const index = nth > 0 ? first + nth - 1 : last + nth + 1 - (count - 1);
    if (index < first || index + count - 1 > last) return null;
    const monday = weekStart(index);
    if (unit === "weekend") return { from: monday + 5, to: monday + 7 * count };
    return { from: monday, to: monday + 7 * count - (unit === "workweek" ? 2 : 0) };
  }
  if (
    unit === "day" ||
    unit === "month" ||
    unit === "quarter" ||
    unit === "half" ||
    unit === "year"
  ) {
    return nthCalendarUnit(nth, unit, { from, to }, count);
  }
  return null;
}

/** The halves of a month meet on its 15th. */
function halfMonth(nth: number, { from, to }: { from: DayNumber; to: DayNumber }): Interval | null {
  if (nth === 1) return { from, to: from + 15 };
  return nth === 2 || nth === -1 ? { from: from + 14, to } : null;
}

function nthCalendarUnit(
  nth: number,
  unit: CalendarUnit,
  { from, to }: { from: DayNumber; to: DayNumber },
  count: number,
): Interval | null {
  const start = nth > 0 ? unitStart(from, unit, nth - 1) : unitStart(to, unit, nth - (count - 1));
  const end = unitStart(start, unit, count);
  return start >= from && end <= to ? { from: start, to: end } : null;
}

/** The nth weekday inside a container, from its end when negative. */
export function nthWeekday(nth: number, weekday: number, container: Interval): Interval | null {
  const { from, to } = container;
  if (from === null || to === null) return null;
  const day =
    nth > 0
      ? from + ((weekday - weekdayOf(from) + 7) % 7) + 7 * (nth - 1)
      : to - 1 - ((weekdayOf(to - 1) - weekday + 7) % 7) + 7 * (nth + 1);
  return day >= from && day < to ? { from: day, to: day + 1 } : null;
}

export function monthStart(monthIndex: number): DayNumber {
  return dayNumber(0, monthIndex + 1, 1);
}
