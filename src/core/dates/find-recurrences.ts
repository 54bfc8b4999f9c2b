/**
 * Recurrences and clock times in a sentence, in the shape of a said schedule (request contract,
 * S1-S4, D10). How long backups are kept is not read here.
 */
import type { ISODate, SaidSchedule, Span, Weekday } from "../request/request.ts";
import { analyse, type Analysis, type DateContext } from "./analyse.ts";
import { toISODate, type DayNumber } from "./calendar-day.ts";
import { inDayPart } from "./rules-time.ts";
import * as S from "./symbols.ts";
import { earliest, latest, type Term } from "./term.ts";

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
interface Found {
  readonly first: number;
  readonly last: number;
  readonly repeat: S.Repeat;
}

/** At most one rule: phrases that refine each other are one ("weekly … every Monday at 8"). */
export function findRecurrences(text: string, context: DateContext): readonly RecurrenceSpan[] {
  return recurrencesIn(analyse(text, context));
}

export function findTimes(text: string, context: DateContext): readonly TimeSpan[] {
  return timesIn(analyse(text, context));
}

export function recurrencesIn(analysis: Analysis): readonly RecurrenceSpan[] {
  const all = repeatsIn(analysis);
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

function repeatsIn({ items, tokens, lexicon }: Analysis): readonly Found[] {
  const found: Found[] = [];
  for (const { symbol, start, end, value } of items) {
    if (symbol.id !== S.REPEAT.id) continue;
    const next = tokens[end];
    // "monthly salary" is an amount.
    if (next && lexicon.pay.has(next.text) && end - start === 1) continue;
    found.push({ first: start, last: end - 1, repeat: value as S.Repeat });
  }
  const length = ({ first, last }: Found) => (tokens[last]?.to ?? 0) - (tokens[first]?.from ?? 0);
  found.sort(
    (a, b) =>
      length(b) - length(a) || Number(a.repeat.loose ?? false) - Number(b.repeat.loose ?? false),
  );
  const taken: Found[] = [];
  for (const each of found) {
    if (!taken.some((other) => each.first <= other.last && other.first <= each.last))
      taken.push(each);
  }
  return taken.sort((a, b) => a.first - b.first);
}

function fitsWith({ repeat }: Found, firm: readonly Found[]): boolean {
  return firm.some((other) => refine(other.repeat, repeat) !== null);
}

interface Merged {
  readonly repeat: S.Repeat;
  readonly parts: readonly Found[];
  readonly split: boolean;
}

/** Adds a later phrase; what contradicts is another schedule and is asked about. */
function merge(sofar: Merged, next: Found): Merged {
  const repeat = refine(sofar.repeat, next.repeat) ?? refine(next.repeat, sofar.repeat);
  if (!repeat) return { ...sofar, split: true };
  return { ...sofar, repeat, parts: [...sofar.parts, next] };
}

/** The general rule with the details of the special one, or null when they differ. */
function refine(general: S.Repeat, special: S.Repeat): S.Repeat | null {
  const bare = !general.byDay && !general.byMonthDay;
  const sameFreq = general.freq === special.freq;
  const dailyPart = special.freq === "daily" && special.interval === 1 && general.freq !== "never";
  if (dailyPart && !sameFreq) return withTime(general, special);
  if (!sameFreq || !bare) return null;
  if (general.time && special.time && general.time.hour !== special.time.hour) return null;
  const { loose: _loose, ...detail } = special;
  return withTime({ ...detail, interval: Math.max(general.interval, special.interval) }, general);
}

function withTime(repeat: S.Repeat, other: S.Repeat): S.Repeat {
  const time = repeat.time ?? other.time;
  const dayPart = repeat.dayPart ?? other.dayPart;
  return { ...repeat, ...(time && { time }), ...(dayPart && { dayPart }) };
}

export function clockText({ hour, minute }: S.Clock): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** A time, a part of the day or a number of times said apart from the rule. */
function detailsOf(repeat: S.Repeat, parts: readonly Part[], { items }: Analysis): Details {
  let said = repeat;
  let count: number | null = null;
  const found: Part[] = [...parts];
  const free = items
    .filter(({ start, end }) => !parts.some((part) => part.first < end && start <= part.last))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { symbol, start, end, value } of free) {
    if (symbol.id === S.TIME.id && !said.time)
      said = withTime(said, { ...said, time: value as S.Clock });
    else if (symbol.id === S.DAY_PART_SAID.id && !said.dayPart)
      said = { ...said, dayPart: value as S.DayPart };
    else if (symbol.id === S.COUNT.id && count === null) count = value as number;
    else continue;
    found.push({ first: start, last: end - 1 });
  }
  if (said.time && said.dayPart) said = { ...said, time: inDayPart(said.time, said.dayPart) };
  return { repeat: said, count, parts: found };
}

interface Part {
  readonly first: number;
  readonly last: number;
}
interface Details {
  readonly repeat: S.Repeat;
  readonly count: number | null;
  readonly parts: readonly Part[];
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

interface Bounds {
  readonly rule: Partial<RecurrenceRule>;
  readonly parts: readonly { readonly first: number; readonly last: number }[];
}

/** "starting June 1", "until December": bounds of the schedule, read into the future (D10). */
function boundsOf(parts: readonly Part[], { items, today, tokens }: Analysis): Bounds {
  const rule: { start?: ISODate; until?: ISODate } = {};
  const found: { first: number; last: number }[] = [];
  const open = items
    .filter(({ symbol }) => symbol.id === S.SPAN.id)
    .map(({ start, end, value }) => ({ first: start, last: end - 1, term: value as Term }))
    .filter(({ first, last }) => !parts.some((part) => part.first <= last && first <= part.last))
    .sort((a, b) => b.last - b.first - (a.last - a.first));
  for (const { first, last, term } of open) {
    const { bound } = term;
    if (!bound || rule[bound.role] !== undefined) continue;
    if (bound.near && !parts.some((part) => isBeside(part, { first, last }, tokens))) continue;
    const day = boundDay(bound.role, bound.term, today);
    if (day === null) continue;
    rule[bound.role] = toISODate(day);
    found.push({ first, last });
  }
  return { rule, parts: found };
}

/** Nothing but a comma between them. */
function isBeside(a: Part, b: Part, tokens: Analysis["tokens"]): boolean {
  const [left, right] = a.first < b.first ? [a, b] : [b, a];
  return tokens.slice(left.last + 1, right.first).every(({ kind }) => kind === "sign");
}

function boundDay(role: "start" | "until", term: Term, today: DayNumber): DayNumber | null {
  const next = term.cycle ? (earliest(term, today) ?? latest(term, today)) : term.at(0);
  if (!next) return null;
  const day = role === "start" ? next.from : next.to === null ? null : next.to - 1;
  return day !== null && day >= today ? day : null;
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
