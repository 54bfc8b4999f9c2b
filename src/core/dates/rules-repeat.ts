/** What comes again: every Monday, monthly on the 1st, every other week, on every change. */
import type { Weekday } from "../request/request.ts";
import { optional, rule, type Rule } from "./chart.ts";
import {
  edgeOf,
  everyDate,
  everyNth,
  everyUnit,
  monthDays,
  nthOfEach,
  oftener,
  onDate,
  parted,
  timed,
  unclear,
  weekly,
  withDetail,
  withoutDays,
} from "./repeat.ts";
import { inDayPart } from "./rules-time.ts";
import * as S from "./symbols.ts";

export function repeatRules(): readonly Rule[] {
  return [
    ...everyRules(),
    ...onceRules(),
    ...monthRules(),
    ...edgeRules(),
    ...detailRules(),
    ...clockRules(),
  ].flat();
}

const changes = (interval: number): S.Repeat => ({ freq: "onChange", interval });

function everyRules(): readonly (readonly Rule[])[] {
  const { EACH } = S;
  const every = S.word("every");
  const other = S.word("other");
  return [
    rule(EACH, [every, S.UNIT], (_every, unit) => unit),
    rule(S.REPEAT, [S.FREQUENCY], (repeat) => repeat),
    rule(S.REPEAT, [S.word("always"), S.FREQUENCY], (_always, repeat) => repeat),
    rule(S.REPEAT, [S.word("change")], () => changes(1)),
    rule(S.REPEAT, [S.word("after"), S.NUMBER, S.word("changes")], (_after, n) => changes(n)),
    rule(S.REPEAT, [every, S.NUMBER, S.word("changes")], (_every, n) => changes(n)),
    rule(S.REPEAT, [S.word("after"), every, S.NUMBER, S.word("changes")], (_a, _e, n) =>
      changes(n),
    ),
    rule(S.REPEAT, [S.word("changeWhen"), S.word("changeWhat")], () => changes(1)),
    rule(S.REPEAT, [EACH], (unit) => everyUnit(unit, 1)),
    rule(S.REPEAT, [every, S.NUMBER, S.UNIT], (_every, n, unit) => everyUnit(unit, n)),
    rule(S.REPEAT, [every, other, S.UNIT], (_every, _other, unit) => everyUnit(unit, 2)),
    rule(S.REPEAT, [every, S.ORDINAL, S.UNIT], (_every, n, unit) =>
      n >= 2 ? everyUnit(unit, n) : null,
    ),
    rule(S.REPEAT, [every, S.DAYS], (_every, days) => weekly(days)),
    rule(S.REPEAT, [every, other, S.DAYS], (_every, _other, days) => weekly(days, 2)),
    rule(S.REPEAT, [every, S.ORDINAL, S.DAYS], (_every, n, days) => everyNth(n, days)),
    rule(S.REPEAT, [every, S.NUMBER, S.DAYS], (_every, n, days) =>
      n >= 2 ? weekly(days, n) : null,
    ),
    rule(S.REPEAT, [every, S.MAYBE_LINK, S.DAY_PART], (_every, _of, dayPart) => ({
      freq: "daily" as const,
      interval: 1,
      dayPart,
    })),
    rule(S.REPEAT, [every, S.TERM], (_every, term) => everyDate(term)),
  ];
}

function onceRules(): readonly (readonly Rule[])[] {
  const every = S.word("every");
  const once = S.word("once");
  const [yes, no, comma] = [S.word("oneYes"), S.word("oneNo"), optional(S.COMMA)];
  return [
    rule(S.REPEAT, [S.PLURALS], (days) => weekly(days)),
    rule(S.REPEAT, [S.word("always"), S.DAYS], (_always, days) => weekly(days)),
    rule(S.REPEAT, [S.word("always"), S.MAYBE_LINK, S.MONTH_DAYS], (_always, _on, days) =>
      monthDays({ freq: "monthly", interval: 1 }, days),
    ),
    rule(S.REPEAT, [every, S.MONTH_DAYS], (_every, days) =>
      monthDays({ freq: "monthly", interval: 1 }, days),
    ),
    rule(S.REPEAT, [S.NUMBER, S.DAYS, S.word("oneInTwo")], (n, days) =>
      n === 1 ? weekly(days, 2) : null,
    ),
    // "sexta sim, sexta não", "semana sí, semana no".
    rule(S.REPEAT, [S.DAYS, yes, comma, S.DAYS, no], (days, _yes, _c, same) =>
      days.join() === same.join() ? weekly(days, 2) : null,
    ),
    rule(S.REPEAT, [S.UNIT, yes, comma, S.UNIT, no], (unit, _yes, _c, same) =>
      unit === same ? everyUnit(unit, 2) : null,
    ),
    rule(S.REPEAT, [S.NUMBER, S.UNIT, S.word("oneInTwo")], (n, unit) =>
      n === 1 ? everyUnit(unit, 2) : null,
    ),
    rule(S.REPEAT, [once, S.word("per"), S.UNIT], (_once, _per, unit) => everyUnit(unit, 1)),
    rule(S.REPEAT, [once, S.word("every"), S.NUMBER, S.UNIT], (_once, _every, n, unit) =>
      everyUnit(unit, n),
    ),
    rule(S.REPEAT, [once, S.REPEAT], (_once, repeat) => repeat),
    rule(S.REPEAT, [S.word("twice"), S.word("per"), S.UNIT], (_twice, _per, unit) => oftener(unit)),
    rule(S.REPEAT, [S.word("twice"), S.FREQUENCY], (_twice, repeat) => unclear(repeat)),
    rule(S.REPEAT, [S.NUMBER, S.word("often"), S.FREQUENCY], (n, _often, repeat) =>
      n === 1 ? repeat : unclear(repeat),
    ),
    rule(S.REPEAT, [S.NUMBER, S.word("often"), S.word("per"), S.UNIT], (n, _often, _per, unit) =>
      n === 1 ? everyUnit(unit, 1) : oftener(unit),
    ),
  ];
}

function loose(repeat: S.Repeat | null): S.Repeat | null {
  return repeat && { ...repeat, loose: true };
}

function monthRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  const { EACH, MONTH_DAYS: DAYS_OF, NTH, REPEAT } = S;
  return [
    rule(REPEAT, [link, NTH, link, EACH], (_on, nth, _of, unit) => nthOfEach(nth, unit)),
    rule(REPEAT, [EACH, link, NTH], (unit, _on, nth) => nthOfEach(nth, unit)),
    rule(
      REPEAT,
      [S.word("every"), NTH, link, optional(S.word("the")), S.UNIT],
      (_every, nth, _of, _the, unit) => nthOfEach(nth, unit),
    ),
    rule(REPEAT, [REPEAT, link, NTH], (repeat, _on, nth) =>
      repeat.freq === "monthly" && !repeat.byDay && !repeat.byMonthDay
        ? withDetail(repeat, nthOfEach(nth, "month"))
        : null,
    ),
    rule(REPEAT, [link, NTH, S.word("of"), S.UNIT], (_on, nth, _of, unit) =>
      loose(nthOfEach(nth, unit)),
    ),
    rule(REPEAT, [link, NTH, S.word("of"), S.word("the"), S.UNIT], (_on, nth, _of, _the, unit) =>
      loose(nthOfEach(nth, unit)),
    ),
    rule(REPEAT, [link, DAYS_OF, link, EACH], (_on, days, _of, unit) =>
      monthDays(everyUnit(unit, 1) ?? DAILY, days),
    ),
    rule(REPEAT, [REPEAT, link, DAYS_OF], (repeat, _on, days) => monthDays(repeat, days)),
    rule(
      REPEAT,
      [S.word("every"), DAYS_OF, S.word("of"), S.MAYBE_THE, S.UNIT],
      (_every, days, _of, _the, unit) => monthDays(everyUnit(unit, 1) ?? DAILY, days),
    ),
    rule(REPEAT, [DAYS_OF, S.word("of"), S.MAYBE_THE, S.UNIT], (days, _of, _the, unit) =>
      unit === "month" ? loose(monthDays({ freq: "monthly", interval: 1 }, days)) : null,
    ),
  ];
}

/** "at the end of every month". */
function edgeRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  const { EACH, PART, REPEAT } = S;
  return [
    rule(REPEAT, [link, S.MAYBE_THE, PART, link, EACH], (_at, _the, { side }, _of, unit) =>
      edgeOf(side, unit),
    ),
    rule(REPEAT, [S.word("always"), link, S.PART_OF], (_always, _at, { part, unit }) =>
      edgeOf(part.side, unit),
    ),
    rule(REPEAT, [link, S.MAYBE_THE, S.PART_OF, link, EACH], (_at, _the, { part }, _of, unit) =>
      edgeOf(part.side, unit),
    ),
    rule(REPEAT, [REPEAT, link, S.PART_OF], (repeat, _at, { part }) =>
      withDetail(repeat, edgeOf(part.side, "month")),
    ),
    rule(REPEAT, [EACH, PART], (unit, { side }) => edgeOf(side, unit)),
    rule(REPEAT, [REPEAT, link, S.MAYBE_THE, PART], (repeat, _at, _the, { side, noun }) =>
      noun ? withDetail(repeat, edgeOf(side, "month")) : null,
    ),
    rule(
      REPEAT,
      [link, S.MAYBE_THE, PART, link, S.MAYBE_THE, S.UNIT],
      (_at, _the, { side, noun }, _of, _art, unit) =>
        noun && unit === "month" ? loose(edgeOf(side, unit)) : null,
    ),
  ];
}

const DAILY: S.Repeat = { freq: "daily", interval: 1 };

function detailRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  const { REPEAT } = S;
  const refined = (repeat: S.Repeat, days: readonly Weekday[]) =>
    repeat.freq === "weekly" && !repeat.byDay ? weekly(days, repeat.interval) : null;
  return [
    rule(REPEAT, [REPEAT, link, S.DAYS], (repeat, _on, days) => refined(repeat, days)),
    rule(REPEAT, [S.DAYS, REPEAT], (days, repeat) => refined(repeat, days)),
    rule(REPEAT, [REPEAT, link, REPEAT], (a, _link, b) =>
      a.freq === "weekly" && b.freq === "weekly" && !a.byDay && b.byDay && !a.time
        ? { ...b, interval: Math.max(a.interval, b.interval) }
        : null,
    ),
    rule(REPEAT, [REPEAT, S.word("except"), link, S.DAYS], (repeat, _except, _on, days) =>
      withoutDays(repeat, days),
    ),
    rule(REPEAT, [REPEAT, link, S.TERM], (repeat, _on, term) => onDate(repeat, term)),
    rule(REPEAT, [S.DAYS, link, S.TIME], (days, _at, time) =>
      days.length < 2
        ? null
        : {
            ...weekly(days),
            time,
            loose: true,
          },
    ),
  ];
}

/** Times, parts of the day and how often. */
function clockRules(): readonly (readonly Rule[])[] {
  const link = S.MAYBE_LINK;
  const { REPEAT } = S;
  return [
    rule(S.LASTING, [S.word("lasting"), S.DURATION], (_for, by) => (by.bare ? null : by)),
    rule(REPEAT, [REPEAT, link, S.TIME], (repeat, _at, time) => timed(repeat, time)),
    rule(REPEAT, [REPEAT, link, S.DOTTED], (repeat, _at, time) => timed(repeat, time)),
    rule(REPEAT, [S.TIME, link, REPEAT], (time, _link, repeat) => timed(repeat, time)),
    rule(REPEAT, [S.DOTTED, link, REPEAT], (time, _link, repeat) => timed(repeat, time)),
    rule(REPEAT, [REPEAT, link, S.DAY_PART], (repeat, _in, part) => parted(repeat, part)),
    rule(S.DAY_PART_SAID, [S.LINK, S.DAY_PART], (_in, part) => part),
    rule(S.COUNT, [S.NUMBER, S.word("often")], (n) => (n >= 1 ? n : null)),
    rule(REPEAT, [S.DAY_PART, S.TIME], (dayPart, time) => ({
      freq: "daily" as const,
      interval: 1,
      time: inDayPart(time, dayPart),
      loose: true,
    })),
  ];
}
