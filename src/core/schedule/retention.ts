import { isoWeekOf, toDayNumber } from "../dates/calendar-day.ts";
import type { Retention } from "./schedule.ts";

/** One copy that a schedule or a person made. `at` is the local minute of its run. */
export interface Copy {
  readonly id: string;
  readonly at: string;
  readonly proved: boolean;
}
export interface RetentionDecision {
  readonly copy: Copy;
  readonly keep: boolean;
  /** "among the last 5", "of week 48", "older than 30 days". */
  readonly why: string;
}

type Period = (at: string) => string;
const periods: readonly (readonly [keyof Retention, string, Period])[] = [
  ["daily", "day", (at) => at.slice(0, 10)],
  [
    "weekly",
    "week",
    (at) => {
      const { year, week } = isoWeekOf(toDayNumber(at.slice(0, 10)));
      return `${String(year)}-W${String(week)}`;
    },
  ],
  ["monthly", "month", (at) => at.slice(0, 7)],
  ["yearly", "year", (at) => at.slice(0, 4)],
];

/**
 * Which copies stay, by restic's model: the rules are OR-ed, each period keeps its newest copy. What no
 * rule keeps goes, and so does what is older than `maxAgeDays`. The newest proved copy always stays.
 */
export function decideRetention(
  copies: readonly Copy[],
  rule: Retention,
  now: string,
): readonly RetentionDecision[] {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const keepers = reasonsToKeep(newestFirst, rule);
  const byRule = periods.some(([name]) => rule[name] !== undefined) || rule.keepLast !== undefined;
  const newestProved = newestFirst.find(({ proved }) => proved);
  return newestFirst.map((copy) => {
    if (copy === newestProved)
      return { copy, keep: true, why: keepers.get(copy) ?? "the newest proved copy" };
    const age = toDayNumber(now.slice(0, 10)) - toDayNumber(copy.at.slice(0, 10));
    if (rule.maxAgeDays !== undefined && age > rule.maxAgeDays) {
      return { copy, keep: false, why: `older than ${String(rule.maxAgeDays)} days` };
    }
    const why = keepers.get(copy);
    if (why !== undefined || !byRule) return { copy, keep: true, why: why ?? "no rule lets it go" };
    return { copy, keep: false, why: "no rule keeps it" };
  });
}

function reasonsToKeep(newestFirst: readonly Copy[], rule: Retention): ReadonlyMap<Copy, string> {
  const reasons = new Map<Copy, string>();
  if (rule.keepLast !== undefined) {
    for (const copy of newestFirst.slice(0, rule.keepLast))
      reasons.set(copy, `among the last ${String(rule.keepLast)}`);
  }
  for (const [name, word, periodOf] of periods) {
    const most = rule[name] ?? 0;
    const seen = new Set<string>();
    for (const copy of newestFirst) {
      const period = periodOf(copy.at);
      if (seen.has(period)) continue;
      if (seen.size >= most) break;
      seen.add(period);
      if (!reasons.has(copy)) reasons.set(copy, `the last of its ${word}`);
    }
  }
  return reasons;
}
