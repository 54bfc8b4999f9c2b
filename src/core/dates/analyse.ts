/** One pass over a text: tokens, seeds, chart. Dates and recurrences are both read from its items. */
import type { ISODate } from "../request/request.ts";
import { toDayNumber, type DayNumber } from "./calendar-day.ts";
import { grammar, parse, type Grammar, type Item, type Sym } from "./chart.ts";
import { lexiconFor, type Lexicon } from "./lexicon-index.ts";
import { marksOf, type Marks } from "./marks.ts";
import { numericDates, type NumericDate } from "./numeric-dates.ts";
import { calendarRules } from "./rules-calendar.ts";
import { joinRules } from "./rules-join.ts";
import { listRules } from "./rules-lists.ts";
import { numberRules } from "./rules-numbers.ts";
import { relativeRules } from "./rules-relative.ts";
import { repeatRules } from "./rules-repeat.ts";
import { openRules } from "./rules-open.ts";
import { partRules } from "./rules-part.ts";
import { rangeRules } from "./rules-range.ts";
import { timeRules } from "./rules-time.ts";
import { seedsOf } from "./seeds.ts";
import * as S from "./symbols.ts";
import { indexOf, type Term } from "./term.ts";
import { tokenise, type Token } from "./tokens.ts";

export interface DateContext {
  readonly today: ISODate;
  /** BCP 47 primary tag: word list and order of numeric dates. */
  readonly language: string;
  /** Further languages whose words are understood too. */
  readonly languages?: readonly string[];
  /** Does a noun that a month may stand before begin at this offset? */
  readonly isNoun?: (offset: number) => boolean;
}
export interface Analysis {
  readonly text: string;
  readonly today: DayNumber;
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
  readonly marks: Marks;
  readonly known: readonly boolean[];
  readonly corrected: ReadonlyMap<number, string>;
  readonly isNoun: (offset: number) => boolean;
}

/** Longer texts are read up to here (request contract: input is capped). */
const MOST_CHARACTERS = 4000;

const RULES: Grammar = grammar(
  [
    numberRules(),
    calendarRules(),
    joinRules(),
    relativeRules(),
    openRules(),
    rangeRules(),
    partRules(),
    timeRules(),
    listRules(),
    repeatRules(),
  ].flat(),
);

export function analyse(text: string, context: DateContext): Analysis {
  const today = toDayNumber(context.today);
  const lexicon = lexiconFor([context.language, ...(context.languages ?? [])]);
  const tokens = tokenise(text.slice(0, MOST_CHARACTERS));
  const numeric = numericDates(tokens, lexicon.order, lexicon.dayMonthSign);
  const seeds = seedsOf(tokens, lexicon, today, wholeDates(tokens, numeric));
  for (const { start, end, term } of numeric) {
    seeds.items[end]?.push({ symbol: S.TERM, start, end, value: term });
  }
  const same = (symbol: Sym<unknown>, a: unknown, b: unknown) => equal(symbol, a, b, today);
  const items = parse(RULES, seeds.items, same, today);
  const { known, corrected } = seeds;
  const isNoun = context.isNoun ?? (() => false);
  return { text, today, lexicon, tokens, items, marks: marksOf(items), known, corrected, isNoun };
}

/** Tokens of "2025-03-14": nothing but one day, never "le 2025 – 14 March". */
function wholeDates(tokens: readonly Token[], found: readonly NumericDate[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { start, end } of found) {
    const parts = tokens.slice(start, end);
    const iso =
      parts.length === 5 &&
      parts[0]?.text.length === 4 &&
      parts[1]?.text === "-" &&
      parts[3]?.text === "-" &&
      !parts.some((token, i) => i > 0 && token.spaced);
    if (iso) for (let at = start; at < end; at += 1) inside.add(at);
  }
  return inside;
}

function equal(symbol: Sym<unknown>, a: unknown, b: unknown, today: DayNumber): boolean {
  if (a === b) return true;
  if (symbol.id === S.TERM.id || symbol.id === S.SPAN.id)
    return sameTerm(a as Term, b as Term, today);
  if (typeof a !== "object" || typeof b !== "object") return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameTerm(a: Term, b: Term, today: DayNumber): boolean {
  if (a.cycle !== b.cycle || a.grain !== b.grain || a.weak !== b.weak || a.shape !== b.shape)
    return false;
  if (a.hard !== b.hard || a.soft !== b.soft) return false;
  const index = a.cycle ? indexOf(a.cycle, today) : 0;
  const one = a.at(index);
  const two = b.at(index);
  return one?.from === two?.from && one?.to === two?.to;
}
