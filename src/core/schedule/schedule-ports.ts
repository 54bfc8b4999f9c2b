import type { SealingKey } from "../containers/contract.ts";
import type { ChangesSince } from "../increment/changes.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Receipt } from "../pipeline/ports.ts";
import type { Edit, Question, SaidRequest } from "../request/request.ts";
import type { LocalMinute } from "./occurrences.ts";
import type { Schedule } from "./schedule.ts";

/** What the schedules need from outside. */
export interface SchedulePorts {
  readonly all: () => Promise<readonly Schedule[]>;
  readonly put: (schedule: Schedule) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Understands a sentence as of today, hand edits on top; relative dates are resolved anew at every call. */
  readonly understand: (
    text: string,
    byHand?: readonly Edit[],
  ) => Promise<{
    readonly said: SaidRequest;
    readonly plan?: ExportPlan;
    readonly questions: readonly Question[];
  }>;
  /** Rewrites a sentence so that it says the edited request. */
  readonly rewrite: (text: string, edits: readonly Edit[]) => Promise<string>;
  readonly run: (
    plan: ExportPlan,
    schedule: Schedule,
    key: SealingKey | undefined,
    slot: LocalMinute,
  ) => Promise<Receipt>;
  readonly changesSince: ChangesSince;
  /** The public half that seals unattended; undefined while no passphrase was set. */
  readonly sealOf: (id: string) => Promise<SealingKey | undefined>;
  readonly setSeal: (id: string, passphrase: string) => Promise<void>;
  /** Stores a seal that was removed again. Absent: the passphrase is asked for anew. */
  readonly keepSeal?: (id: string, seal: SealingKey) => Promise<void>;
  readonly removeSeal: (id: string) => Promise<void>;
  readonly receipts: () => Promise<readonly Receipt[]>;
  /** Deletes the file of a copy that the app itself wrote; its receipt stays. */
  readonly removeCopy: (receipt: Receipt) => Promise<void>;
  /** Runs in one tab only; undefined when another tab is at it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  /** Tells the result of a run that nobody watched. */
  readonly notify: (notice: RunNotice) => void;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The result of a run in two lines. */
export interface RunNotice {
  readonly scheduleId: string;
  readonly title: string;
  readonly text: string;
  readonly failed: boolean;
}
