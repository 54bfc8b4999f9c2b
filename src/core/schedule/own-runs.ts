import { chainBefore, linkOf } from "../increment/chain.ts";
import type { Receipt } from "../pipeline/ports.ts";
import { localMinute, type LocalMinute } from "./occurrences.ts";
import type { Copy } from "./retention.ts";
import type { Schedule } from "./schedule.ts";

/** The runs of a schedule, newest first. */
export function ownRuns(receipts: readonly Receipt[], scheduleId: string): readonly Receipt[] {
  return receipts
    .filter((receipt) => receipt.scheduleId === scheduleId)
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** Copies that the app can still reach, with what each needs to be restored. */
export function copiesOf(receipts: readonly Receipt[]): readonly Copy[] {
  return receipts
    .filter(({ status, kept }) => status === "done" && kept !== undefined)
    .map((receipt) => ({
      id: receipt.exportId,
      at: localMinute(new Date(receipt.startedAt)),
      proved: receipt.verified === "proved",
      needs: chainBefore(linkOf(receipt), receipts),
    }));
}

/** Slots that have a finished run. */
export function slotsRun(own: readonly Receipt[]): ReadonlySet<LocalMinute> {
  return new Set(own.flatMap(({ status, slot }) => (status === "done" && slot ? [slot] : [])));
}

/**
 * A run that ended, while the page was closed before the schedule knew of it: the receipt is written
 * first, so it is believed.
 */
export function adoptFinished(schedule: Schedule, own: readonly Receipt[]): Schedule {
  const newest = own.find(({ status, slot }) => status === "done" && slot !== undefined);
  if (newest?.slot === undefined || newest.exportId === schedule.lastRunId) return schedule;
  if (newest.slot <= schedule.doneUntil) return schedule;
  return {
    ...schedule,
    doneUntil: newest.slot,
    runs: schedule.runs + 1,
    lastRunId: newest.exportId,
  };
}
