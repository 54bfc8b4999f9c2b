/** Last, this, next; durations; ago and from now; rolling windows. */
import { optional, rule, type Rule } from "./chart.ts";
import {
  dayAway,
  moved,
  rolling,
  shiftedTerm,
  shiftedUnit,
  wholeUnits,
  weekdaysAway,
} from "./relative.ts";
import * as S from "./symbols.ts";
import { durationOf, plus, shiftBy } from "./units.ts";

function durationRules(): readonly (readonly Rule[])[] {
  const half = optional(S.word("half"));
  return [
    rule(S.DURATION, [S.NUMBER, S.UNIT, half], (n, unit, extra) =>
      durationOf(extra ? n + 0.5 : n, unit),
    ),
    rule(S.DURATION, [S.NUMBER, S.word("half"), S.UNIT], (n, _half, unit) =>
      durationOf(n + 0.5, unit),
    ),
    rule(S.DURATION, [S.NUMBER, S.word("and"), S.word("half"), S.UNIT], (n, _and, _half, unit) =>
      durationOf(n + 0.5, unit),
    ),
    // Four figures are a year before anything but days.
    rule(S.DURATION, [S.DIGITS, S.UNIT], ({ n, length }, unit) =>
      length === 4 && unit === "day" ? durationOf(n, unit) : null,
    ),
    rule(S.DURATION, [S.UNIT], (unit) => durationOf(1, unit, unit !== "sixMonths")),
    rule(
      S.DURATION,
      [S.DURATION, optional(S.COMMA), optional(S.word("and")), S.DURATION],
      (a, _c, _and, b) => (a.bare || b.bare || a.unit === b.unit ? null : plus(a, b)),
    ),
  ];
}

export function relativeRules(): readonly Rule[] {
  return [
    ...durationRules(),
    ...shiftRules(),
    ...windowRules(),
    ...agoRules(),
    ...weekdayRules(),
    ...movedRules(),
  ].flat();
}

/** "last month", "next Friday". */
function shiftRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  return [
    rule(S.TERM, [the, S.SHIFT, S.UNIT], (_the, shift, unit, today) =>
      shiftedUnit(shift, unit, today),
    ),
    rule(S.TERM, [the, S.UNIT, S.SHIFT_AFTER], (_the, unit, shift, today) =>
      shiftedUnit(shift, unit, today),
    ),
    rule(S.TERM, [the, S.SHIFT, the, S.TERM], (_the, shift, _art, term, today) =>
      shiftedTerm(shift, term, today),
    ),
    rule(S.TERM, [S.TERM, S.SHIFT_AFTER], (term, shift, today) => shiftedTerm(shift, term, today)),
  ];
}

/** "the last 3 months". */
function windowRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_THE;
  return [
    rule(S.SPAN, [the, S.SHIFT, S.DURATION], (_the, shift, duration, today) =>
      rolling(shift, duration, today),
    ),
    rule(
      S.SPAN,
      [the, S.SHIFT, S.NUMBER, S.word("whole"), S.UNIT],
      (_the, shift, n, _whole, unit, today) => wholeUnits(shift, n, unit, today),
    ),
    rule(S.TERM, [the, S.SHIFT, S.word("whole"), S.UNIT], (_the, shift, _whole, unit, today) =>
      shiftedUnit({ ...shift, vague: false }, unit, today),
    ),
    rule(S.SPAN, [the, S.NUMBER, S.SHIFT, S.UNIT], (_the, n, shift, unit, today) =>
      rolling(shift, durationOf(n, unit), today),
    ),
    rule(S.SPAN, [the, S.DURATION, S.SHIFT_AFTER], (_the, duration, shift, today) =>
      rolling(shift, duration, today),
    ),
    rule(S.SPAN, [the, S.NUMBER, S.SHIFT_AFTER, S.UNIT], (_the, n, shift, unit, today) =>
      rolling(shift, durationOf(n, unit), today),
    ),
  ];
}

/** "3 days ago", "in 2 weeks". */
function agoRules(): readonly (readonly Rule[])[] {
  return [
    rule(S.TERM, [S.DURATION, S.word("ago")], (by, _rest, today) =>
      by.bare ? null : dayAway(shiftBy(today, by, -1)),
    ),
    rule(S.TERM, [S.word("agoBefore"), S.DURATION], (_ago, by, today) =>
      by.bare ? null : dayAway(shiftBy(today, by, -1)),
    ),
    rule(S.TERM, [S.DURATION, S.word("hence")], (by, _rest, today) =>
      by.bare ? null : dayAway(shiftBy(today, by, 1)),
    ),
    rule(S.TERM, [S.word("in"), S.DURATION, S.word("ago")], (_in, by, _back, today) =>
      by.bare ? null : dayAway(shiftBy(today, by, 1)),
    ),
    rule(S.TERM, [S.word("in"), S.DURATION, optional(S.word("hence"))], (_in, by, _rest, today) =>
      by.bare ? null : dayAway(shiftBy(today, by, 1)),
    ),
  ];
}

/** "2 weeks before Easter", "the day after Christmas". */
function movedRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  const days = optional(S.word("dayWord"));
  return [
    rule(S.TERM, [S.word("dayAfter"), link, S.TERM], (_day, _link, term, today) =>
      moved(term, durationOf(1, "day"), 1, today),
    ),
    rule(S.TERM, [S.word("dayBefore"), link, S.TERM], (_day, _link, term, today) =>
      moved(term, durationOf(1, "day"), -1, today),
    ),
    rule(S.TERM, [S.DURATION, S.word("before"), link, S.TERM], (by, _before, _link, term, today) =>
      by.bare && by.unit !== "day" ? null : moved(term, by, -1, today),
    ),
    rule(S.TERM, [S.DURATION, S.word("after"), link, S.TERM], (by, _after, _link, term, today) =>
      by.bare && by.unit !== "day" ? null : moved(term, by, 1, today),
    ),
    rule(
      S.TERM,
      [S.DURATION, S.word("from"), link, S.TERM, days],
      (by, _from, _link, term, _rest, today) =>
        by.bare || term.grain !== "day" ? null : moved(term, by, 1, today),
    ),
  ];
}

function weekdayRules(): readonly (readonly Rule[])[] {
  return [S.WEEKDAY, S.WEEKDAYS].flatMap((symbol) => [
    rule(S.TERM, [S.NUMBER, symbol, S.word("ago")], (n, weekday, _rest, today) =>
      weekdaysAway(n, weekday, today, -1),
    ),
    rule(S.TERM, [S.word("agoBefore"), S.NUMBER, symbol], (_ago, n, weekday, today) =>
      weekdaysAway(n, weekday, today, -1),
    ),
    rule(S.TERM, [S.NUMBER, symbol, S.word("hence")], (n, weekday, _rest, today) =>
      weekdaysAway(n, weekday, today, 1),
    ),
    rule(
      S.TERM,
      [S.word("in"), S.NUMBER, symbol, optional(S.word("hence"))],
      (_in, n, weekday, _rest, today) => weekdaysAway(n, weekday, today, 1),
    ),
  ]);
}
