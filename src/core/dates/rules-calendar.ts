/** Months, weekdays, quarters, weeks, fiscal years and the nth of something. */
import { rule, optional, type Rule } from "./chart.ts";
import { dayNumber, isoWeekStart, type DayNumber } from "./calendar-day.ts";
import { weekdayTerm } from "./rules-numbers.ts";
import * as S from "./symbols.ts";
import { cyclic, fixed, type Grain, type Interval, type Term } from "./term.ts";
import { grainOf, isCoarser, nthOf, nthWeekday, wholeUnit } from "./units.ts";

export function yearPart(months: 3 | 6, n: number): Term | null {
  if (n < 1 || n > 12 / months) return null;
  const month = (n - 1) * months + 1;
  const at = (year: number) => ({
    from: dayNumber(year, month, 1),
    to: dayNumber(year, month + months, 1),
  });
  return cyclic("year", at, { grain: months === 3 ? "quarter" : "half", shape: "unit" });
}

function weekTerm(week: number): Term | null {
  if (!Number.isInteger(week) || week < 1 || week > 53) return null;
  const at = (year: number) => {
    const from = isoWeekStart(year, week);
    return from === null ? null : { from, to: from + 7 };
  };
  return cyclic("year", at, { grain: "week", shape: "unit" });
}

/** The whole unit around today. */
export function currentUnit(unit: S.UnitName, today: DayNumber, weak: 0 | 1 | 2 = 0): Term {
  const { from, to } = wholeUnit(unit, today, 0);
  return fixed(from, to, { grain: grainOf(unit), shape: "unit", relative: true, weak });
}

function nthTerm({ nth, count, unit }: S.Nth, container: Term): Term | null {
  const isWeekday = typeof unit === "number";
  const grain: Grain = isWeekday ? "day" : grainOf(unit);
  const halves = (unit === "half" || unit === "fortnight") && container.grain === "month";
  if (!halves && !isCoarser(container.grain, isWeekday ? "day" : unit)) return null;
  if (container.weak === 2) return null;
  const at = (index: number): Interval | null => {
    const whole = container.at(index);
    if (!whole) return null;
    return isWeekday ? nthWeekday(nth, unit, whole) : nthOf(nth, unit, whole, count);
  };
  return { ...container, at, grain, shape: "nth", weak: 0, bare: false };
}

/** "third quarter" alone is of a year. */
function yearlyNth({ nth, count, unit }: S.Nth): Term | null {
  if (count !== 1 || nth < 1) return null;
  if (unit === "quarter") return yearPart(3, nth);
  return unit === "half" ? yearPart(6, nth) : null;
}

export function calendarRules(): readonly Rule[] {
  const the = S.MAYBE_THE;
  const dot = optional(S.DOT);
  return [
    rule(S.TERM, [S.MONTH, dot], (month) => month),
    rule(S.TERM, [S.SEASON], (season) => season),
    rule(S.TERM, [S.word("the"), S.SEASON], (_the, season) => season),
    rule(S.TERM, [the, S.UNIT, S.MAYBE_LINK, S.MONTH], (_the, unit, _link, month) =>
      unit === "month" ? { ...month, weak: 0 } : null,
    ),
    rule(S.TERM, [S.WEEKDAY, S.DOT], (weekday) => weekdayTerm(weekday, 1)),
    rule(S.TERM, [the, S.UNIT, S.DIGITS], (_the, unit, { n, length }) => numbered(unit, n, length)),
    rule(S.TERM, [S.WEEK_LETTER, S.DIGITS], (_w, { n, length }) =>
      length <= 2 ? weekTerm(n) : null,
    ),
    rule(S.TERM, [S.QUARTER_LETTER, S.DIGITS], (_q, { n, length }) =>
      length === 1 ? yearPart(3, n) : null,
    ),
    rule(S.TERM, [S.HALF_LETTER, S.DIGITS], (_h, { n, length }) =>
      length === 1 ? yearPart(6, n) : null,
    ),
    ...runRules(),
    ...unsupportedRules(),
    ...nthRules(),
  ].flat();
}

function numbered(unit: S.UnitName, n: number, length: number): Term | null {
  if (length > 2) return null;
  if (unit === "week") return weekTerm(n);
  return unit === "quarter" && length === 1 ? yearPart(3, n) : null;
}

/** "weeks 32 to 34", "Q1-3". */
function runRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  return [S.word("to"), S.DASH, S.word("and")].flatMap((to) => [
    rule(S.TERM, [the, S.UNIT, S.DIGITS, to, S.DIGITS], (_the, unit, a, _to, b) =>
      unit === "week" || unit === "quarter"
        ? run(numbered(unit, a.n, a.length), numbered(unit, b.n, b.length))
        : null,
    ),
    rule(S.TERM, [S.WEEK_LETTER, S.DIGITS, to, S.DIGITS], (_week, a, _to, b) =>
      run(weekTerm(a.n), weekTerm(b.n)),
    ),
    rule(S.TERM, [S.QUARTER_LETTER, S.DIGITS, to, S.DIGITS], (_quarter, a, _to, b) =>
      run(yearPart(3, a.n), yearPart(3, b.n)),
    ),
  ]);
}

function run(first: Term | null, last: Term | null): Term | null {
  if (!first || !last) return null;
  const at = (year: number): Interval | null => {
    const from = first.at(year)?.from ?? null;
    const to = last.at(year)?.to ?? null;
    return from !== null && to !== null && from < to ? { from, to } : null;
  };
  return { ...first, at, grain: "part", shape: "range" };
}

/** "fiscal year 2025", "Q3 of this fiscal year": asked about as a whole. */
function unsupportedRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  return [
    rule(S.TERM, [S.UNSUPPORTED], (term) => term),
    rule(S.UNSUPPORTED, [S.UNSUPPORTED, link, S.DIGITS], (term, _link, { length }) =>
      length === 2 || length === 4 ? term : null,
    ),
    rule(S.UNSUPPORTED, [S.SHIFT, S.UNSUPPORTED], (_shift, term) => term),
    rule(S.UNSUPPORTED, [S.UNSUPPORTED, S.SHIFT_AFTER], (term) => term),
    rule(S.UNSUPPORTED, [S.TERM, link, S.UNSUPPORTED], (_part, _link, term) => term),
    rule(S.UNSUPPORTED, [S.NTH, link, S.UNSUPPORTED], (_part, _link, term) => term),
  ];
}

function nthRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  const the = S.MAYBE_THE;
  return [
    rule(S.NTH, [the, S.ORDINAL, S.UNIT], (_the, nth, unit) => ({ nth, unit, count: 1 })),
    rule(S.NTH, [the, S.ORDINAL, S.word("dayWord")], (_the, nth) => ({
      nth,
      unit: "day" as const,
      count: 1,
    })),
    rule(S.NTH, [the, S.ORDINAL, S.WEEKDAY], (_the, nth, unit) => ({ nth, unit, count: 1 })),
    rule(S.NTH, [the, S.ORDINAL, S.NUMBER, S.UNIT], (_the, nth, count, unit) =>
      nth === 1 || nth === -1 ? { nth, unit, count } : null,
    ),
    rule(S.NTH, [the, S.NUMBER, S.ORDINAL, S.UNIT], (_the, count, nth, unit) =>
      nth === 1 || nth === -1 ? { nth, unit, count } : null,
    ),
    rule(S.TERM, [S.NTH, link, S.TERM], (nth, _link, term) => nthTerm(nth, term)),
    rule(S.TERM, [S.TERM, link, S.NTH], (term, _link, nth) =>
      term.bare ? null : nthTerm(nth, term),
    ),
    rule(S.TERM, [S.NTH], (nth) => yearlyNth(nth)),
  ];
}
