/** Phrases of one sentence that say parts of one rule: "weekly … every Monday at 8". */
import type { ISODate } from "../request/request.ts";
import type { Analysis } from "./analyse.ts";
import { toISODate, type DayNumber } from "./calendar-day.ts";
import type { Item, Sym } from "./chart.ts";
import { inDayPart } from "./rules-time.ts";
import * as S from "./symbols.ts";
import { earliest, latest, type Term } from "./term.ts";

export interface Found {
  readonly first: number;
  readonly last: number;
  readonly repeat: S.Repeat;
}

export function repeatsIn({ items, tokens, lexicon, marks }: Analysis): readonly Found[] {
  const found: Found[] = [];
  for (const { symbol, start, end, value } of items) {
    if (symbol.id !== S.REPEAT.id) continue;
    const next = tokens[end];
    // "monthly salary" is an amount.
    if (next && lexicon.pay.has(next.text) && end - start === 1) continue;
    // "les plus anciens en premier, chaque trimestre": the ordinal belongs to what stands before.
    const other = marks.blocked.some(
      (each) => each.start <= start && start < each.end && tokens[each.end]?.text === ",",
    );
    if (other && end - start > 1) continue;
    if (items.some((item) => isDateAround(item, start, end))) continue;
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

/** "weekends" in "the last 2 weekends" says no repetition. */
function isDateAround({ symbol, start, end, value }: Item, first: number, after: number): boolean {
  if (symbol.id !== S.SPAN.id && symbol.id !== S.TERM.id) return false;
  return (
    start <= first && after <= end && end - start > after - first && (value as Term).weak === 0
  );
}

export function fitsWith({ repeat }: Found, firm: readonly Found[]): boolean {
  return firm.some((other) => refine(other.repeat, repeat) !== null);
}

export interface Merged {
  readonly repeat: S.Repeat;
  readonly parts: readonly Found[];
  readonly split: boolean;
}

/** Adds a later phrase; what contradicts is another schedule and is asked about. */
export function merge(sofar: Merged, next: Found): Merged {
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

export interface Part {
  readonly first: number;
  readonly last: number;
}
interface Details {
  readonly repeat: S.Repeat;
  readonly count: number | null;
  readonly parts: readonly Part[];
}

const DETAILS: ReadonlySet<number> = new Set(
  [S.TIME, S.DAY_PART_SAID, S.COUNT, S.LASTING].map((symbol: Sym<unknown>) => symbol.id),
);

/** A time, a part of the day or a number of times said apart from the rule. */
export function detailsOf(
  repeat: S.Repeat,
  parts: readonly Part[],
  { items, tokens }: Analysis,
): Details {
  let said = repeat;
  let count: number | null = null;
  const found: Part[] = [...parts];
  const free = items
    .filter(({ symbol }) => DETAILS.has(symbol.id))
    .filter(({ start, end }) => !parts.some((part) => part.first < end && start <= part.last))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { symbol, start, end, value } of free) {
    if (symbol.id === S.TIME.id && !said.time)
      said = withTime(said, { ...said, time: value as S.Clock });
    else if (symbol.id === S.DAY_PART_SAID.id && !said.dayPart)
      said = { ...said, dayPart: value as S.DayPart };
    else if (symbol.id === S.COUNT.id && count === null) count = value as number;
    else if (
      symbol.id === S.LASTING.id &&
      isBesideAny(parts, { first: start, last: end - 1 }, tokens)
    ) {
      count ??= timesIn(said, value as S.Duration);
    } else continue;
    found.push({ first: start, last: end - 1 });
  }
  if (said.time && said.dayPart) said = { ...said, time: inDayPart(said.time, said.dayPart) };
  return { repeat: said, count, parts: found };
}

interface Bounds {
  readonly rule: { readonly start?: ISODate; readonly until?: ISODate };
  readonly parts: readonly { readonly first: number; readonly last: number }[];
}

/** "starting June 1", "until December": bounds of the schedule, read into the future (D10). */
export function boundsOf(parts: readonly Part[], { items, today, tokens }: Analysis): Bounds {
  const rule: { start?: ISODate; until?: ISODate } = {};
  const found: { first: number; last: number }[] = [];
  const open = items
    .filter(({ symbol }) => symbol.id === S.SPAN.id)
    .map(({ start, end, value }) => ({ first: start, last: end - 1, term: value as Term }))
    .filter(({ first, last }) => !parts.some((part) => part.first <= last && first <= part.last))
    .sort((a, b) => b.last - b.first - (a.last - a.first));
  // "until the end of March 2025" is over: "until the end of March" inside it bounds nothing either.
  const over: { first: number; last: number }[] = [];
  for (const { first, last, term } of open) {
    const { bound } = term;
    if (!bound || rule[bound.role] !== undefined) continue;
    if (over.some((each) => each.first <= first && last <= each.last)) continue;
    if (bound.near && !isBesideAny(parts, { first, last }, tokens)) continue;
    const day = boundDay(bound.role, bound.term, today);
    if (day === null) {
      over.push({ first, last });
      continue;
    }
    rule[bound.role] = toISODate(day);
    found.push({ first, last });
  }
  return { rule, parts: found };
}

/** "for 10 weeks" of a weekly rule is ten times; null when it does not come out even. */
function timesIn({ freq, interval }: S.Repeat, { months, days }: S.Duration): number | null {
  const length = freq === "daily" ? 1 : freq === "weekly" ? 7 : 0;
  const said = freq === "monthly" ? (days === 0 ? months : 0) : months === 0 ? days / length : 0;
  const count = said / interval;
  return Number.isInteger(count) && count > 0 ? count : null;
}

function isBesideAny(parts: readonly Part[], other: Part, tokens: Analysis["tokens"]): boolean {
  return parts.some((part) => isBeside(part, other, tokens));
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
