/** Months, weekdays, quarters, weeks, the nth of something, and one term inside another. */
import { rule, optional, type Rule } from "./chart.ts";
import {
  dayNumber,
  isoWeekStart,
  monthIndexOf,
  weekdayOf,
  type DayNumber,
} from "./calendar-day.ts";
import { domTerm, fullYear, monthTerm, weekdayTerm, yearTerm } from "./rules-numbers.ts";
import * as S from "./symbols.ts";
import { cyclic, fixed, pin, within, type Grain, type Interval, type Term } from "./term.ts";
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

function isDate(term: Term): boolean {
  return term.grain === "day" && (term.cycle === "year" || term.cycle === null);
}

/** "Friday" + "the 31st": this month when it fits, else the latest month in which it does. */
function weekdayOfMonth(weekday: Term, day: Term, today: DayNumber): Term | null {
  const week = weekday.at(0);
  if (week?.from == null || day.cycle !== "month") return null;
  const wanted = weekdayOf(week.from);
  const at = (index: number) => {
    const found = day.at(index);
    return found?.from != null && weekdayOf(found.from) === wanted ? found : null;
  };
  const now = at(monthIndexOf(today));
  const rest = { shape: "weekdate", weak: 0 } as const;
  return now ? pin(day, now, rest) : { ...day, ...rest, at };
}

function weekdayAnd(weekday: Term, other: Term, today: DayNumber): Term | null {
  if (weekday.shape !== "weekday" || weekday.cycle !== "week") return null;
  if (other.shape === "number" || other.shape === "dom")
    return weekdayOfMonth(weekday, other, today);
  if (!isDate(other) || other.shape === "weekday" || other.shape === "day") return null;
  if (other.shape === "shifted") return inWeekOf(weekday, other);
  return { ...other, weak: 0 };
}

function inWeekOf(weekday: Term, day: Term): Term | null {
  const found = day.at(0);
  return found?.from == null ? null : pin(weekday, weekday.at(Math.floor((found.from + 3) / 7)));
}

const LINKED: ReadonlySet<string> = new Set(["number", "dom", "month", "date", "year", "numeric"]);

function joinable(a: Term, b: Term): boolean {
  if (LINKED.has(a.shape) && LINKED.has(b.shape)) return true;
  return (
    (a.grain === "quarter" || a.grain === "half") !== (b.grain === "quarter" || b.grain === "half")
  );
}

/** "Friday at 9" is no Friday the 9th. */
function isWeekdayAndCount(a: Term, b: Term): boolean {
  return a.shape === "weekday" && b.shape === "number";
}

/** A bare count before "this month" is rarely a day: it needs a link ("20 of this month"). */
function plainCount(a: Term, b: Term): boolean {
  return (
    (a.shape === "number" && b.shape === "unit") || (b.shape === "number" && a.shape === "unit")
  );
}

function join(a: Term, b: Term, today: DayNumber): Term | null {
  return within(a, b) ?? within(b, a) ?? weekdayAnd(a, b, today);
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
    ...joinRules(),
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
    rule(S.TERM, [S.TERM, link, S.NTH], (term, _link, nth) => nthTerm(nth, term)),
    rule(S.TERM, [S.NTH], (nth) => yearlyNth(nth)),
  ];
}

function joinRules(): readonly (readonly Rule[])[] {
  return [
    rule(S.TERM, [S.TERM, S.TERM], (a, b, today) => (plainCount(a, b) ? null : join(a, b, today))),
    rule(S.TERM, [S.TERM, S.LINK, S.TERM], (a, _link, b, today) =>
      isWeekdayAndCount(a, b) ? null : join(a, b, today),
    ),
    // "Friday the fifteen", "Dienstag, der 25".
    rule(
      S.TERM,
      [S.TERM, optional(S.COMMA), S.word("the"), S.NUMBER],
      (weekday, _comma, _the, n, today) => {
        const day = domTerm(n, "number", 2);
        return day && weekdayAnd(weekday, day, today);
      },
    ),
    rule(S.TERM, [S.TERM, S.SIGN, S.TERM], (a, _sign, b, today) =>
      joinable(a, b) || (a.shape === "unit" && b.shape === "weekday") ? join(a, b, today) : null,
    ),
    rule(S.TERM, [S.TERM, S.SIGN, S.TERM, S.SIGN, S.TERM], (a, _s, year, _t, b) => {
      const inner = year.shape === "year" ? (within(a, b) ?? within(b, a)) : null;
      return inner && within(inner, year);
    }),
    // "Aug 9 96", "21-APR-16", "15 April of 87".
    rule(S.TERM, [S.TERM, S.DIGITS], (date, digits) => shortYear(date, digits, digits.n > 31)),
    rule(S.TERM, [S.TERM, S.LINK, S.DIGITS], (date, _link, digits) =>
      shortYear(date, digits, digits.n > 31),
    ),
    rule(S.TERM, [S.TERM, S.SIGN, S.TERM, S.SIGN, S.DIGITS], (a, _s, b, _t, digits, today) => {
      const date = joinable(a, b) ? join(a, b, today) : null;
      return date && shortYear(date, digits, true);
    }),
    // "7. vierter", "21 del 3".
    rule(S.TERM, [S.ORDINAL, S.ORDINAL_MONTH], (day, month) => dayOfMonth(day, month)),
    rule(S.TERM, [S.NUMBER, S.word("ofMonth"), S.DIGITS], (day, _of, { n }) =>
      n >= 1 && n <= 12 ? dayOfMonth(day, n) : null,
    ),
  ];
}

function dayOfMonth(day: number, month: number): Term | null {
  const inner = domTerm(day, "dom", 2);
  return inner && within(inner, monthTerm(month));
}

function shortYear(date: Term, { n, length }: S.Digits, sure: boolean): Term | null {
  const said = date.shape === "date" && date.cycle === "year" && date.grain === "day";
  return said && sure && length === 2 ? within(date, yearTerm(fullYear(n))) : null;
}
