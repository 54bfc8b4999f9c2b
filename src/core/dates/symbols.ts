/** The alphabet of the date grammar: what a word can be, and what phrases are built from words. */
import type { Weekday } from "../request/request.ts";
import { optional, symbols, type Sym } from "./chart.ts";
import type { Term } from "./term.ts";
import type { WordRole } from "./lexicon/contract.ts";

const { sym } = symbols();

export type UnitName =
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "weekend"
  | "workweek"
  | "businessDay"
  | "fortnight"
  | "month"
  | "quarter"
  | "half"
  | "sixMonths"
  | "year"
  | "decade";
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly businessDays: number;
  readonly hours: number;
  /** Unit of the last part said, and its count when it is the only part. */
  readonly unit: UnitName;
  readonly count: number | null;
  /** No number was said ("a week", "day"). */
  readonly bare: boolean;
}
export interface Digits {
  readonly n: number;
  readonly length: number;
}
export interface Shift {
  readonly by: number;
  /** May also mean a rolling window (request contract, D3). */
  readonly vague: boolean;
  /** Of weekdays the next one, not the one of next week: "coming Friday". */
  readonly near: boolean;
}
export interface Nth {
  readonly nth: number;
  readonly count: number;
  readonly unit: UnitName | Weekday;
}
export interface Part {
  readonly side: "start" | "middle" | "end";
  readonly noun: boolean;
}
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Hour between 1 and 12 said without am, pm or minutes of a 24-hour clock. */
  readonly vague: boolean;
}
export type DayPart = "morning" | "afternoon" | "evening" | "night";
export interface Repeat {
  readonly freq: "daily" | "weekly" | "monthly" | "yearly" | "onChange" | "never";
  readonly interval: number;
  readonly byDay?: readonly Weekday[];
  readonly byMonthDay?: readonly number[];
  readonly bySetPos?: number;
  readonly month?: number;
  readonly time?: Clock;
  readonly dayPart?: DayPart;
  readonly hard?: "schedule.unsupported" | "schedule.split";
  /** "the 1st of the month": repeats only in a sentence about schedules. */
  readonly loose?: boolean;
}

// Words.
export const DIGITS = sym<Digits>("digits");
export const NUMBER_WORD = sym<number>("numberWord");
export const TENS = sym<number>("tens");
export const HUNDRED = sym<true>("hundred");
export const HUNDREDS = sym<number>("hundreds");
/** The beginning of a spelled year: 1900, 2000. */
export const CENTURY = sym<number>("century");
export const THOUSAND = sym<true>("thousand");
export const ORDINAL_WORD = sym<number>("ordinalWord");
/** A month said by its number: "vierter". */
export const ORDINAL_MONTH = sym<number>("ordinalMonth");
export const ORDINAL_END = sym<true>("ordinalEnd");
export const MONTH = sym<Term>("month");
export const WEEKDAY = sym<Weekday>("weekday");
export const WEEKDAYS = sym<Weekday>("weekdays");
export const UNIT = sym<UnitName>("unit");
export const SHIFT = sym<Shift>("shift");
/** Stands after its noun: "mois dernier". */
export const SHIFT_AFTER = sym<Shift>("shiftAfter");
/** "ytd": the unit that runs until today. */
export const TO_DATE = sym<UnitName>("unitToDate");
/** "eoy": a part of the running unit. */
export const PART_OF = sym<{ readonly part: Part; readonly unit: UnitName }>("partOf");
export const PART = sym<Part>("part");
/** Understood, but asked about. */
export const UNSUPPORTED = sym<Term>("unsupported");
export const SEASON = sym<Term>("season");
export const QUARTER_LETTER = sym<true>("quarterLetter");
export const HALF_LETTER = sym<true>("halfLetter");
export const WEEK_LETTER = sym<true>("weekLetter");
export const FREQUENCY = sym<Repeat>("frequency");
export const DAY_PART = sym<DayPart>("dayPart");
/** A part of the day with its preposition: "in the morning", "mornings". */
export const DAY_PART_SAID = sym<DayPart>("dayPartSaid");
export const BLOCKED = sym<true>("blocked");
/** "for 10 weeks" */
export const LASTING = sym<Duration>("lasting");
export const COUNT = sym<number>("count");
export const CLOCK_WORD = sym<Clock>("clockWord");
/** Minutes that a phrase before or behind an hour adds: "half past", "y media". */
export const CLOCK_BEFORE = sym<number>("clockBefore");
export const CLOCK_AFTER = sym<number>("clockAfter");
export const COMMA = sym<true>("comma");
export const DOT = sym<true>("dot");
export const DASH = sym<true>("dash");
export const SLASH = sym<true>("slash");
export const COLON = sym<true>("colon");
export const QUOTE = sym<true>("quote");

const roles = new Map<WordRole, Sym<true>>();
/** The symbol of a function word. */
export function word(role: WordRole): Sym<true> {
  let found = roles.get(role);
  if (!found) roles.set(role, (found = sym<true>(role)));
  return found;
}

// Phrases.
export const NUMBER = sym<number>("number");
export const ORDINAL = sym<number>("ordinal");
export const LINK = sym<true>("link");
export const SIGN = sym<true>("sign");
export const DURATION = sym<Duration>("duration");
export const TERM = sym<Term>("term");
/** A term that ends a phrase: open or rolling; nothing more is built on it. */
export const SPAN = sym<Term>("span");
export const NTH = sym<Nth>("nth");
export const TIME = sym<Clock>("time");
export const HOUR = sym<Clock>("hour");
/** 16.00: a time only beside another sign of one. */
export const DOTTED = sym<Clock>("dotted");
export const DAYS = sym<readonly Weekday[]>("weekdayList");
export const PLURALS = sym<readonly Weekday[]>("weekdaysList");
export const MONTH_DAYS = sym<readonly number[]>("monthDayList");
export const EACH = sym<UnitName>("each");
export const REPEAT = sym<Repeat>("repeat");
export const MAYBE_LINK = optional(LINK);
export const MAYBE_THE = optional(word("the"));
