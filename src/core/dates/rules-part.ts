/** Parts of units: early, mid, late, earlier, later, the rest of, to date. */
import { optional, rule, type Rule } from "./chart.ts";
import { unitStart, type DayNumber } from "./calendar-day.ts";
import { currentUnit } from "./rules-calendar.ts";
import * as S from "./symbols.ts";
import { fixed, resolve, type Interval, type Term } from "./term.ts";

/** Early, middle and late parts (D5): days 1-10, 11-20, 21-end; Jan-Apr, May-Aug, Sep-Dec; Mon-Wed, Tue-Thu, Fri-Sun. */
function part({ side, noun }: S.Part, term: Term): Term | null {
  if (!["week", "month", "quarter", "half", "year"].includes(term.grain) || term.weak === 2)
    return null;
  const at = (index: number): Interval | null => {
    const whole = term.at(index);
    return whole && partOf(side, term.grain, whole);
  };
  const edge = { whole: term, noun, side: noun || side === "end" ? side : ("middle" as const) };
  return { ...term, at, grain: "part", shape: "part", weak: 0, edge };
}

function partOf(side: S.Part["side"], grain: string, { from, to }: Interval): Interval | null {
  if (from === null || to === null) return null;
  if (grain === "week") {
    if (side === "start") return { from, to: from + 3 };
    return side === "middle" ? { from: from + 1, to: from + 4 } : { from: from + 4, to };
  }
  const [one, two] = grain === "month" ? [10, 20] : monthThirds(grain, from);
  if (side === "start") return { from, to: from + one };
  return side === "middle" ? { from: from + one, to: from + two } : { from: from + two, to };
}

function monthThirds(grain: string, from: DayNumber): readonly [number, number] {
  const months = grain === "year" ? 4 : grain === "half" ? 2 : 1;
  return [unitStart(from, "month", months) - from, unitStart(from, "month", months * 2) - from];
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

export function partRules(): readonly Rule[] {
  return [...sideRules(), ...stretchRules()].flat();
}

function sideRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  const link = S.MAYBE_LINK;
  return [
    rule(S.TERM, [the, S.UNIT], (article, unit, today) => spoken(unit, article !== null, today)),
    rule(S.TERM, [S.word("on"), S.UNIT], (_on, unit, today) =>
      unit === "weekend" ? currentUnit(unit, today) : null,
    ),
    rule(S.TERM, [the, S.PART, link, S.TERM], (_the, side, _link, term) => part(side, term)),
    rule(S.TERM, [S.PART, S.DASH, S.TERM], (side, _dash, term) => part(side, term)),
    rule(S.TERM, [S.PART, link, S.UNIT], (side, _link, unit, today) =>
      part(side, currentUnit(unit, today)),
    ),
    rule(S.TERM, [the, S.PART_OF], (_the, { part: side, unit }, today) =>
      part(side, currentUnit(unit, today)),
    ),
    rule(S.TERM, [S.word("earlier"), link, S.TERM], (_earlier, _link, term, today) =>
      sofar(term, today),
    ),
    rule(S.TERM, [S.word("earlier"), link, S.UNIT], (_earlier, _link, unit, today) =>
      sofar(currentUnit(unit, today), today),
    ),
    rule(S.TERM, [S.word("later"), link, S.TERM], (_later, _link, term, today) =>
      upcoming(term, today),
    ),
    rule(S.TERM, [S.word("later"), link, S.UNIT], (_later, _link, unit, today) =>
      upcoming(currentUnit(unit, today), today),
    ),
  ];
}

/** "rest of the week", "year to date". */
function stretchRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  const link = S.MAYBE_LINK;
  const dash = optional(S.DASH);
  return [
    rule(S.SPAN, [the, S.word("rest"), link, S.TERM], (_the, _rest, _link, term, today) =>
      rest(term, today),
    ),
    rule(S.SPAN, [the, S.word("rest"), link, S.UNIT], (_the, _rest, _link, unit, today) =>
      rest(currentUnit(unit, today), today),
    ),
    rule(S.SPAN, [the, S.UNIT, dash, S.word("toDate")], (_the, unit, _rest, _rest1, today) =>
      toDate(currentUnit(unit, today), today),
    ),
    rule(S.SPAN, [S.TERM, S.word("toDate")], (term, _rest, today) =>
      term.grain === "day" ? null : toDate(term, today),
    ),
    rule(S.SPAN, [the, S.TO_DATE], (_the, unit, today) => toDate(currentUnit(unit, today), today)),
    rule(S.SPAN, [S.word("toDate"), link, S.TERM], (_toDate, _link, term, today) =>
      toDate(term, today),
    ),
    rule(S.SPAN, [S.word("toDate")], (_rest, today) =>
      fixed(null, today + 1, { grain: "open", shape: "open", relative: true, weak: 1 }),
    ),
  ];
}
