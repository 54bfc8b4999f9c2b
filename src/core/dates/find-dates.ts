/**
 * Dates in a sentence, as half-open local-day intervals (request contract D1-D10; conventions of
 * the date corpora). Pure: today is an argument, words are data.
 */
import type { ISODate } from "../request/request.ts";
import { analyse, type Analysis, type DateContext } from "./analyse.ts";
import { toISODate } from "./calendar-day.ts";
import { standsAlone } from "./context.ts";
import * as S from "./symbols.ts";
import {
  earliest,
  resolve,
  type HardDate,
  type Interval,
  type Shape,
  type SoftDate,
  type Term,
} from "./term.ts";

export interface DateInterval {
  readonly from: ISODate | null;
  readonly to: ISODate | null;
}
export interface DateSpan extends DateInterval {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The words depend on today: "last month", "March" without a year. */
  readonly relative: boolean;
  readonly confidence: number;
  readonly shape: Shape;
  readonly soft?: SoftDate;
  readonly hard?: HardDate;
  readonly alternatives?: readonly DateInterval[];
  /** A misspelt word as it was read. */
  readonly corrected?: string;
}
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly term: Term;
}

/** All dates found, left to right, none overlapping. */
export function findDates(text: string, context: DateContext): readonly DateSpan[] {
  return datesIn(analyse(text, context));
}

export function datesIn(analysis: Analysis): readonly DateSpan[] {
  return chosen(candidates(analysis), analysis).flatMap((each) => spanOf(each, analysis) ?? []);
}

function candidates(analysis: Analysis): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const { symbol, start, end, value } of analysis.items) {
    if (symbol.id !== S.TERM.id && symbol.id !== S.SPAN.id) continue;
    const candidate = { first: start, last: end - 1, term: value as Term };
    if (standsAlone(candidate, analysis)) found.push(candidate);
  }
  return found;
}

/** Longest first; a phrase that says more beats its parts. */
function chosen(all: readonly Candidate[], { tokens }: Analysis): readonly Candidate[] {
  const length = ({ first, last }: Candidate) =>
    (tokens[last]?.to ?? 0) - (tokens[first]?.from ?? 0);
  const ordered = [...all].sort(
    (a, b) => length(b) - length(a) || penalty(a.term) - penalty(b.term),
  );
  const taken: Candidate[] = [];
  for (const each of ordered) {
    if (!taken.some((other) => each.first <= other.last && other.first <= each.last))
      taken.push(each);
  }
  return taken.sort((a, b) => a.first - b.first);
}

/** Of two readings of the same words the closer one wins. */
function penalty({ weak, hard, shape, bound }: Term): number {
  const vague = weak + (hard ? 2 : 0);
  if (shape === "range" || shape === "part") return vague + 0.5;
  if (shape !== "open") return vague;
  // "beginning of May" is a part of May before it is a start.
  return bound?.role === "start" && !bound.near ? vague + 0.6 : vague - 0.1;
}

function iso(interval: Interval): DateInterval {
  return {
    from: interval.from === null ? null : toISODate(interval.from),
    to: interval.to === null ? null : toISODate(interval.to),
  };
}

function spanOf({ first, last, term }: Candidate, analysis: Analysis): DateSpan | null {
  const { tokens, today } = analysis;
  const found = resolve(term, today);
  const interval = found?.from == null && found?.to == null ? null : found;
  const hard = reversed(interval)
    ? "date.reversed"
    : (term.hard ?? (interval ? undefined : "date.invalid"));
  const shown = interval && !reversed(interval) ? interval : { from: null, to: null };
  const future = shown.from !== null && shown.from > today;
  const soft = term.soft ?? (future ? "date.future" : undefined);
  const relative = term.relative || term.cycle !== null;
  const corrected = wordsCorrected(first, last, analysis);
  const others = alternatives(term, shown, analysis);
  return {
    start: tokens[first]?.from ?? 0,
    end: tokens[last]?.to ?? 0,
    ...iso(shown),
    relative,
    confidence: confidenceOf(term, soft, corrected !== null),
    shape: term.shape,
    ...(soft && { soft }),
    ...(hard && { hard }),
    ...(others.length > 0 && { alternatives: others }),
    ...(corrected !== null && { corrected }),
  };
}

function reversed(interval: Interval | null): boolean {
  return interval?.from != null && interval.to !== null && interval.from >= interval.to;
}

function alternatives(term: Term, shown: Interval, { today }: Analysis): readonly DateInterval[] {
  const others: Interval[] = term.other ? [term.other] : [];
  const next = term.cycle && shown.from !== null ? earliest(term, shown.from + 1) : null;
  if (next && next.from !== null && next.from > today) others.push(next);
  return others.map(iso);
}

/** Fitted by eye to language.md: all parts said 0.97, past preference 0.9, questions 0.7. */
function confidenceOf(term: Term, soft: SoftDate | undefined, corrected: boolean): number {
  const base = soft && soft !== "date.future" ? 0.7 : term.cycle ? 0.9 : term.weak > 0 ? 0.8 : 0.97;
  return corrected ? Math.min(base, 0.85) : base;
}

function wordsCorrected(first: number, last: number, { corrected }: Analysis): string | null {
  if (corrected.size === 0) return null;
  const words: string[] = [];
  for (let at = first; at <= last; at += 1) {
    const word = corrected.get(at);
    if (word !== undefined) words.push(word);
  }
  return words.length > 0 ? words.join(" ") : null;
}
