import type { JobTrackerError, Records } from "../core/job-tracker.ts";
import type { Failure } from "../core/failure.ts";
import { toFailure } from "../core/failure.ts";

/** One line at the foot of the window, with a way back where there is one. */
export interface ToastWords {
  readonly text: string;
  readonly undo?: () => unknown;
  readonly key?: string;
}

/** What the screens about records need of the rest of the app. */
export interface TrackerPorts {
  readonly records: Records;
  readonly now: () => Date;
  /** BCP 47 tag for dates and numbers; may change while the app runs. */
  readonly locale: () => string;
  readonly say: (toast: ToastWords) => void;
  /** Goes to an address of the app, written with its `#`. */
  readonly go: (hash: string) => void;
}

/** The failure that a rejected call of the programming interface carries. */
export function failureOf(error: unknown): Failure {
  const carried = (error as Partial<JobTrackerError> | undefined)?.failure;
  return carried ?? toFailure(error);
}
