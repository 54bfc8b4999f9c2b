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

/**
 * Whether a schedule has to run at `now` (local wall clock). `ran` are the slots that have run: a clock
 * that was ahead and moves back runs none of them twice, and misses none of the others.
 */
export function dueRun(
  schedule: Schedule,
  now: LocalMinute,
  ran: ReadonlySet<LocalMinute> = new Set(),
): DueRun | undefined {
  if (schedule.paused || schedule.doneUntil >= now) return undefined;
  let due: LocalMinute[] = [];
  for (const minute of occurrences(schedule.rule, schedule.from, schedule.doneUntil, now)) {
    if (ran.has(minute)) continue;
    due.push(minute);
    if (due.length > mostMissed) due = due.slice(1);
  }
  const at = due.at(-1);
  return at === undefined ? undefined : { schedule, at, missed: due.slice(0, -1) };
}

/** A clock that was ahead: what it left for done in the time to come is to come again. */
export function followClock(schedule: Schedule, now: LocalMinute): Schedule {
  return schedule.doneUntil > now ? { ...schedule, doneUntil: now } : schedule;
}
