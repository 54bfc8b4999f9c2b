/** Dates written in digits: 2015-03-01, 3/4/2025, 14.10., 11/2016, 20161016. */
import { dayNumber, isRealDay } from "./calendar-day.ts";
import { fullYear } from "./rules-numbers.ts";
import { cyclic, fixed, type Term } from "./term.ts";
import type { Token } from "./tokens.ts";

export interface NumericDate {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}
type Order = "mdy" | "dmy";

const SEPARATORS = new Set(["/", "-", "."]);

function dayTerm(year: number, month: number, day: number): Term {
  if (!isRealDay(year, month, day)) return impossible();
  const from = dayNumber(year, month, day);
  return fixed(from, from + 1, { grain: "day", shape: "numeric" });
}

function impossible(): Term {
  return fixed(null, null, { grain: "day", shape: "numeric", hard: "date.invalid" });
}

function yearly(month: number, day: number, weak: 0 | 1): Term {
  const at = (year: number) => {
    if (!isRealDay(year, month, day)) return null;
    const from = dayNumber(year, month, day);
    return { from, to: from + 1 };
  };
  return cyclic("year", at, { grain: "day", shape: "numeric", weak });
}

function monthTerm(year: number, month: number): Term {
  return fixed(dayNumber(year, month, 1), dayNumber(year, month + 1, 1), {
    grain: "month",
    shape: "month",
  });
}

/** Day and month of two numbers in the order of the language, or the other when that is impossible. */
function dayMonth(
  a: number,
  b: number,
  order: Order,
): { month: number; day: number; sure: boolean } | null {
  const [month, day] = order === "mdy" ? [a, b] : [b, a];
  if (month > 12 && day > 12) return null;
  if (a < 1 || b < 1 || a > 31 || b > 31) return null;
  const swapped = month > 12;
  return {
    month: swapped ? day : month,
    day: swapped ? month : day,
    sure: swapped || day > 12 || day === month,
  };
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly order: Order;
  readonly dayMonthSign: string;
}

function digitsAt({ tokens }: Reader, at: number, lengths: string): number | null {
  const token = tokens[at];
  return token?.kind === "digits" && lengths.includes(String(token.text.length))
    ? Number(token.text)
    : null;
}

function separatorAt({ tokens }: Reader, at: number): string | null {
  const token = tokens[at];
  return token && SEPARATORS.has(token.text) ? token.text : null;
}

function tight({ tokens }: Reader, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (tokens[i]?.spaced) return false;
  return true;
}

/** No digit or letter may touch the number on the outside. */
function cut(reader: Reader, start: number, end: number, yearLast: boolean): boolean {
  const { tokens } = reader;
  const before = tokens[start - 1];
  const after = tokens[end];
  if (before && !tokens[start]?.spaced && before.kind === "word") return false;
  if (after && !after.spaced && after.kind !== "sign") return false;
  // "1.2.3.4" and "650.650.6500" are no dates, "1/5/2019-7/5/2020" are two.
  const inner = tokens[start + 1]?.text;
  const touches = (sign: Token | undefined, digit: Token | undefined) =>
    sign !== undefined &&
    digit?.kind === "digits" &&
    SEPARATORS.has(sign.text) &&
    sign.text === inner;
  if (
    !yearLast &&
    after &&
    !after.spaced &&
    touches(after, tokens[end + 1]) &&
    !tokens[end + 1]?.spaced
  )
    return false;
  const beforeDigits = tokens[start - 2];
  return !(
    before &&
    !tokens[start]?.spaced &&
    touches(before, beforeDigits) &&
    beforeDigits?.text.length !== 4
  );
}

function three(reader: Reader, at: number): NumericDate | null {
  const first = separatorAt(reader, at + 1);
  if (first === null || separatorAt(reader, at + 3) !== first || !tight(reader, at, at + 5))
    return null;
  const a4 = digitsAt(reader, at, "4");
  const b = digitsAt(reader, at + 2, "12");
  if (b === null) return null;
  if (a4 !== null) {
    const c = digitsAt(reader, at + 4, "12");
    if (c === null || a4 < 1900 || a4 > 2099 || !cut(reader, at, at + 5, false)) return null;
    return { start: at, end: at + 5, term: dayTerm(a4, b, c) };
  }
  const a = digitsAt(reader, at, "12");
  const year = digitsAt(reader, at + 4, "24");
  if (a === null || year === null || !cut(reader, at, at + 5, year > 99)) return null;
  if (year > 99 && (year < 1900 || year > 2099)) return null;
  return { start: at, end: at + 5, term: threeTerm(a, b, fullYear(year), reader.order) };
}

/** Only English is written in both orders. */
function isNative(order: Order): boolean {
  return order === "dmy";
}

function threeTerm(a: number, b: number, year: number, order: Order): Term {
  const found = dayMonth(a, b, order);
  if (!found) return impossible();
  const term = dayTerm(year, found.month, found.day);
  if (found.sure || isNative(order) || term.hard || !isRealDay(year, found.day, found.month))
    return term;
  const other = dayNumber(year, found.day, found.month);
  return { ...term, soft: "date.order", other: { from: other, to: other + 1 } };
}

/** 2016-11, 11/2016; blanks may stand around the sign. */
function yearMonth(reader: Reader, at: number): NumericDate | null {
  if (separatorAt(reader, at + 1) === null || !cut(reader, at, at + 3, true)) return null;
  const first = digitsAt(reader, at, "4");
  const second = digitsAt(reader, at + 2, "4");
  const month = first === null ? digitsAt(reader, at, "12") : digitsAt(reader, at + 2, "12");
  const year = first ?? second;
  if (year === null || month === null || month < 1 || month > 12 || year < 1900 || year > 2099)
    return null;
  if (
    first !== null &&
    separatorAt(reader, at + 3) !== null &&
    digitsAt(reader, at + 4, "12") !== null
  ) {
    if (tight(reader, at + 2, at + 5)) return null;
  }
  return { start: at, end: at + 3, term: monthTerm(year, month) };
}

/** 3/4, 14.10., 4-22: a day of some year. */
function two(reader: Reader, at: number): NumericDate | null {
  const sign = separatorAt(reader, at + 1);
  const a = digitsAt(reader, at, "12");
  const b = digitsAt(reader, at + 2, "12");
  if (sign === null || a === null || b === null) return null;
  if (sign === "." && reader.tokens[at + 1]?.spaced) return null;
  const closing =
    sign === "." && reader.tokens[at + 3]?.text === "." && !reader.tokens[at + 3]?.spaced;
  const end = at + (closing ? 4 : 3);
  const found = dayMonth(a, b, reader.order);
  if (!found || !cut(reader, at, end, false) || (a === 24 && b === 7)) return null;
  const dotted = closing && reader.order === "dmy" && digitsAt(reader, at + 4, "24") === null;
  const sure =
    dotted || ((sign === "/" || sign === reader.dayMonthSign) && tight(reader, at, at + 3));
  const term = yearly(found.month, found.day, sure ? 0 : 1);
  if (found.sure || !sure || isNative(reader.order)) return { start: at, end, term };
  return { start: at, end, term: { ...term, soft: "date.order" } };
}

/** 20161016. */
function compact({ tokens }: Reader, at: number): NumericDate | null {
  const text = tokens[at]?.text ?? "";
  const year = Number(text.slice(0, 4));
  if (text.length !== 8 || tokens[at]?.kind !== "digits" || year < 1970 || year > 2099) return null;
  const [month, day] = [Number(text.slice(4, 6)), Number(text.slice(6))];
  if (!isRealDay(year, month, day)) return null;
  return { start: at, end: at + 1, term: dayTerm(year, month, day) };
}

/** "18 08 1978", where the day comes first. */
function blanks(reader: Reader, at: number): NumericDate | null {
  if (reader.order !== "dmy") return null;
  const a = digitsAt(reader, at, "12");
  const b = digitsAt(reader, at + 1, "12");
  const year = digitsAt(reader, at + 2, "24");
  if (a === null || b === null || year === null || !isRealDay(fullYear(year), b, a)) return null;
  if (reader.tokens[at + 2]?.text.length === 2 && reader.tokens[at + 1]?.text.length !== 2)
    return null;
  if (fullYear(year) < 1900 || fullYear(year) > 2099) return null;
  return { start: at, end: at + 3, term: dayTerm(fullYear(year), b, a) };
}

export function numericDates(
  tokens: readonly Token[],
  order: Order,
  dayMonthSign: string,
): readonly NumericDate[] {
  const reader: Reader = { tokens, order, dayMonthSign };
  const found: NumericDate[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== "digits") return;
    for (const read of [three, yearMonth, two, compact, blanks]) {
      const date = read(reader, at);
      if (date) found.push(date);
    }
  });
  return found;
}
