/** Operators that look from today: last, this, next, so long ago, windows that touch today. */
import { partsOf, unitStart, weekIndexOf, weekdayOf, type DayNumber } from "./calendar-day.ts";
import type * as S from "./symbols.ts";
import { earliest, fixed, latest, pin, resolve, type Interval, type Term } from "./term.ts";
import { durationOf, grainOf, shiftBy, wholeUnit } from "./units.ts";

export function shiftedUnit(shift: S.Shift, unit: S.UnitName, today: DayNumber): Term | null {
  if (unit === "sixMonths") return rolling(shift, durationOf(1, unit), today);
  const { by, vague } = shift;
  const { from, to } = wholeUnit(unit, today, by);
  const rolls =
    vague &&
    by === -1 &&
    (unit === "week" || unit === "month" || unit === "quarter" || unit === "year");
  return fixed(from, to, {
    grain: grainOf(unit),
    shape: "unit",
    relative: true,
    ...(rolls && {
      soft: "date.ambiguous" as const,
      other: { from: shiftBy(today, durationOf(1, unit), -1), to: today + 1 },
    }),
  });
}

/** "last Friday", "next March", "this Christmas". */
export function shiftedTerm({ by, near }: S.Shift, term: Term, today: DayNumber): Term | null {
  const { cycle } = term;
  if (!cycle || term.weak === 2 || term.shape === "part" || term.shape === "range") return null;
  if (by === 0) return pin(term, thisOne(term, cycle, today), { weak: 0 });
  if (cycle === "week")
    return pin(term, near ? earliest(term, today + 1) : weekly(term, by, today), { weak: 0 });
  if (by > 0) {
    const first = earliest(term, today + 1);
    const found = by > 1 && first?.from != null ? earliest(term, first.from + 1) : first;
    return pin(term, found, { weak: 0 });
  }
  if (term.shape === "month") return lastMonthNamed(term, today);
  return pin(term, latestEnded(term, today), { weak: 0 });
}

/** "last September" is the one of last year; in November the one just gone is offered too. */
function lastMonthNamed(term: Term, today: DayNumber): Term | null {
  const recent = latestEnded(term, today);
  const year = term.at(partsOf(today).year - 1);
  const twofold = recent !== null && recent.from !== year?.from;
  return pin(term, year, {
    weak: 0,
    ...(twofold && { soft: "date.ambiguous" as const, other: recent }),
  });
}

function thisOne(term: Term, cycle: "year" | "month" | "week", today: DayNumber): Interval | null {
  if (cycle !== "week") {
    const at =
      cycle === "year" ? partsOf(today).year : partsOf(today).year * 12 + partsOf(today).month - 1;
    return term.at(at);
  }
  if (term.shape !== "weekday") return term.at(weekIndexOf(today));
  // "this Wednesday" is the nearest one.
  const before = latest(term, today);
  const after = earliest(term, today);
  if (before?.from == null || after?.from == null) return before;
  return today - before.from <= after.from - today ? before : after;
}

function weekly(term: Term, by: number, today: DayNumber): Interval | null {
  if (by < 0) return latest(term, today - 1);
  if (by === 1) return term.at(weekIndexOf(today) + 1);
  const first = earliest(term, today + 1);
  return first?.from == null ? null : earliest(term, first.from + 1);
}

function latestEnded(term: Term, today: DayNumber): Interval | null {
  const found = latest(term, today - 1);
  if (found?.from == null || found.to === null || found.to <= today) return found;
  return latest(term, found.from - 1);
}

export function dayAway(day: DayNumber): Term {
  return fixed(day, day + 1, { grain: "day", shape: "shifted", relative: true });
}

/** A window of past or coming time that touches today (corpus conventions 5 and 6). */
export function rolling({ by }: S.Shift, duration: S.Duration, today: DayNumber): Term | null {
  if (by === 0 || duration.bare || Math.abs(by) > 1) return null;
  const { unit, count } = duration;
  if ((unit === "weekend" || unit === "workweek") && count !== null) {
    return wholeUnits({ by }, count, unit, today);
  }
  if ((unit === "quarter" || unit === "half") && count !== null) {
    const from = unitStart(today, unit, by < 0 ? -count : 1);
    return fixed(from, unitStart(from, unit, count), {
      grain: "part",
      shape: "rolling",
      relative: true,
    });
  }
  const rest = {
    grain: "part",
    shape: "rolling",
    relative: true,
    ...(count === null && { tail: true }),
  } as const;
  if (by < 0) return fixed(shiftBy(today, duration, -1), today + 1, rest);
  return fixed(today + 1, shiftBy(today, duration, 1) + 1, rest);
}

/** "the last 3 full months". */
export function wholeUnits(
  { by }: Pick<S.Shift, "by">,
  n: number,
  unit: S.UnitName,
  today: DayNumber,
): Term | null {
  if (by === 0 || n < 1) return null;
  const [from, to] = by < 0 ? [-n, -1] : [1, n];
  return fixed(wholeUnit(unit, today, from).from, wholeUnit(unit, today, to).to, {
    grain: "part",
    shape: "rolling",
    relative: true,
  });
}

/** The nth weekday back or ahead: "2 Thursdays ago". */
export function weekdaysAway(n: number, weekday: number, today: DayNumber, sign: 1 | -1): Term {
  const away =
    sign > 0 ? (weekday - weekdayOf(today) + 7) % 7 : (weekdayOf(today) - weekday + 7) % 7;
  return dayAway(today + sign * ((away === 0 ? 7 : away) + 7 * (n - 1)));
}

export function moved(term: Term, by: S.Duration, sign: 1 | -1, today: DayNumber): Term | null {
  if (term.weak === 2 || term.grain === "open") return null;
  const base = resolve(term, today);
  if (base?.from == null) return null;
  const day = shiftBy(base.from, by, sign);
  return { ...dayAway(day), relative: term.relative || term.cycle !== null };
}
