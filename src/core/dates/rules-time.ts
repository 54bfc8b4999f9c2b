/** Clock times: 8 am, 17:30, 8h30, noon (request contract, S2). */
import { optional, rule, type Rule } from "./chart.ts";
import * as S from "./symbols.ts";

function clock(hour: number, minute: number, vague: boolean): S.Clock | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return { hour: hour % 24, minute, vague: vague && hour >= 1 && hour <= 12 };
}

/** "half past seven", "halb acht", "siete menos cuarto"; 12 less a quarter is 11:45. */
function moved({ hour, minute, vague }: S.Clock, by: number): S.Clock | null {
  if (minute !== 0) return null;
  const minutes = (hour * 60 + by + 24 * 60) % (24 * 60);
  const within = hour === 1 && by < 0 ? minutes + 12 * 60 : minutes;
  return { hour: Math.floor(within / 60), minute: within % 60, vague };
}

function meridiem({ hour, minute }: S.Clock, half: "am" | "pm"): S.Clock | null {
  if (hour > 12 || (hour === 0 && half === "am"))
    return half === "pm" ? { hour, minute, vague: false } : null;
  return { hour: (hour % 12) + (half === "pm" ? 12 : 0), minute, vague: false };
}

/** An hour beside a part of the day: "8 in the evening" is 20:00. */
export function inDayPart(time: S.Clock, part: S.DayPart): S.Clock {
  const { hour, minute } = time;
  if (!time.vague) return time;
  const late =
    part === "afternoon" || part === "evening"
      ? hour < 12
      : part === "night" && hour >= 5 && hour < 12;
  return {
    hour: late ? hour + 12 : hour === 12 && part === "night" ? 0 : hour,
    minute,
    vague: false,
  };
}

/** An hour without a sign of being one. */
const { HOUR } = S;

export function timeRules(): readonly Rule[] {
  const oclock = optional(S.word("oclock"));
  const halves = [
    ["am", S.word("am")],
    ["pm", S.word("pm")],
  ] as const;
  return [
    rule(HOUR, [S.DIGITS], ({ n, length }) => (length <= 2 ? clock(n, 0, true) : null)),
    rule(HOUR, [S.NUMBER_WORD], (n) => (n >= 1 && n <= 12 ? clock(n, 0, true) : null)),
    rule(S.TIME, [S.DIGITS, S.COLON, S.DIGITS, oclock], (h, _c, m) =>
      h.length <= 2 && m.length === 2 ? clock(h.n, m.n, h.length === 1) : null,
    ),
    rule(S.DOTTED, [S.DIGITS, S.DOT, S.DIGITS], (h, _dot, m) =>
      h.length <= 2 && m.length === 2 ? clock(h.n, m.n, false) : null,
    ),
    rule(S.TIME, [S.DOTTED, S.word("oclock")], (time) => time),
    rule(S.TIME, [S.word("at"), S.DOTTED], (_at, time) => time),
    rule(S.TIME, [HOUR, S.word("oclock")], (time) => time),
    rule(S.TIME, [S.DIGITS, S.word("oclock"), S.DIGITS], (h, _h, m) =>
      h.length <= 2 && m.length === 2 ? clock(h.n, m.n, false) : null,
    ),
    ...halves.flatMap(([half, symbol]) => [
      rule(S.TIME, [HOUR, symbol], (time) => meridiem(time, half)),
      rule(S.TIME, [S.TIME, symbol], (time) => meridiem(time, half)),
      rule(S.TIME, [S.DOTTED, symbol], (time) => meridiem(time, half)),
    ]),
    rule(S.TIME, [S.CLOCK_WORD], (time) => time),
    rule(S.TIME, [S.word("at"), HOUR], (_at, time) => time),
    rule(S.TIME, [S.word("at"), S.TIME], (_at, time) => time),
    rule(S.TIME, [S.CLOCK_BEFORE, HOUR], (by, time) => moved(time, by)),
    rule(S.TIME, [S.CLOCK_BEFORE, S.CLOCK_WORD], (by, time) => moved(time, by)),
    rule(S.TIME, [HOUR, oclock, S.CLOCK_AFTER], (time, _h, by) => moved(time, by)),
    rule(S.TIME, [S.CLOCK_WORD, S.CLOCK_AFTER], (time, by) => moved(time, by)),
    rule(S.TIME, [S.TIME, S.MAYBE_LINK, S.DAY_PART], (time, _link, part) =>
      time.vague ? inDayPart(time, part) : null,
    ),
  ].flat();
}
