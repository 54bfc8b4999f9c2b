import type { Failure } from "../core/failure.ts";
import { toFailure } from "../core/failure.ts";
import type { JobTrackerError, Records } from "../core/job-tracker.ts";
import type { ToastWords } from "./toasts.svelte.ts";

/** What the screens about records need of the rest of the app. */
export interface TrackerPorts {
  readonly records: Records;
  readonly now: () => Date;
  /** BCP 47 tag for dates and numbers; may change while the app runs. */
  readonly locale: () => string;
  readonly say: (toast: ToastWords) => void;
  /** Goes to an address of the app, written with its `#`. */
  readonly go: (hash: string) => void;
  /** Hands a sentence to Ask and goes there. */
  readonly ask: (sentence: string) => void;
}

/** The failure that a rejected call of the programming interface carries. */
export function failureOf(error: unknown): Failure {
  const carried = (error as Partial<JobTrackerError> | undefined)?.failure;
  return carried ?? toFailure(error);
}
