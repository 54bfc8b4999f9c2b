import { isoWeekOf, toDayNumber } from "../dates/calendar-day.ts";
import { minutesBetween } from "./occurrences.ts";
import type { Retention } from "./schedule.ts";

/** One copy that a schedule or a person made. `at` is the local minute of its run. */
export interface Copy {
  readonly id: string;
  readonly at: string;
  readonly proved: boolean;
  /** Copies without which this one cannot be restored: its base and the increments between. */
  readonly needs?: readonly string[];
}
export interface RetentionDecision {
  readonly copy: Copy;
  readonly keep: boolean;
  /** "among the last 5", "the last of its week", "older than 30 days". */
  readonly why: string;
}

type Period = (at: string) => string;
const periods: readonly (readonly [keyof Retention, string, Period])[] = [
  ["hourly", "hour", (at) => at.slice(0, 13)],
  ["daily", "day", (at) => at.slice(0, 10)],
  ["weekly", "week", weekOf],
  ["monthly", "month", (at) => at.slice(0, 7)],
  ["yearly", "year", (at) => at.slice(0, 4)],
];

function weekOf(at: string): string {
  const { year, week } = isoWeekOf(toDayNumber(at.slice(0, 10)));
  return `${String(year)}-W${String(week)}`;
}

/**
 * Which copies stay, by restic's model (restic manual, "Removing snapshots according to a policy"): the
 * rules are OR-ed, each natural period keeps its newest copy, and only periods that have a copy count. A
 * burst counts as one copy. What no rule keeps goes, and so does what is older than `maxAgeDays`. The
 * newest proved copy always stays, and so does whatever a copy that stays needs.
 */
export function decideRetention(
  copies: readonly Copy[],
  rule: Retention,
  now: string,
): readonly RetentionDecision[] {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const merged = mergeBursts(newestFirst, rule.mergeMinutes ?? 0);
  const counted = newestFirst.filter((copy) => !merged.has(copy));
  const newestProved = newestFirst.find(({ proved }) => proved);
  const keepers = reasonsToKeep(counted, rule, now);
  if (newestProved !== undefined && !keepers.has(newestProved))
    keepers.set(newestProved, "the newest proved copy");
  for (const copy of counted) {
    if (copy === newestProved || !isTooOld(copy, rule, now)) continue;
    keepers.delete(copy);
  }
  keepWhatIsNeeded(newestFirst, keepers);
  return newestFirst.map((copy) => {
    const why = keepers.get(copy);
    return why === undefined
      ? { copy, keep: false, why: whyItGoes(copy, rule, now, merged) }
      : { copy, keep: true, why };
  });
}

const limits = ["keepLast", "withinDays", ...periods.map(([name]) => name)] as const;

function hasLimit(rule: Retention): boolean {
  return limits.some((name) => rule[name] !== undefined);
}

function isTooOld(copy: Copy, { maxAgeDays }: Retention, now: string): boolean {
  return maxAgeDays !== undefined && ageInDays(copy.at, now) > maxAgeDays;
}

function ageInDays(at: string, now: string): number {
  return toDayNumber(now.slice(0, 10)) - toDayNumber(at.slice(0, 10));
}

function whyItGoes(
  copy: Copy,
  rule: Retention,
  now: string,
  merged: ReadonlyMap<Copy, Copy>,
): string {
  const into = merged.get(copy);
  if (into !== undefined) return `made again at ${into.at.slice(11)}`;
  if (isTooOld(copy, rule, now)) return `older than ${String(rule.maxAgeDays)} days`;
  return "no rule keeps it";
}

/** Copies within minutes of each other: the newest proved one stands for all, else the newest. */
function mergeBursts(newestFirst: readonly Copy[], minutes: number): ReadonlyMap<Copy, Copy> {
  const merged = new Map<Copy, Copy>();
  if (minutes <= 0) return merged;
  let burst: Copy[] = [];
  const close = (): void => {
    const stands = burst.find(({ proved }) => proved) ?? burst[0];
    for (const copy of burst) {
      if (stands !== undefined && copy !== stands) merged.set(copy, stands);
    }
    burst = [];
  };
  for (const copy of newestFirst) {
    const first = burst[0];
    if (first !== undefined && minutesBetween(copy.at, first.at) > minutes) close();
    burst.push(copy);
  }
  close();
  return merged;
}

function reasonsToKeep(
  newestFirst: readonly Copy[],
  rule: Retention,
  now: string,
): Map<Copy, string> {
  const reasons = new Map<Copy, string>();
  if (!hasLimit(rule)) for (const copy of newestFirst) reasons.set(copy, "no rule lets it go");
  for (const copy of newestFirst.slice(0, rule.keepLast ?? 0))
    reasons.set(copy, `among the last ${String(rule.keepLast)}`);
  const latest = newestFirst[0]?.at ?? now;
  for (const copy of newestFirst) {
    const within = rule.withinDays !== undefined && ageInDays(copy.at, latest) <= rule.withinDays;
    if (within && !reasons.has(copy)) reasons.set(copy, `within ${String(rule.withinDays)} days`);
  }
  for (const [name, word, periodOf] of periods) {
    const most = rule[name] ?? 0;
    const seen = new Set<string>();
    for (const copy of newestFirst) {
      if (seen.size >= most) break;
      // As restic: with periods left over the oldest copy stays too, for the longest reach back.
      const isOldest = copy === newestFirst.at(-1);
      const isFirst = !seen.has(periodOf(copy.at));
      seen.add(periodOf(copy.at));
      if ((isFirst || isOldest) && !reasons.has(copy))
        reasons.set(copy, isFirst ? `the last of its ${word}` : "the oldest there is");
    }
  }
  return reasons;
}

/** An increment without its base is no copy. */
function keepWhatIsNeeded(copies: readonly Copy[], keepers: Map<Copy, string>): void {
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  for (const copy of [...keepers.keys()]) {
    for (const id of copy.needs ?? []) {
      const needed = byId.get(id);
      if (needed !== undefined && !keepers.has(needed))
        keepers.set(needed, `the copy of ${copy.at.replace("T", ", ")} builds on it`);
    }
  }
}
