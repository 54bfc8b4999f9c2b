import { daysBetween, isISODate } from "../dates/calendar-day.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { closedStatuses, stagesOf } from "./board.ts";

/** One step of the timeline. `days` counts to the next stage; for the newest, to today. */
export interface StageStep {
  readonly status: string;
  readonly at: string;
  readonly note?: string;
  readonly days?: number;
  /** The stage the application is in, while it is open. */
  readonly running: boolean;
}

function daysFrom(from: string, to: string): number | undefined {
  const [a, b] = [from.slice(0, 10), to.slice(0, 10)];
  return isISODate(a) && isISODate(b) ? Math.max(0, daysBetween(a, b)) : undefined;
}

/** The stages in order of time with the days spent in each; `today` is a local day. */
export function stageHistory(record: AnyRecord, today: string): readonly StageStep[] {
  const stages = [...stagesOf(record)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return stages.map((stage, index) => {
    const next = stages[index + 1];
    const closed = closedStatuses.includes(stage.status);
    const days = next === undefined && closed ? undefined : daysFrom(stage.at, next?.at ?? today);
    return {
      status: stage.status,
      at: stage.at,
      ...(stage.note === undefined ? {} : { note: stage.note }),
      ...(days === undefined ? {} : { days }),
      running: next === undefined && !closed,
    };
  });
}

const order: readonly string[] = [
  "saved",
  "applied",
  "screening",
  "interview",
  "offer",
  "accepted",
];

/** The stage that usually follows, offered as a button; none once the search there has ended. */
export function nextStatus(status: string): string | undefined {
  const place = order.indexOf(status);
  return place < 0 ? undefined : order[place + 1];
}
