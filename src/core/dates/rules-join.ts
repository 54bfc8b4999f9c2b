/** One term inside another or beside its weekday: "15th of March", "Tuesday of next week", "Fri 9 May". */
import { optional, rule, type Rule } from "./chart.ts";
import { monthIndexOf, weekIndexOf, weekdayOf, type DayNumber } from "./calendar-day.ts";
import { domTerm, fullYear, monthTerm, yearTerm } from "./rules-numbers.ts";
import * as S from "./symbols.ts";
import { pin, within, type Term } from "./term.ts";

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
  return found?.from == null ? null : pin(weekday, weekday.at(weekIndexOf(found.from)));
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

/** "de marzo un archivo": the article of what follows. */
const isObject = (a: Term, b: Term): boolean => b.article === true && a.shape !== "weekday";

function join(a: Term, b: Term, today: DayNumber): Term | null {
  return within(a, b) ?? within(b, a) ?? weekdayAnd(a, b, today);
}

export function joinRules(): readonly Rule[] {
  return [
    ...shortRules(),
    rule(S.TERM, [S.TERM, S.TERM], (a, b, today) =>
      plainCount(a, b) || isObject(a, b) ? null : join(a, b, today),
    ),
    rule(S.TERM, [S.TERM, S.LINK, S.TERM], (a, _link, b, today) =>
      isWeekdayAndCount(a, b) || isObject(a, b) ? null : join(a, b, today),
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
  ].flat();
}

/** Years of two digits and months said by their number. */
function shortRules(): readonly (readonly Rule[])[] {
  return [
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
