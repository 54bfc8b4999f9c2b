/** From one term to another, neighbours, and the unit around a day. */
import { optional, rule, type Rule } from "./chart.ts";
import { monthIndexOf, type DayNumber } from "./calendar-day.ts";
import * as S from "./symbols.ts";
import { border, earliest, fixed, latest, resolve, type Interval, type Term } from "./term.ts";
import { shiftBy, wholeUnit } from "./units.ts";

const ORDER = { week: 0, month: 1, year: 2 } as const;

function rank(term: Term): number {
  return term.cycle ? ORDER[term.cycle] : 3;
}

/** From the start of one term to the end of another; what one leaves open is taken from the other. */
function range(first: Term, second: Term): Term | null {
  if (first.grain === "open" || second.grain === "open") return null;
  if (first.bare ?? second.bare) return null;
  if (!comparable(first, second)) return null;
  const last = border(second);
  const opening = second.edge?.side === "start" && second.edge.whole.grain === "year";
  const lead = rank(first) >= rank(last) ? first : last;
  const at = (index: number): Interval | null => {
    const begin = lead === first ? first.at(index) : startFor(first, last.at(index));
    const end = lead === first ? endFor(last, first, begin) : last.at(index);
    if (begin?.from == null || end?.to == null) return null;
    if (wraps(first, last) && end.to - begin.from > MOST_WRAPPED_DAYS) {
      return { from: begin.from, to: begin.from };
    }
    return { from: begin.from, to: opening ? end.from : end.to };
  };
  const found = lead.cycle ? null : at(0);
  const reversed = found?.from != null && found.to !== null && found.from >= found.to;
  return {
    cycle: lead.cycle,
    at,
    grain: "part",
    shape: "range",
    relative: first.relative || last.relative,
    weak: isBarePair(first, last) ? 2 : 0,
    ...(first.hard && { hard: first.hard }),
    ...(last.hard && { hard: last.hard }),
    ...(reversed && { hard: "date.reversed" as const }),
    ...((first.soft ?? last.soft) && { soft: first.soft ?? last.soft ?? "date.ambiguous" }),
  };
}

/** "10 June to 2 June" is reversed; "25 October to 25 January" crosses the year. */
const MOST_WRAPPED_DAYS = 330;

function wraps(first: Term, last: Term): boolean {
  return first.grain === "day" && last.grain === "day" && (first.cycle ?? last.cycle) === "year";
}

const BARE: ReadonlySet<string> = new Set(["number", "dom"]);

/** "3 to 9" needs a month; "the 3rd to the 9th" does not. */
function isBarePair(first: Term, last: Term): boolean {
  if (!BARE.has(first.shape) || !BARE.has(last.shape)) return false;
  const plain = first.shape === "number" || last.shape === "number";
  return plain || (first.weak === 2 && last.weak === 2);
}

function comparable(first: Term, second: Term): boolean {
  const bareFirst = BARE.has(first.shape);
  const bareSecond = BARE.has(second.shape);
  if (bareFirst && !bareSecond) return second.grain === "day" && second.shape !== "weekday";
  if (bareSecond && !bareFirst) return first.grain === "day" && first.shape !== "weekday";
  if (first.shape === "number" && second.shape === "number") {
    return (first.at(2400)?.from ?? 0) < (second.at(2400)?.from ?? 0);
  }
  if (second.shape === "year" && first.cycle !== null && first.shape !== "nth") return false;
  return first.shape !== "range" && second.shape !== "range";
}

function startFor(first: Term, end: Interval | null): Interval | null {
  return end?.from == null ? null : latest(first, end.from);
}

/** "July 13 through 15": the end is in the month of the start; "Nov to March" may cross the year. */
function endFor(last: Term, first: Term, begin: Interval | null): Interval | null {
  if (begin?.from == null) return null;
  if (last.cycle === "month" && last.weak === 2 && first.cycle !== "month") {
    const end = last.at(monthIndexOf(begin.from));
    return end?.from != null && end.from >= begin.from ? end : null;
  }
  if (last.cycle === "month" && first.shape === "number") return last.at(monthIndexOf(begin.from));
  return earliest(last, begin.from);
}

/** "April and May": neighbours make one interval. */
function neighbours(a: Term, b: Term): Term | null {
  if (a.bare ?? b.bare) return null;
  if (a.cycle !== b.cycle || a.grain !== b.grain || a.weak === 2 || b.weak === 2) return null;
  if (!["day", "month", "quarter", "year", "week"].includes(a.grain)) return null;
  const first = a.at(2000);
  const second = b.at(2000);
  if (first?.to == null || second?.from == null || first.to !== second.from) return null;
  const at = (index: number) => ({ from: a.at(index)?.from ?? null, to: b.at(index)?.to ?? null });
  return { ...a, at, grain: "part", shape: "range", weak: 0 };
}

/** "2 weeks starting May 20th". */
function anchored(by: S.Duration, term: Term, today: DayNumber): Term | null {
  const start = by.bare ? null : resolve(term, today)?.from;
  if (start == null || term.weak === 2) return null;
  return fixed(start, shiftBy(start, by, 1), { grain: "part", shape: "rolling", relative: true });
}

/** "la semana del 18" */
function weekOf(term: Term): Term | null {
  if (term.shape !== "number") return around("week", term);
  const found = around("week", { ...term, shape: "dom" });
  return found && { ...found, weak: 1 };
}

/** "the week of 16 September": the unit that holds the day. */
function around(unit: S.UnitName, term: Term): Term | null {
  if (
    term.grain !== "day" ||
    (unit !== "week" && unit !== "weekend" && unit !== "month" && unit !== "workweek")
  ) {
    return null;
  }
  if (term.shape === "weekday" || term.shape === "number" || term.shape === "range") return null;
  if (unit === "month" && term.shape !== "date") return null;
  const at = (index: number): Interval | null => {
    const day = term.at(index)?.from;
    if (day == null) return null;
    const whole = wholeUnit(unit, day, 0);
    if (unit !== "weekend") return whole;
    // A feast on a Monday makes the weekend before it longer.
    const before = wholeUnit(unit, day - 1, 0);
    return before.to === day ? { from: before.from, to: day + 1 } : whole;
  };
  return { ...term, at, grain: unit, shape: "unit", weak: 0 };
}

export function rangeRules(): readonly Rule[] {
  return [...betweenRules(), ...holdingRules()].flat();
}

function betweenRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  const from = optional(S.word("from"));
  return [
    ...[S.word("to"), S.DASH].flatMap((to) => [
      rule(S.TERM, [from, the, S.TERM, to, the, S.TERM], (_from, _the, a, _to, _art, b) =>
        range(a, b),
      ),
      rule(
        S.TERM,
        [S.word("since"), the, S.TERM, to, the, S.TERM],
        (_from, _the, a, _to, _art, b) => range(a, b),
      ),
      rule(S.TERM, [S.word("between"), the, S.TERM, to, the, S.TERM], (_b, _the, a, _to, _art, b) =>
        range(a, b),
      ),
    ]),
    rule(
      S.TERM,
      [S.word("between"), the, S.TERM, S.word("and"), the, S.TERM],
      (_b, _the, a, _and, _art, b) => range(a, b),
    ),
    rule(S.TERM, [S.TERM, S.SLASH, S.TERM], (a, _slash, b) =>
      a.shape === "dom" && a.weak === 2 ? range(a, b) : null,
    ),
    rule(S.TERM, [S.TERM, S.word("and"), S.TERM], (a, _and, b) => neighbours(a, b)),
  ];
}

/** "2 weeks starting May 20th", "the week of 16 September". */
function holdingRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  return [
    rule(S.TERM, [S.DURATION, S.word("starting"), the, S.TERM], (by, _s, _the, term, today) =>
      anchored(by, term, today),
    ),
    rule(S.TERM, [the, S.UNIT, S.word("of"), the, S.TERM], (_the, unit, _of, _art, term) =>
      around(unit, term),
    ),
    rule(S.TERM, [the, S.UNIT, S.word("starting"), the, S.TERM], (_the, unit, _of, _art, term) =>
      around(unit, term),
    ),
    rule(S.TERM, [the, S.word("weekOf"), the, S.TERM], (_the, _week, _art, term) => weekOf(term)),
    rule(S.TERM, [S.TERM, S.UNIT], (term, unit) =>
      unit === "weekend" ? around(unit, term) : null,
    ),
  ];
}
