import type { ExportPlan } from "../plan/plan.ts";
import type { ISODate, SaidSchedule } from "../request/request.ts";

/** A stored schedule: the sentence, its plan, and where the copies go. Holds no passphrase. */
export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  readonly plan: ExportPlan;
  readonly rule: SaidSchedule;
  readonly retention: { readonly keepLast?: number; readonly maxAgeDays?: number };
  readonly createdAt: string;
  /** Local day from which occurrences count. */
  readonly from: ISODate;
  readonly paused: boolean;
  readonly target:
    { readonly kind: "private" } | { readonly kind: "folder"; readonly name: string };
  /** Slots up to and including this local date-time were run or made good. */
  readonly doneUntil: string;
  readonly runs: number;
  readonly missed: readonly { readonly at: string; readonly why: string }[];
  readonly lastRunId?: string;
  readonly nextRun?: string;
}

export interface Retention {
  readonly keepLast?: number;
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  readonly maxAgeDays?: number;
}
