import type { ChainRule } from "../increment/chain.ts";
import type { Edit, SaidRequest, SaidSchedule } from "../request/request.ts";
import type { Retention, Schedule } from "./schedule.ts";

/** Parts that say when it repeats: they change together. */
const ruleKeys = ["freq", "interval", "byDay", "byMonthDay", "bySetPos"] as const;

/**
 * "change it to Fridays": what the words say replaces those parts. Days of the month do not survive a
 * change to days of the week, nor a clock time a part of the day.
 */
export function mergeRule(old: SaidSchedule, said: Partial<SaidSchedule>): SaidSchedule {
  const repeats = ruleKeys.some((key) => said[key] !== undefined);
  const gone = new Set<string>([
    ...(repeats ? ruleKeys : []),
    ...(said.dayPart === undefined ? [] : ["time"]),
    ...(said.time === undefined ? [] : ["dayPart"]),
  ]);
  const kept = Object.entries(old).filter(([key]) => !gone.has(key));
  const freq = said.freq ?? freqOf(said) ?? old.freq;
  return { ...Object.fromEntries(kept), ...said, freq };
}

/** "on Fridays" alone says weekly, "on the 15th" monthly. */
function freqOf({
  byDay,
  byMonthDay,
  bySetPos,
}: Partial<SaidSchedule>): SaidSchedule["freq"] | undefined {
  if (bySetPos !== undefined || byMonthDay !== undefined) return "monthly";
  return byDay === undefined ? undefined : "weekly";
}

/** The edit that puts a rule into a sentence; a retention that words cannot say stays beside it. */
export function ruleEdit(rule: SaidSchedule): Edit {
  return { op: "set", path: "schedule", value: rule };
}

/** What can be set of a schedule by hand. A sentence says the rest. */
export interface ScheduleSettings {
  /** Replaces the retention of the sentence. */
  readonly retention?: Retention;
  /** `null`: everything, every time. */
  readonly chain?: ChainRule | null;
  /** `stampOf` the schedule that was shown; another one is stored now: `edited-elsewhere`. */
  readonly expected?: string;
  /** For a schedule that runs on change: after so many. */
  readonly everyChanges?: number;
}

export function withSettings(
  schedule: Schedule,
  { retention, chain, everyChanges }: ScheduleSettings,
  now: Date,
): Schedule {
  const { chain: old, ...rest } = schedule;
  const next = chain === undefined ? old : (chain ?? undefined);
  const restart = chain !== undefined && chain !== null && old === undefined;
  return {
    ...rest,
    rule:
      everyChanges !== undefined && rest.rule.freq === "onChange"
        ? { ...rest.rule, interval: everyChanges }
        : rest.rule,
    retention: retention ?? schedule.retention,
    ...(next !== undefined && {
      chain: restart ? { ...next, notBefore: now.toISOString() } : next,
    }),
  };
}

/**
 * What a form was opened with. Runs do not change it, so that a copy made meanwhile is no conflict, and a
 * change by another tab or by a sentence is one.
 */
export function stampOf({ sentence, rule, retention, chain }: Schedule): string {
  return JSON.stringify([sentence, rule.interval, Object.entries(retention).sort(), chain ?? null]);
}

/** How often a chain begins anew, where nobody said it. */
export const usualFullEvery = 10;

/** "only what is new" makes a schedule one of increments. */
export function chainOf(said: SaidRequest): ChainRule | undefined {
  return said.baseline?.use === "incremental" ? { fullEvery: usualFullEvery } : undefined;
}
