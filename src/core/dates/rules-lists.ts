/** Lists of weekdays and of days of the month. */
import { optional, rule, type Rule } from "./chart.ts";
import { dayRun } from "./repeat.ts";
import * as S from "./symbols.ts";

export function listRules(): readonly Rule[] {
  const comma = optional(S.COMMA);
  const and = optional(S.word("and"));
  const the = S.MAYBE_LINK;
  return [
    rule(S.DAYS, [S.WEEKDAY, optional(S.DOT)], (day) => [day]),
    rule(S.DAYS, [S.WEEKDAYS], (day) => [day]),
    rule(S.DAYS, [S.WEEKDAY, S.word("to"), S.WEEKDAY], (from, _to, to) => dayRun(from, to)),
    rule(S.DAYS, [S.WEEKDAY, S.DASH, S.WEEKDAY], (from, _to, to) => dayRun(from, to)),
    rule(S.DAYS, [S.DAYS, comma, and, optional(S.word("on")), S.DAYS], (a, c, also, _on, b) =>
      (c ?? also) && b.length === 1 && a.length < 7 ? [...a, ...b] : null,
    ),
    // "mon/wed/fri".
    rule(S.DAYS, [S.DAYS, S.SLASH, S.DAYS], (a, _slash, b) =>
      b.length === 1 && a.length < 7 ? [...a, ...b] : null,
    ),
    rule(S.PLURALS, [S.WEEKDAYS], (day) => [day]),
    rule(S.PLURALS, [S.WEEKDAYS, S.word("to"), S.WEEKDAYS], (from, _to, to) => dayRun(from, to)),
    rule(
      S.PLURALS,
      [S.PLURALS, comma, and, optional(S.word("on")), S.WEEKDAYS],
      (a, c, also, _on, b) => ((c ?? also) && a.length < 7 ? [...a, b] : null),
    ),
    // "los lunes y jueves": the article is said once.
    rule(S.PLURALS, [S.PLURALS, comma, and, S.WEEKDAY], (a, c, also, b) =>
      (c ?? also) && a.length < 7 ? [...a, b] : null,
    ),
    rule(S.MONTH_DAYS, [the, S.ORDINAL], (_the, n) =>
      n === -1 || (n >= 1 && n <= 31) ? [n] : null,
    ),
    rule(S.MONTH_DAYS, [the, S.ORDINAL, S.word("dayWord")], (_the, n) =>
      n === -1 || (n >= 1 && n <= 31) ? [n] : null,
    ),
    rule(S.MONTH_DAYS, [S.word("theDay"), S.NUMBER], (_the, n) => (n >= 1 && n <= 31 ? [n] : null)),
    rule(S.MONTH_DAYS, [the, S.word("monthDay"), S.NUMBER], (_the, _day, n) =>
      n >= 1 && n <= 31 ? [n] : null,
    ),
    rule(S.MONTH_DAYS, [S.MONTH_DAYS, comma, and, S.MONTH_DAYS], (a, c, also, b) =>
      (c ?? also) && b.length === 1 && a.length < 7 ? [...a, ...b] : null,
    ),
  ].flat();
}
