/** Numbers, ordinals, links, days of the month, years in digits and words. */
import { rule, optional, type Rule } from "./chart.ts";
import { dayNumber, daysInMonth, weekStart } from "./calendar-day.ts";
import { monthStart } from "./units.ts";
import * as S from "./symbols.ts";
import { cyclic, fixed, type Term, type Weakness } from "./term.ts";

export function yearTerm(year: number, weak: Weakness = 0): Term {
  return fixed(dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1), {
    grain: "year",
    shape: "year",
    weak,
  });
}

export function monthTerm(month: number): Term {
  return cyclic(
    "year",
    (year) => ({ from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) }),
    { grain: "month", shape: "month" },
  );
}

export function weekdayTerm(weekday: number, weak: 0 | 1 = 0): Term {
  const at = (week: number) => {
    const from = weekStart(week) + weekday - 1;
    return { from, to: from + 1 };
  };
  return cyclic("week", at, { grain: "day", shape: "weekday", weak });
}

/** A day of any month; months without it have none. */
const asArticle = (term: Term | null): Term | null => term && { ...term, article: true };

export function domTerm(day: number, shape: "number" | "dom", weak: Weakness): Term | null {
  if (!Number.isInteger(day) || day < 1 || day > 31) return null;
  const at = (index: number) => {
    const month = (((index % 12) + 12) % 12) + 1;
    if (day > daysInMonth(Math.floor(index / 12), month)) return null;
    const from = monthStart(index) + day - 1;
    return { from, to: from + 1 };
  };
  return cyclic("month", at, { grain: "day", shape, weak });
}

/** 50 to 99 are of the last century. */
export function fullYear(n: number): number {
  return n >= 100 ? n : n >= 50 ? 1900 + n : 2000 + n;
}

function spelledYear(n: number): Term | null {
  return n >= 1800 && n < 2100 ? yearTerm(n, 1) : null;
}

const AND = optional(S.word("and"));
const DASH = optional(S.DASH);
const ORDINAL_END = optional(S.ORDINAL_END);

export function numberRules(): readonly Rule[] {
  return [
    rule(S.NUMBER, [S.DIGITS], ({ n, length }) => (length <= 3 ? n : null)),
    rule(S.NUMBER, [S.NUMBER_WORD], (n) => n),
    rule(S.NUMBER, [S.TENS], (n) => n),
    rule(S.NUMBER, [S.TENS, AND, DASH, S.NUMBER_WORD], (tens, _and, _dash, n) =>
      n < 10 || (n < 20 && tens % 20 === 0) ? tens + n : null,
    ),
    rule(S.ORDINAL, [S.ORDINAL_WORD], (n) => n),
    rule(S.ORDINAL, [S.DIGITS, S.ORDINAL_END], ({ n, length }) => (length <= 2 ? n : null)),
    rule(S.ORDINAL, [S.TENS, AND, DASH, S.ORDINAL_WORD], (tens, _and, _dash, n) =>
      n > 0 && n < 10 ? tens + n : null,
    ),
    rule(S.LINK, [S.word("of")], () => true as const),
    rule(S.LINK, [S.word("the")], () => true as const),
    rule(S.LINK, [S.word("on")], () => true as const),
    rule(S.LINK, [S.COMMA], () => true as const),
    rule(S.LINK, [S.COMMA, S.word("the")], () => true as const),
    rule(S.LINK, [S.COMMA, S.word("on")], () => true as const),
    rule(S.LINK, [S.word("of"), S.word("the")], () => true as const),
    rule(S.LINK, [S.word("on"), S.word("the")], () => true as const),
    rule(S.SIGN, [S.DASH], () => true as const),
    rule(S.SIGN, [S.SLASH], () => true as const),
    rule(S.SIGN, [S.DOT], () => true as const),
    ...yearRules(),
    rule(S.TERM, [S.NUMBER], (n) => (n === 1 ? null : domTerm(n, "number", 2))),
    rule(S.TERM, [S.DIGITS], ({ n }) => (n === 1 ? domTerm(1, "number", 2) : null)),
    rule(S.TERM, [S.NUMBER_WORD], (n) => (n === 1 ? asArticle(domTerm(1, "number", 2)) : null)),
    rule(S.TERM, [S.ORDINAL], (n) => domTerm(n, "dom", 2)),
    rule(S.TERM, [S.word("the"), S.ORDINAL], (_the, n) => domTerm(n, "dom", 1)),
    rule(S.TERM, [S.word("theDay"), S.NUMBER], (_the, n) => domTerm(n, "dom", 1)),
    rule(S.TERM, [S.MAYBE_THE, S.ORDINAL, S.word("dayWord")], (_the, n) => domTerm(n, "dom", 2)),
    rule(S.TERM, [S.MAYBE_THE, S.word("monthDay"), S.NUMBER, ORDINAL_END], (_the, _day, n) =>
      domTerm(n, "dom", 0),
    ),
  ].flat();
}

function yearRules(): readonly (readonly Rule[])[] {
  return [
    rule(S.TERM, [S.DIGITS], ({ n, length }) =>
      length === 4 && n >= 1900 && n < 2100 ? yearTerm(n) : null,
    ),
    rule(S.TERM, [S.QUOTE, S.DIGITS], (_quote, { n, length }) =>
      length === 2 ? yearTerm(fullYear(n), 1) : null,
    ),
    rule(S.TERM, [S.MAYBE_THE, S.word("yearWord"), S.DIGITS], (_the, _year, { n, length }) =>
      length === 2 || length === 4 ? yearTerm(fullYear(n)) : null,
    ),
    ...spelledYearRules(),
  ];
}

/** "nineteen eighty six", "two thousand and five". */
function spelledYearRules(): readonly (readonly Rule[])[] {
  return [
    rule(S.TERM, [S.NUMBER_WORD, S.NUMBER], (century, n) =>
      century >= 18 && century <= 19 && n >= 10 && n < 100 ? spelledYear(century * 100 + n) : null,
    ),
    rule(S.TERM, [S.NUMBER_WORD, S.NUMBER_WORD, S.NUMBER_WORD], (century, zero, n) =>
      century === 19 && zero === 0 && n < 10 ? spelledYear(century * 100 + n) : null,
    ),
    rule(
      S.TERM,
      [S.NUMBER_WORD, S.HUNDRED, AND, optional(S.NUMBER)],
      (century, _hundred, _and, n) =>
        century >= 18 && century <= 20 && (n ?? 0) < 100
          ? spelledYear(century * 100 + (n ?? 0))
          : null,
    ),
    rule(S.TERM, [S.TENS, S.NUMBER], (century, n) =>
      century === 20 && n >= 10 && n < 100 ? spelledYear(2000 + n) : null,
    ),
    rule(
      S.TERM,
      [optional(S.NUMBER_WORD), S.THOUSAND, AND, optional(S.NUMBER)],
      (n, _k, _and, rest) =>
        n === 2 || (n ?? 1) === 1 ? spelledYear((n ?? 1) * 1000 + (rest ?? 0)) : null,
    ),
    rule(S.TERM, [S.CENTURY, AND, optional(S.NUMBER)], (century, and, n) => {
      if (n !== null) return n < 100 ? spelledYear(century + n) : null;
      return and || century < 2000 ? null : spelledYear(century);
    }),
    rule(
      S.TERM,
      [S.THOUSAND, AND, S.HUNDREDS, AND, optional(S.NUMBER)],
      (_k, _and, h, _also, rest) => spelledYear(1000 + h + (rest ?? 0)),
    ),
    rule(S.TERM, [S.THOUSAND, S.NUMBER_WORD, S.HUNDRED, S.NUMBER], (_k, h, _hundred, rest) =>
      spelledYear(1000 + h * 100 + rest),
    ),
  ];
}
