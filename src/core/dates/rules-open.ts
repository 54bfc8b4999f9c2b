/** Intervals open on one side: since, after, before, until, and by age. */
import { optional, rule, type Rule } from "./chart.ts";
import type { DayNumber } from "./calendar-day.ts";
import * as S from "./symbols.ts";
import { border, fixed, opensOnLastDay, pin, resolve, type Interval, type Term } from "./term.ts";
import { shiftBy } from "./units.ts";

const OPEN = { grain: "open", shape: "open", weak: 0 } as const;

/** Maps every occurrence of a term; the start of the term still picks which one is meant. */
function mapped(
  term: Term,
  map: (interval: Interval) => Interval | null,
  today: DayNumber,
): Term | null {
  if (term.weak === 2 || term.grain === "open" || term.shape === "range" || term.bare) return null;
  const found = resolve(term, today);
  if (!found) return { ...term, ...OPEN, hard: "date.invalid" };
  const interval = map(found);
  const other = term.other ? map(term.other) : null;
  const relative = term.relative || term.cycle !== null;
  return pin(term, interval, { ...OPEN, relative, ...(other && { other }) });
}

function since(term: Term, today: DayNumber): Term | null {
  const last = opensOnLastDay(term);
  return mapped(
    last ? border(term) : term,
    ({ from, to }) => {
      const day = last && to !== null ? to - 1 : from;
      return day === null ? null : { from: day, to: null };
    },
    today,
  );
}

function after(term: Term, today: DayNumber): Term | null {
  return mapped(border(term), ({ to }) => (to === null ? null : { from: to, to: null }), today);
}

function before(term: Term, today: DayNumber): Term | null {
  const end = term.edge?.side === "end";
  return mapped(
    border(term),
    ({ from, to }) => ((end ? to : from) === null ? null : { from: null, to: end ? to : from }),
    today,
  );
}

function until(term: Term, today: DayNumber): Term | null {
  return mapped(border(term), ({ to }) => (to === null ? null : { from: null, to }), today);
}

function tail(term: Term | null): Term | null {
  return term && { ...term, tail: true };
}

function bounded(role: "start" | "until", said: Term, open: Term | null): Term | null {
  return open && { ...open, bound: { role, term: said } };
}

/** After a word that also means "for": what a plan is for is no border. */
const BEFORE: ReadonlySet<string> = new Set([
  "date",
  "year",
  "numeric",
  "weekday",
  "weekdate",
  "month",
  "part",
]);

export function openRules(): readonly Rule[] {
  return [...borderRules(), ...besideRules(), ...ageRules()].flat();
}

function borderRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_LINK;
  return [
    rule(S.SPAN, [S.word("since"), the, S.TERM], (_since, _the, term, today) => since(term, today)),
    // "seit 3 Monaten", "depuis 2 semaines".
    ...[S.word("since"), S.word("fromOn")].map((word) =>
      rule(S.SPAN, [word, S.MAYBE_THE, S.DURATION], (_since, _the, by, today) =>
        by.bare ? null : fixed(shiftBy(today, by, -1), null, { ...OPEN, relative: true }),
      ),
    ),
    rule(S.SPAN, [S.word("starting"), the, S.TERM], (_starting, _the, term, today) =>
      bounded("start", term, since(term, today)),
    ),
    rule(S.SPAN, [S.word("fromOn"), the, S.TERM], (_from, _the, term, today) => {
      const open = bounded("start", term, since(term, today));
      return open?.bound ? { ...open, bound: { ...open.bound, near: true } } : open;
    }),
    rule(S.SPAN, [S.word("after"), the, S.TERM], (_after, _the, term, today) => after(term, today)),
    rule(S.SPAN, [S.word("before"), the, S.TERM], (_before, _the, term, today) =>
      before(term, today),
    ),
    rule(S.SPAN, [S.word("beforeDay"), S.TERM], (_before, term, today) =>
      BEFORE.has(term.shape) ? before(term, today) : null,
    ),
    rule(S.SPAN, [S.word("until"), the, S.TERM], (_until, _the, term, today) =>
      bounded("until", term, until(term, today)),
    ),
    rule(S.SPAN, [S.word("ending"), the, S.TERM], (_ending, _the, term, today) =>
      bounded("until", term, until(term, today)),
    ),
  ];
}

/** Words on the other side of the date: "and later", "or before". */
function besideRules(): readonly (readonly Rule[])[] {
  const the = S.MAYBE_LINK;
  return [
    rule(
      S.SPAN,
      [optional(S.word("from")), the, S.TERM, S.word("onward")],
      (_from, _the, term, _rest, today) => tail(since(term, today)),
    ),
    rule(
      S.SPAN,
      [S.word("from"), the, S.TERM, S.word("onwardFrom")],
      (_from, _the, term, _rest, today) => since(term, today),
    ),
    rule(S.SPAN, [S.TERM, S.word("backward")], (term, _rest, today) => tail(until(term, today))),
  ];
}

function ageRules(): readonly (readonly Rule[])[] {
  const ends = [S.word("ago"), S.word("old")];
  const older = (by: S.Duration, today: DayNumber) =>
    by.bare ? null : fixed(null, shiftBy(today, by, -1), { ...OPEN, relative: true });
  const newer = (by: S.Duration, today: DayNumber) =>
    by.bare ? null : fixed(shiftBy(today, by, -1), today + 1, { ...OPEN, relative: true });
  return [
    rule(
      S.SPAN,
      [S.word("older"), S.DURATION, optional(S.word("ago"))],
      (_older, by, _end, today) => older(by, today),
    ),
    rule(
      S.SPAN,
      [S.word("newer"), S.DURATION, optional(S.word("ago"))],
      (_newer, by, _end, today) => newer(by, today),
    ),
    rule(S.SPAN, [S.word("older"), S.MAYBE_THE, S.TERM], (_older, _the, term, today) =>
      before(term, today),
    ),
    rule(S.SPAN, [S.word("newer"), S.MAYBE_THE, S.TERM], (_newer, _the, term, today) =>
      after(term, today),
    ),
    rule(S.SPAN, [S.word("less"), S.DURATION, S.word("hence")], (_less, by, _rest, today) =>
      by.bare ? null : fixed(today, shiftBy(today, by, 1), { ...OPEN, relative: true }),
    ),
    ...ends.flatMap((end) => [
      rule(S.SPAN, [S.word("more"), S.DURATION, end], (_more, by, _end, today) => older(by, today)),
      rule(S.SPAN, [S.word("less"), S.DURATION, end], (_less, by, _end, today) => newer(by, today)),
    ]),
  ];
}
