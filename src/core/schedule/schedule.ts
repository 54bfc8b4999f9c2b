import type { ChainRule } from "../increment/chain.ts";
import type { Failure } from "../failure.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Edit, ISODate, SaidSchedule } from "../request/request.ts";

/** A stored schedule: the sentence, its plan, and where the copies go. Holds no passphrase. */
export interface Schedule {
  /** Absent: 1. A higher one was written by a newer version of the app and is not run. */
  readonly v?: number;
  readonly id: string;
  readonly name: string;
  /** A passphrase that was typed into it is masked. */
  readonly sentence: string;
  /** What was set by hand and no words say: laid over the sentence at every run. */
  readonly byHand?: readonly Edit[];
  readonly plan: ExportPlan;
  /** `onChange` with an interval: after so many changes. */
  readonly rule: SaidSchedule;
  readonly retention: Retention;
  readonly createdAt: string;
  /** Local day from which occurrences count. */
  readonly from: ISODate;
  readonly paused: boolean;
  readonly target: ScheduleTarget;
  /** Only what changed since the last proved run; absent: everything, every time. */
  readonly chain?: ChainRule;
  /** Slots up to and including this local date-time were run or made good. */
  readonly doneUntil: string;
  readonly runs: number;
  readonly missed: readonly Miss[];
  readonly lastRunId?: string;
  readonly nextRun?: string;
}

export type ScheduleTarget =
  | { readonly kind: "private" }
  | { readonly kind: "folder"; readonly name: string }
  | { readonly kind: "download" };

/** A slot that did not run, why, and whether something can be done about it. */
export interface Miss {
  readonly at: string;
  readonly why: string;
  readonly code?: Failure["code"];
  /** No miss at all: there was nothing new to copy. */
  readonly nothingNew?: true;
}

/** The version of schedules that this app writes and runs. */
export const scheduleVersion = 1;

/** Copies of one schedule within these minutes count as one. */
export const burstMinutes = 10;

/** Each number keeps copies; a copy that one of them keeps stays. Absent: that rule keeps none. */
export interface Retention {
  readonly keepLast?: number;
  readonly hourly?: number;
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  /** Everything made so many days before the newest copy, or later. */
  readonly withinDays?: number;
  /** What is older goes, whatever the other rules say. */
  readonly maxAgeDays?: number;
  /** Copies so close together count as one. */
  readonly mergeMinutes?: number;
}
