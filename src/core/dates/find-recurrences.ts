/**
 * Recurrences and clock times in a sentence, in the shape of a said schedule (request contract,
 * S1-S4, D10). How long backups are kept is not read here.
 */
import type { ISODate, SaidSchedule, Span, Weekday } from "../request/request.ts";
import { analyse, type Analysis, type DateContext } from "./analyse.ts";
import { boundsOf, detailsOf, fitsWith, merge, repeatsIn, type Merged } from "./merge-repeats.ts";
import * as S from "./symbols.ts";

export interface RecurrenceRule {
  readonly freq: "daily" | "weekly" | "monthly" | "yearly" | "onChange";
  readonly interval: number;
  readonly byDay?: readonly Weekday[];
  readonly byMonthDay?: readonly number[];
  readonly bySetPos?: number;
  /** 1..12, only with `yearly`. */
  readonly month?: number;
  readonly time?: string;
  readonly dayPart?: S.DayPart;
  readonly start?: ISODate;
  readonly until?: ISODate;
  readonly count?: number;
}
export interface RecurrenceSpan {
  /** Hull of all parts. */
  readonly start: number;
  readonly end: number;
  /** Every phrase that says a part of the rule, left to right. */
  readonly parts: readonly Span[];
  /** Null when what was said cannot repeat here ("hourly"). */
  readonly rule: RecurrenceRule | null;
  readonly confidence: number;
  /** Repeats only if the sentence is about a schedule: "the 1st of the month". */
  readonly loose: boolean;
  readonly soft?: "schedule.time";
  readonly hard?: "schedule.unsupported" | "schedule.split";
}
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  readonly soft?: "schedule.time";
}

/** At most one rule: phrases that refine each other are one ("weekly … every Monday at 8"). */
export function findRecurrences(text: string, context: DateContext): readonly RecurrenceSpan[] {
  return recurrencesIn(analyse(text, context));
}

export function findTimes(text: string, context: DateContext): readonly TimeSpan[] {
  return timesIn(analyse(text, context));
}

export function recurrencesIn(analysis: Analysis): readonly RecurrenceSpan[] {
  const all = repeatsIn(analysis).filter((each) => !runsInto(each, analysis));
  const firm = all.filter(({ repeat }) => !repeat.loose);
  const said =
    firm.length > 0
      ? all.filter((each) => !each.repeat.loose || fitsWith(each, firm))
      : all.slice(0, 1);
  const [lead, ...rest] = said;
  if (!lead) return [];
  const merged = rest.reduce(merge, { repeat: lead.repeat, parts: [lead], split: false });
  return [spanOf(merged, analysis)];
}

/** "todo último | contacto": the last word of a repeat belongs to a phrase that is no date. */
function runsInto({ last }: { readonly last: number }, { marks }: Analysis): boolean {
  return marks.blocked.some(({ start, end }) => start <= last && last < end - 1);
}

export function clockText({ hour, minute }: S.Clock): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function spanOf({ repeat, parts, split }: Merged, analysis: Analysis): RecurrenceSpan {
  const { tokens } = analysis;
  const said = detailsOf(repeat, parts, analysis);
  const bounds = boundsOf(said.parts, analysis);
  const spans = [...said.parts, ...bounds.parts]
    .sort((a, b) => a.first - b.first)
    .map(({ first, last }): Span => [tokens[first]?.from ?? 0, tokens[last]?.to ?? 0]);
  const hard = split ? "schedule.split" : repeat.hard;
  const loose = parts.every((part) => part.repeat.loose === true);
  const { time } = said.repeat;
  const vague = time?.vague === true && time.hour >= 1 && time.hour <= 6;
  return {
    start: spans[0]?.[0] ?? 0,
    end: spans.at(-1)?.[1] ?? 0,
    parts: spans,
    rule:
      repeat.freq === "never"
        ? null
        : ruleOf(said.repeat, repeat.freq, {
            ...bounds.rule,
            ...(said.count && { count: said.count }),
          }),
    confidence: loose ? 0.6 : 0.95,
    loose,
    ...(vague && { soft: "schedule.time" as const }),
    ...(hard && { hard }),
  };
}

function ruleOf(
  repeat: S.Repeat,
  freq: RecurrenceRule["freq"],
  bounds: Partial<RecurrenceRule>,
): RecurrenceRule {
  const { interval, byDay, byMonthDay, bySetPos, month, time, dayPart } = repeat;
  return {
    freq,
    interval,
    ...(byDay && { byDay }),
    ...(byMonthDay && { byMonthDay }),
    ...(bySetPos !== undefined && { bySetPos }),
    ...(month !== undefined && { month }),
    ...(time && { time: clockText(time) }),
    ...(dayPart && !time && { dayPart }),
    ...bounds,
  };
}

export function timesIn({ items, tokens }: Analysis): readonly TimeSpan[] {
  const found = items
    .filter(({ symbol }) => symbol.id === S.TIME.id)
    .map(({ start, end, value }) => ({ first: start, last: end - 1, clock: value as S.Clock }))
    .sort((a, b) => b.last - b.first - (a.last - a.first));
  const taken: typeof found = [];
  for (const each of found) {
    if (!taken.some((other) => each.first <= other.last && other.first <= each.last))
      taken.push(each);
  }
  return taken
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, clock }) => ({
      start: tokens[first]?.from ?? 0,
      end: tokens[last]?.to ?? 0,
      time: clockText(clock),
      ...(clock.vague && clock.hour <= 6 && { soft: "schedule.time" as const }),
    }));
}

/** The part of a rule that a said schedule takes; yearly is monthly with twelve times the interval (S1). */
export function scheduleOf(rule: RecurrenceRule): SaidSchedule {
  const { freq, interval, month: _month, ...rest } = rule;
  const months = freq === "yearly" ? interval * 12 : interval;
  return {
    ...rest,
    freq: freq === "yearly" ? "monthly" : freq,
    ...(months > 1 && { interval: months }),
  };
}
