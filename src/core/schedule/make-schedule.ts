import { containerEncrypts } from "../plan/seals.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Edit, SaidSchedule } from "../request/request.ts";
import { localMinute, nextOccurrence } from "./occurrences.ts";
import { chainOf } from "./reshape.ts";
import { scheduleVersion, type Schedule } from "./schedule.ts";

/** A name that tells schedules apart: `Weekly backup`. */
export function nameSchedule(plan: ExportPlan, rule: SaidSchedule): string {
  const often = rule.interval ?? 1;
  const word =
    rule.freq === "monthly" && often === 3
      ? "Quarterly"
      : rule.freq === "monthly" && often === 12
        ? "Yearly"
        : { daily: "Daily", weekly: "Weekly", monthly: "Monthly", onChange: "Automatic" }[
            rule.freq
          ];
  const what = plan.title.charAt(0).toLowerCase() + plan.title.slice(1);
  return `${word} ${plan.template === "gdpr" ? plan.title : what}`;
}

/** A new schedule; its first run is the first occurrence after `now`. */
export function makeSchedule(
  id: string,
  plan: ExportPlan,
  byHand: readonly Edit[],
  now: Date,
): Schedule {
  const rule = plan.schedule ?? { freq: "weekly" };
  const minute = localMinute(now);
  const chain = chainOf(plan.said);
  const schedule: Schedule = {
    v: scheduleVersion,
    id,
    name: nameSchedule(plan, rule),
    // As the plan has it: a passphrase that was typed into the words is masked there.
    sentence: plan.sentence,
    ...(byHand.length > 0 && { byHand }),
    plan,
    rule,
    retention: rule.retention ?? { keepLast: 5 },
    createdAt: now.toISOString(),
    from: minute.slice(0, 10),
    paused: false,
    target: { kind: "private" },
    doneUntil: minute,
    runs: 0,
    missed: [],
    ...(chain !== undefined && { chain }),
  };
  return withNextRun(schedule);
}

/** Keeps the preview true after every change. */
export function withNextRun(schedule: Schedule): Schedule {
  const { nextRun: _old, ...rest } = schedule;
  const next = nextOccurrence(schedule.rule, schedule.from, schedule.doneUntil);
  return schedule.paused || next === undefined ? rest : { ...rest, nextRun: next };
}

/** An encrypted schedule needs a passphrase once, before its first run. */
export function needsSeal(schedule: Schedule): boolean {
  return containerEncrypts(schedule.plan.container);
}
