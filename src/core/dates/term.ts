/**
 * What a phrase means before today is known: a fixed interval, or one that comes back every year,
 * month or week and is picked by preference (corpus convention 3: the latest that has begun).
 */
import {
  monthIndexOf,
  partsOf,
  weekIndexOf,
  type CalendarUnit,
  type DayNumber,
} from "./calendar-day.ts";

/** Half-open; null is unbounded. */
export interface Interval {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
}
export type Cycle = "year" | "month" | "week";
export type Grain = CalendarUnit | "weekend" | "workweek" | "part" | "open";
export type Shape =
  | "number"
  | "dom"
  | "weekday"
  | "weekdate"
  | "month"
  | "date"
  | "year"
  | "unit"
  | "season"
  | "holiday"
  | "numeric"
  | "day"
  | "shifted"
  | "range"
  | "nth"
  | "part"
  | "rolling"
  | "open";
/** 0 stands alone, 1 needs a date context, 2 never stands alone. */
export type Weakness = 0 | 1 | 2;
export type SoftDate = "date.ambiguous" | "date.future" | "date.order";
export type HardDate = "date.invalid" | "date.reversed";

export interface Term {
  readonly cycle: Cycle | null;
  /** The occurrence in a year, month (year * 12 + month - 1) or week; fixed terms ignore it. */
  readonly at: (index: number) => Interval | null;
  readonly grain: Grain;
  readonly shape: Shape;
  /** Depends on today even when fixed ("last month"). */
  readonly relative: boolean;
  readonly weak: Weakness;
  readonly soft?: SoftDate;
  readonly hard?: HardDate;
  /** "one" in words may be an article: it follows no month. */
  readonly article?: true;
  /** Another reading worth offering. */
  readonly other?: Interval;
  /** "end of March": the whole of March, and which edge of it is meant as an endpoint. */
  /** The start or end of a schedule, said as an open date: the day itself and its role. */
  readonly bound?: {
    readonly role: "start" | "until";
    readonly term: Term;
    /** Only beside the recurrence: the words also open data filters ("ab März"). */
    readonly near?: boolean;
  };
  /** A unit without an article: a date only when nothing else is said. */
  readonly bare?: boolean;
  /** Ends with "or later": no part of another phrase may follow. */
  readonly tail?: boolean;
  readonly edge?: {
    readonly whole: Term;
    readonly side: "start" | "middle" | "end";
    /** "the end of", not "late". */
    readonly noun: boolean;
  };
}

export function fixed(
  from: DayNumber | null,
  to: DayNumber | null,
  rest: Pick<Term, "grain" | "shape"> & Partial<Term>,
): Term {
  const interval = { from, to };
  return { cycle: null, at: () => interval, relative: false, weak: 0, ...rest };
}

export function cyclic(
  cycle: Cycle,
  at: (index: number) => Interval | null,
  rest: Pick<Term, "grain" | "shape"> & Partial<Term>,
): Term {
  return { cycle, at, relative: true, weak: 0, ...rest };
}

/** Number of the year, month or week that holds a day. */
export function indexOf(cycle: Cycle, day: DayNumber): number {
  if (cycle === "week") return weekIndexOf(day);
  return cycle === "month" ? monthIndexOf(day) : partsOf(day).year;
}

/** How far a rare occurrence (29 February, Friday 13th) is looked for. */
const REACH: Readonly<Record<Cycle, number>> = { year: 9, month: 30, week: 2 };

/** The latest occurrence that begins on or before `day`, or null. */
export function latest(term: Term, day: DayNumber): Interval | null {
  if (!term.cycle) return term.at(0);
  const index = indexOf(term.cycle, day) + 1;
  for (let back = 0; back <= REACH[term.cycle] + 1; back += 1) {
    const found = term.at(index - back);
    if (found && (found.from ?? found.to ?? day) <= day) return found;
  }
  return null;
}

/** The earliest occurrence that begins on or after `day`, or null. */
export function earliest(term: Term, day: DayNumber): Interval | null {
  if (!term.cycle) return term.at(0);
  const index = indexOf(term.cycle, day) - 1;
  for (let ahead = 0; ahead <= REACH[term.cycle] + 1; ahead += 1) {
    const found = term.at(index + ahead);
    if (found && (found.from ?? found.to ?? day) >= day) return found;
  }
  return null;
}

/** Corpus convention 3: what has begun, else what comes first. */
export function resolve(term: Term, today: DayNumber): Interval | null {
  return latest(term, today) ?? earliest(term, today);
}

export function pin(term: Term, interval: Interval | null, rest: Partial<Term> = {}): Term | null {
  return interval && { ...term, cycle: null, at: () => interval, relative: true, ...rest };
}

function fits(inner: Term, outer: Term): boolean {
  if (!inner.cycle || outer.grain === "open" || outer.weak === 2) return false;
  if (outer.bare) return false;
  if (inner.shape === "weekdate") return false;
  if (outer.shape === "shifted") return inner.shape !== "month" && inner.weak === 0;
  if (outer.shape === "range" || outer.shape === "rolling") return false;
  return outer.grain === inner.cycle;
}

/** "X of Y": the occurrence of X inside Y ("15th" of "March", "Tuesday" of "next week"). */
export function within(inner: Term, outer: Term): Term | null {
  const { cycle } = inner;
  if (!cycle || !fits(inner, outer)) return null;
  if (inner.shape === "range" && outer.shape === "year" && crossesYear(inner, outer)) return null;
  const at = (index: number) => {
    const container = outer.at(index);
    return container && container.from !== null ? inner.at(indexOf(cycle, container.from)) : null;
  };
  return {
    ...inner,
    at,
    cycle: outer.cycle,
    relative: outer.relative,
    weak: 0,
    shape: inner.shape === "dom" || inner.shape === "number" ? "date" : inner.shape,
    ...(outer.soft && { soft: outer.soft }),
    ...(outer.hard && { hard: outer.hard }),
  };
}

/** "Nov-Feb 2017": the year belongs to the end alone. */
function crossesYear(inner: Term, outer: Term): boolean {
  const year = outer.at(0);
  const found = year?.from == null ? null : inner.at(indexOf("year", year.from));
  return found?.to != null && year?.to != null && found.to > year.to;
}

/** "the end of March" as an endpoint is a border of March, not a part of it (D5). */
export function border(term: Term): Term {
  const { edge } = term;
  if (!edge) return term;
  if (edge.side === "end") return { ...edge.whole, edge };
  return term;
}

/** "since the end of March" begins on its last day; "since late March" on the 21st. */
export function opensOnLastDay({ edge }: Term): boolean {
  return edge?.side === "end" && edge.noun;
}
