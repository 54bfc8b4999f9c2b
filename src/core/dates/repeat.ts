/** Operators on repetitions: every unit, weekdays, the nth of each, month days, times. */
import type { Weekday } from "../request/request.ts";
import { partsOf } from "./calendar-day.ts";
import { inDayPart } from "./rules-time.ts";
import * as S from "./symbols.ts";
import type { Term } from "./term.ts";

const BY_UNIT: Readonly<Partial<Record<S.UnitName, readonly [S.Repeat["freq"], number]>>> = {
  day: ["daily", 1],
  week: ["weekly", 1],
  fortnight: ["weekly", 2],
  month: ["monthly", 1],
  quarter: ["monthly", 3],
  half: ["monthly", 6],
  sixMonths: ["monthly", 6],
  year: ["yearly", 1],
};

export function everyUnit(unit: S.UnitName, count: number): S.Repeat | null {
  if (unit === "hour" || unit === "minute")
    return { freq: "never", interval: count, hard: "schedule.unsupported" };
  if (unit === "weekend") return { freq: "weekly", interval: count, byDay: [6, 7] };
  if (unit === "businessDay" || unit === "workweek")
    return { freq: "weekly", interval: count, byDay: [1, 2, 3, 4, 5] };
  const found = BY_UNIT[unit];
  return found && Number.isInteger(count) && count >= 1
    ? { freq: found[0], interval: found[1] * count }
    : null;
}

export function weekly(byDay: readonly Weekday[], interval = 1): S.Repeat {
  return { freq: "weekly", interval, byDay: [...new Set(byDay)].sort((a, b) => a - b) };
}

export function dayRun(from: Weekday, to: Weekday): readonly Weekday[] {
  const days: Weekday[] = [];
  for (let day = from; ; day = ((day % 7) + 1) as Weekday) {
    days.push(day);
    if (day === to) return days;
  }
}

/** "first Monday of every month", "last day of each quarter". */
export function nthOfEach({ nth, unit, count }: S.Nth, container: S.UnitName): S.Repeat | null {
  const base = everyUnit(container, 1);
  if (!base || base.freq === "weekly" || base.freq === "daily" || count !== 1) return null;
  if (typeof unit === "number") {
    return nth >= -1 && nth <= 5 ? { ...base, byDay: [unit], bySetPos: nth } : null;
  }
  if (unit === "businessDay") return { ...base, byDay: [1, 2, 3, 4, 5], bySetPos: nth };
  if (unit === "day") return monthDays(base, [nth]);
  return unit === "month" && container !== "month" ? base : null;
}

export function monthDays(base: S.Repeat, days: readonly number[]): S.Repeat | null {
  if (base.freq !== "monthly" && base.freq !== "yearly") return null;
  if (base.byMonthDay ?? base.byDay) return null;
  return { ...base, byMonthDay: [...new Set(days)].sort((a, b) => a - b) };
}

/** "every second Tuesday" skips one; "every third Friday" is one of the month. */
export function everyNth(nth: number, days: readonly Weekday[]): S.Repeat | null {
  if (nth === 2) return weekly(days, 2);
  const [day, ...more] = days;
  if (day === undefined || more.length > 0 || nth < -1 || nth > 5) return null;
  return { freq: "monthly", interval: 1, byDay: [day], bySetPos: nth };
}

/** "every day except Sunday". */
export function withoutDays(repeat: S.Repeat, days: readonly Weekday[]): S.Repeat | null {
  const all: readonly Weekday[] =
    repeat.byDay ?? (repeat.freq === "daily" ? [1, 2, 3, 4, 5, 6, 7] : []);
  const left = all.filter((day) => !days.includes(day));
  if (repeat.interval !== 1 || left.length === 0 || left.length === all.length) return null;
  return { ...repeat, freq: "weekly", byDay: left };
}

/** "every year on January 1". */
export function onDate(repeat: S.Repeat, term: Term): S.Repeat | null {
  const date = repeat.freq === "yearly" && repeat.month === undefined ? everyDate(term) : null;
  return date?.freq === "yearly" ? { ...date, interval: repeat.interval } : null;
}

/** "every April 15th". */
export function everyDate(term: Term): S.Repeat | null {
  if (term.cycle === "month" && term.grain === "day" && term.shape === "dom") {
    const from = term.at(24_012)?.from;
    return from == null ? null : { freq: "monthly", interval: 1, byMonthDay: [partsOf(from).day] };
  }
  if (
    term.cycle !== "year" ||
    (term.shape !== "date" && term.shape !== "numeric" && term.shape !== "month")
  )
    return null;
  const from = term.at(2000)?.from;
  if (from == null) return null;
  const { month, day } = partsOf(from);
  return term.grain === "day"
    ? { freq: "yearly", interval: 1, month, byMonthDay: [day] }
    : { freq: "yearly", interval: 1, month };
}

export function timed(repeat: S.Repeat, time: S.Clock): S.Repeat | null {
  if (repeat.time || repeat.freq === "never") return null;
  const said = repeat.dayPart ? inDayPart(time, repeat.dayPart) : time;
  return { ...repeat, time: said };
}

export function parted(repeat: S.Repeat, dayPart: S.DayPart): S.Repeat | null {
  if (repeat.freq === "never" || repeat.dayPart) return null;
  return repeat.time
    ? { ...repeat, time: inDayPart(repeat.time, dayPart) }
    : { ...repeat, dayPart };
}

/** "twice a week" names no day: asked about. */
export function oftener(unit: S.UnitName): S.Repeat | null {
  const found = everyUnit(unit, 1);
  return found && unclear(found);
}

/** "twice daily": the same beside an adverb. */
export function unclear(repeat: S.Repeat): S.Repeat {
  return { ...repeat, hard: "schedule.unsupported" };
}

export function withDetail(repeat: S.Repeat, detail: S.Repeat | null): S.Repeat | null {
  return detail && repeat.freq === "monthly" && !repeat.byDay && !repeat.byMonthDay
    ? { ...detail, interval: repeat.interval }
    : null;
}

/** "at the end of every month". */
export function edgeOf(side: S.Part["side"], unit: S.UnitName): S.Repeat | null {
  const base = everyUnit(unit, 1);
  if (!base || side === "middle") return null;
  if (base.freq === "weekly" && !base.byDay)
    return weekly([side === "start" ? 1 : 5], base.interval);
  return monthDays(base, [side === "start" ? 1 : -1]);
}
