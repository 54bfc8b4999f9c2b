/** Open intervals, ranges, the rest of, to date, parts of units, windows by age. */
import { optional, rule, type Rule } from "./chart.ts";
import { monthIndexOf, unitStart, type DayNumber } from "./calendar-day.ts";
import { currentUnit } from "./rules-calendar.ts";
import * as S from "./symbols.ts";
import { earliest, fixed, latest, pin, resolve, type Interval, type Term } from "./term.ts";
import { shiftBy, wholeUnit } from "./units.ts";

const OPEN = { grain: "open", shape: "open", weak: 0 } as const;

/** Maps every occurrence of a term; the start of the term still picks which one is meant. */
function mapped(
  term: Term,
  map: (interval: Interval) => Interval | null,
  today: DayNumber,
): Term | null {
  if (term.weak === 2 || term.grain === "open" || term.shape === "range") return null;
  const found = resolve(term, today);
  if (!found) return { ...term, ...OPEN, hard: "date.invalid" };
  const interval = map(found);
  return pin(term, interval, { ...OPEN, relative: term.relative || term.cycle !== null });
}

/** "the end of March" as an endpoint is a border of March, not a part of it (D5). */
function border(term: Term): Term {
  const { edge } = term;
  if (!edge) return term;
  if (edge.side === "end") return { ...edge.whole, edge };
  return term;
}

export function since(term: Term, today: DayNumber): Term | null {
  return mapped(term, ({ from }) => (from === null ? null : { from, to: null }), today);
}
function after(term: Term, today: DayNumber): Term | null {
  return mapped(border(term), ({ to }) => (to === null ? null : { from: to, to: null }), today);
}
function before(term: Term, today: DayNumber): Term | null {
  const end = term.edge?.side === "end";
  return mapped(
    border(term),
    ({ from, to }) => ((end ? to : from) === null ? null : { from: null, to: end ? to : from }),
    today,
  );
}
export function until(term: Term, today: DayNumber): Term | null {
  return mapped(border(term), ({ to }) => (to === null ? null : { from: null, to }), today);
}

const ORDER = { week: 0, month: 1, year: 2 } as const;

function rank(term: Term): number {
  return term.cycle ? ORDER[term.cycle] : 3;
}

/** From the start of one term to the end of another; what one leaves open is taken from the other. */
function range(first: Term, second: Term): Term | null {
  if (first.grain === "open" || second.grain === "open") return null;
  if (!comparable(first, second)) return null;
  const last = border(second);
  const opening = second.edge?.side === "start" && second.edge.whole.grain === "year";
  const lead = rank(first) >= rank(last) ? first : last;
  const at = (index: number): Interval | null => {
    const begin = lead === first ? first.at(index) : startFor(first, last.at(index));
    const end = lead === first ? endFor(last, first, begin) : last.at(index);
    if (begin?.from == null || end?.to == null) return null;
    return { from: begin.from, to: opening ? end.from : end.to };
  };
  const found = lead.cycle ? null : at(0);
  const reversed = found?.from != null && found.to !== null && found.from >= found.to;
  return {
    cycle: lead.cycle,
    at,
    grain: last.weak === 2 && first.weak === 2 ? "day" : "part",
    shape: "range",
    relative: first.relative || last.relative,
    weak: first.weak === 2 && last.weak === 2 ? 2 : 0,
    ...(first.hard && { hard: first.hard }),
    ...(last.hard && { hard: last.hard }),
    ...(reversed && { hard: "date.reversed" as const }),
    ...((first.soft ?? last.soft) && { soft: first.soft ?? last.soft ?? "date.ambiguous" }),
  };
}

const BARE: ReadonlySet<string> = new Set(["number", "dom"]);

function comparable(first: Term, second: Term): boolean {
  const bareFirst = BARE.has(first.shape);
  const bareSecond = BARE.has(second.shape);
  if (bareFirst && !bareSecond) return second.grain === "day" && second.shape !== "weekday";
  if (bareSecond && !bareFirst) return first.grain === "day" && first.shape !== "weekday";
  if (first.shape === "number" && second.shape === "number") {
    return (first.at(2400)?.from ?? 0) < (second.at(2400)?.from ?? 0);
  }
  if (second.shape === "year" && first.cycle !== null) return false;
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
  if (a.cycle !== b.cycle || a.grain !== b.grain || a.weak === 2 || b.weak === 2) return null;
  if (!["month", "quarter", "year", "week"].includes(a.grain)) return null;
  const first = a.at(2000);
  const second = b.at(2000);
  if (first?.to == null || second?.from == null || first.to !== second.from) return null;
  const at = (index: number) => ({ from: a.at(index)?.from ?? null, to: b.at(index)?.to ?? null });
  return { ...a, at, grain: "part", shape: "range", weak: 0 };
}

const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  week: [3, 4],
  month: [10, 20],
};

/** Early, middle and late parts (D5): days 1-10, 11-20, 21-end; Jan-Apr, May-Aug, Sep-Dec; Mon-Wed, Tue-Thu, Fri-Sun. */
function part({ side, noun }: S.Part, term: Term): Term | null {
  if (!["week", "month", "quarter", "half", "year"].includes(term.grain) || term.weak === 2)
    return null;
  const at = (index: number): Interval | null => {
    const whole = term.at(index);
    return whole && partOf(side, term.grain, whole);
  };
  const edge = { whole: term, side: noun || side === "end" ? side : ("middle" as const) };
  return { ...term, at, grain: "part", shape: "part", weak: 0, edge };
}

function partOf(side: S.Part["side"], grain: string, { from, to }: Interval): Interval | null {
  if (from === null || to === null) return null;
  if (grain === "week") {
    if (side === "start") return { from, to: from + 3 };
    return side === "middle" ? { from: from + 1, to: from + 4 } : { from: from + 4, to };
  }
  const [one, two] = grain === "month" ? (THIRDS["month"] ?? [10, 20]) : monthThirds(grain, from);
  if (side === "start") return { from, to: from + one };
  return side === "middle" ? { from: from + one, to: from + two } : { from: from + two, to };
}

function monthThirds(grain: string, from: DayNumber): readonly [number, number] {
  const months = grain === "year" ? 4 : grain === "half" ? 2 : 1;
  return [unitStart(from, "month", months) - from, unitStart(from, "month", months * 2) - from];
}

export function spanRules(today: DayNumber): readonly Rule[] {
  return [
    ...openRules(today),
    ...rangeRules(today),
    ...partRules(today),
    ...ageRules(today),
  ].flat();
}

function tail(term: Term | null): Term | null {
  return term && { ...term, tail: true };
}

function bounded(role: "start" | "until", said: Term, open: Term | null): Term | null {
  return open && { ...open, bound: { role, term: said } };
}

/** After a word that also means "for": what a plan is for is no border. */
const BEFORE: ReadonlySet<string> = new Set([
  "date",
  "year",
  "numeric",
  "weekday",
  "weekdate",
  "month",
  "part",
]);

function openRules(today: DayNumber): readonly (readonly Rule[])[] {
  const the = S.MAYBE_LINK;
  return [
    rule(S.SPAN, [S.word("since"), the, S.TERM], (_since, _the, term) => since(term, today)),
    rule(S.SPAN, [S.word("starting"), the, S.TERM], (_starting, _the, term) =>
      bounded("start", term, since(term, today)),
    ),
    rule(S.SPAN, [S.word("fromOn"), the, S.TERM], (_from, _the, term) => {
      const open = bounded("start", term, since(term, today));
      return open?.bound ? { ...open, bound: { ...open.bound, near: true } } : open;
    }),
    rule(S.SPAN, [S.word("after"), the, S.TERM], (_after, _the, term) => after(term, today)),
    rule(S.SPAN, [S.word("before"), the, S.TERM], (_before, _the, term) => before(term, today)),
    rule(S.SPAN, [S.word("beforeDay"), S.TERM], (_before, term) =>
      BEFORE.has(term.shape) ? before(term, today) : null,
    ),
    rule(S.SPAN, [S.word("until"), the, S.TERM], (_until, _the, term) =>
      bounded("until", term, until(term, today)),
    ),
    rule(S.SPAN, [S.word("ending"), the, S.TERM], (_ending, _the, term) =>
      bounded("until", term, until(term, today)),
    ),
    rule(S.SPAN, [optional(S.word("from")), the, S.TERM, S.word("onward")], (_from, _the, term) =>
      tail(since(term, today)),
    ),
    rule(S.SPAN, [S.word("from"), the, S.TERM, S.word("onwardFrom")], (_from, _the, term) =>
      since(term, today),
    ),
    rule(S.SPAN, [S.TERM, S.word("backward")], (term) => tail(until(term, today))),
  ];
}

function rangeRules(today: DayNumber): readonly (readonly Rule[])[] {
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
    rule(S.TERM, [S.DURATION, S.word("starting"), the, S.TERM], (by, _s, _the, term) =>
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

function partRules(today: DayNumber): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  const link = S.MAYBE_LINK;
  const dash = optional(S.DASH);
  return [
    rule(S.TERM, [the, S.UNIT], (article, unit) => spoken(unit, article !== null, today)),
    rule(S.TERM, [the, S.PART, link, S.TERM], (_the, side, _link, term) => part(side, term)),
    rule(S.TERM, [S.PART, S.DASH, S.TERM], (side, _dash, term) => part(side, term)),
    rule(S.TERM, [S.PART, link, S.UNIT], (side, _link, unit) =>
      part(side, currentUnit(unit, today)),
    ),
    rule(S.TERM, [the, S.PART_OF], (_the, { part: side, unit }) =>
      part(side, currentUnit(unit, today)),
    ),
    rule(S.SPAN, [the, S.word("rest"), link, S.TERM], (_the, _rest, _link, term) =>
      rest(term, today),
    ),
    rule(S.SPAN, [the, S.word("rest"), link, S.UNIT], (_the, _rest, _link, unit) =>
      rest(currentUnit(unit, today), today),
    ),
    rule(S.SPAN, [the, S.UNIT, dash, S.word("toDate")], (_the, unit) =>
      toDate(currentUnit(unit, today), today),
    ),
    rule(S.SPAN, [S.TERM, S.word("toDate")], (term) =>
      term.grain === "day" ? null : toDate(term, today),
    ),
    rule(S.SPAN, [the, S.TO_DATE], (_the, unit) => toDate(currentUnit(unit, today), today)),
    rule(S.SPAN, [S.word("toDate")], () =>
      fixed(null, today + 1, { grain: "open", shape: "open", relative: true, weak: 1 }),
    ),
    rule(S.TERM, [S.word("earlier"), link, S.TERM], (_earlier, _link, term) => sofar(term, today)),
    rule(S.TERM, [S.word("earlier"), link, S.UNIT], (_earlier, _link, unit) =>
      sofar(currentUnit(unit, today), today),
    ),
    rule(S.TERM, [S.word("later"), link, S.TERM], (_later, _link, term) => upcoming(term, today)),
    rule(S.TERM, [S.word("later"), link, S.UNIT], (_later, _link, unit) =>
      upcoming(currentUnit(unit, today), today),
    ),
  ];
}

/** "the month"; a bare "month" is kept for texts that say nothing else. */
function spoken(unit: S.UnitName, article: boolean, today: DayNumber): Term | null {
  if (unit === "day" || unit === "hour" || unit === "minute" || unit === "businessDay") return null;
  if (!article) return { ...currentUnit(unit, today, 1), bare: true };
  return currentUnit(unit, today, unit === "fortnight" || unit === "weekend" ? 0 : 1);
}

function running(term: Term, today: DayNumber): Interval | null {
  if (term.cycle || term.grain === "day" || term.shape !== "unit") return null;
  const whole = term.at(0);
  return whole?.from != null && whole.to !== null && whole.from <= today && today < whole.to
    ? whole
    : null;
}

function rest(term: Term, today: DayNumber): Term | null {
  const whole = term.weak === 2 ? null : resolve(term, today);
  if (whole?.to == null || term.grain === "day" || whole.to <= today) return null;
  return fixed(Math.max(today, whole.from ?? today), whole.to, {
    grain: "part",
    shape: "rolling",
    relative: true,
  });
}

function toDate(term: Term, today: DayNumber): Term | null {
  const whole = running(term, today);
  return whole && fixed(whole.from, today + 1, { grain: "part", shape: "rolling", relative: true });
}

function sofar(term: Term, today: DayNumber): Term | null {
  const whole = running(term, today);
  if (!whole) return part({ side: "start", noun: false }, term);
  const to = whole.from === today ? today + 1 : today;
  return fixed(whole.from, to, { grain: "part", shape: "part", relative: true });
}

function upcoming(term: Term, today: DayNumber): Term | null {
  const whole = running(term, today);
  if (!whole) return part({ side: "end", noun: false }, term);
  return fixed(today, whole.to, { grain: "part", shape: "part", relative: true });
}

function ageRules(today: DayNumber): readonly (readonly Rule[])[] {
  const tail = [S.word("ago"), S.word("old")];
  const older = (by: S.Duration) =>
    by.bare ? null : fixed(null, shiftBy(today, by, -1), { ...OPEN, relative: true });
  const newer = (by: S.Duration) =>
    by.bare ? null : fixed(shiftBy(today, by, -1), today + 1, { ...OPEN, relative: true });
  return [
    rule(S.SPAN, [S.word("older"), S.DURATION, optional(S.word("ago"))], (_older, by) => older(by)),
    rule(S.SPAN, [S.word("newer"), S.DURATION, optional(S.word("ago"))], (_newer, by) => newer(by)),
    rule(S.SPAN, [S.word("older"), S.MAYBE_THE, S.TERM], (_older, _the, term) =>
      before(term, today),
    ),
    rule(S.SPAN, [S.word("newer"), S.MAYBE_THE, S.TERM], (_newer, _the, term) =>
      after(term, today),
    ),
    rule(S.SPAN, [S.word("less"), S.DURATION, S.word("hence")], (_less, by) =>
      by.bare ? null : fixed(today, shiftBy(today, by, 1), { ...OPEN, relative: true }),
    ),
    ...tail.flatMap((end) => [
      rule(S.SPAN, [S.word("more"), S.DURATION, end], (_more, by) => older(by)),
      rule(S.SPAN, [S.word("less"), S.DURATION, end], (_less, by) => newer(by)),
    ]),
  ];
}
