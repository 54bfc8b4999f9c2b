import { toDayNumber } from "../dates/calendar-day.ts";
import type { ApplicationPath, FunnelStage, Readable } from "./application-path.ts";
import { applicationPath, funnelStages } from "./application-path.ts";
import { countWeeks, type WeekCount } from "./week-counts.ts";

/** `share` is of all applications, 0..1. */
interface FunnelStep {
  readonly stage: FunnelStage | "any reply";
  readonly count: number;
  readonly share: number;
}
interface SourceCount {
  readonly source: string;
  readonly applications: number;
  readonly replies: number;
  readonly rate: number;
  /** Days in which half of the replies came; absent where no reply has a day. */
  readonly medianDays?: number;
}
interface StageTime {
  readonly status: string;
  readonly count: number;
  readonly medianDays: number;
  /** The shortest time, the quarters and the longest, in days. */
  readonly range: readonly [least: number, lower: number, upper: number, most: number];
}

/** Everything that reports and charts say about applications: facts, no advice. */
export interface ApplicationStatistics {
  readonly records: number;
  /** Not only saved. Every share is of this. */
  readonly applied: number;
  readonly replied: number;
  readonly replyRate: number;
  readonly medianReplyDays?: number;
  readonly interviewed: number;
  readonly offers: number;
  readonly openOffers: number;
  readonly open: number;
  readonly closed: number;
  /** Of the weeks from the first application on, the present one included. */
  readonly perWeek: number;
  readonly byStatus: readonly { readonly status: string; readonly count: number }[];
  readonly funnel: readonly FunnelStep[];
  readonly weeks: readonly WeekCount[];
  readonly bySource: readonly SourceCount[];
  readonly stageTimes: readonly StageTime[];
}

/**
 * Counts applications.
 * @param rows records or clean rows of `applications`.
 * @param today local day, `YYYY-MM-DD`: decides which week is not over.
 */
export function applicationStatistics(
  rows: Iterable<Readable>,
  today: string,
): ApplicationStatistics {
  const paths = Array.from(rows, applicationPath);
  const applied = paths.filter((path) => path.applied);
  const reached = (stage: FunnelStage): number =>
    applied.filter((path) => rankOf(path.reached) >= rankOf(stage)).length;
  const replied = applied.filter((path) => path.replied).length;
  const days = applied.flatMap(({ appliedOn }) => (appliedOn === undefined ? [] : [appliedOn]));
  const weeks = countWeeks(days, today);
  const median = medianReply(applied);
  const open = applied.filter((path) => path.open).length;
  return {
    records: paths.length,
    applied: applied.length,
    replied,
    replyRate: shareOf(replied, applied.length),
    ...(median === undefined ? {} : { medianReplyDays: median }),
    interviewed: reached("interview"),
    offers: reached("offer"),
    openOffers: applied.filter((path) => path.open && path.status === "offer").length,
    open,
    closed: applied.length - open,
    perWeek: shareOf(
      weeks.reduce((sum, week) => sum + week.count, 0),
      weeks.length,
    ),
    byStatus: countBy(paths, (path) => path.status).map(([status, group]) => ({
      status,
      count: group.length,
    })),
    funnel: [
      step("applied", applied.length, applied.length),
      step("any reply", replied, applied.length),
      ...(["screening", "interview", "offer"] as const).map((stage) =>
        step(stage, reached(stage), applied.length),
      ),
    ],
    weeks,
    bySource: countBy(applied, (path) => path.source).map(([source, group]) =>
      countSource(source, group),
    ),
    stageTimes: countStageTimes(applied),
  };
}

function rankOf(stage: FunnelStage | undefined): number {
  return stage === undefined ? -1 : funnelStages.indexOf(stage);
}

/** A share that is 0 where there is nothing to divide. */
function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function step(stage: FunnelStep["stage"], count: number, all: number): FunnelStep {
  return { stage, count, share: shareOf(count, all) };
}

/** Groups, the largest first, equal ones by name. */
function countBy(
  paths: readonly ApplicationPath[],
  keyOf: (path: ApplicationPath) => string,
): readonly (readonly [string, readonly ApplicationPath[]])[] {
  const groups = new Map<string, ApplicationPath[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = groups.get(key) ?? [];
    group.push(path);
    groups.set(key, group);
  }
  return [...groups].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : a > b ? 1 : 0),
  );
}

function replyDays(path: ApplicationPath): readonly number[] {
  if (path.appliedOn === undefined || path.repliedOn === undefined) return [];
  const days = toDayNumber(path.repliedOn) - toDayNumber(path.appliedOn);
  return days >= 0 ? [days] : [];
}

function medianReply(paths: readonly ApplicationPath[]): number | undefined {
  return medianOf(paths.flatMap(replyDays));
}

/** The value that half of all do not exceed: the lower one of two in the middle. */
function medianOf(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1];
}

function countSource(source: string, group: readonly ApplicationPath[]): SourceCount {
  const replies = group.filter((path) => path.replied).length;
  const median = medianReply(group);
  return {
    source,
    applications: group.length,
    replies,
    rate: shareOf(replies, group.length),
    ...(median === undefined ? {} : { medianDays: median }),
  };
}

/** `share` of the values do not exceed the one that is given: the lower one where two would do. */
function stageTime(status: string, spent: readonly number[]): StageTime {
  const days = spent.toSorted((a, b) => a - b);
  const at = (share: number): number => days[Math.max(0, Math.ceil(days.length * share) - 1)] ?? 0;
  const range = [at(0), at(0.25), at(0.75), at(1)] as const;
  return { status, count: days.length, medianDays: at(0.5), range };
}

function countStageTimes(paths: readonly ApplicationPath[]): readonly StageTime[] {
  const days = new Map<string, number[]>();
  for (const { stages } of paths) {
    for (const [at, stage] of stages.entries()) {
      const next = stages[at + 1];
      if (next === undefined) continue;
      const spent = days.get(stage.status) ?? [];
      spent.push(toDayNumber(next.on) - toDayNumber(stage.on));
      days.set(stage.status, spent);
    }
  }
  return [...days]
    .map(([status, spent]) => stageTime(status, spent))
    .sort((a, b) => b.count - a.count || (a.status < b.status ? -1 : 1));
}
