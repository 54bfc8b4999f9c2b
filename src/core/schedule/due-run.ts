import type { Schedule } from "./schedule.ts";
import { occurrences, type LocalMinute } from "./occurrences.ts";

/** What is due now: the latest occurrence is run, and makes good for those missed before it. */
export interface DueRun {
  readonly schedule: Schedule;
  readonly at: LocalMinute;
  readonly missed: readonly LocalMinute[];
}

/** Lists longer than this are a schedule that slept for years; the rest is counted as made good. */
const mostMissed = 400;

/** Whether a schedule has to run at `now` (local wall clock). A clock moved back never runs a slot twice. */
export function dueRun(schedule: Schedule, now: LocalMinute): DueRun | undefined {
  if (schedule.paused || schedule.doneUntil >= now) return undefined;
  let due: LocalMinute[] = [];
  for (const minute of occurrences(schedule.rule, schedule.from, schedule.doneUntil, now)) {
    due.push(minute);
    if (due.length > mostMissed) due = due.slice(1);
  }
  const at = due.at(-1);
  return at === undefined ? undefined : { schedule, at, missed: due.slice(0, -1) };
}
