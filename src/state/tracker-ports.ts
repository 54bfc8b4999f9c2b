import type { Failure } from "../core/failure.ts";
import { toFailure } from "../core/failure.ts";
import type { Edit } from "../core/request/request.ts";
import type { JobTrackerError, PlanPreview, Records } from "../core/job-tracker.ts";
import type { Surroundings } from "./surroundings.ts";
import type { ToastWords } from "./toasts.svelte.ts";

/** What the screens about records need of the rest of the app. */
export interface TrackerPorts {
  readonly records: Records;
  readonly now: () => Date;
  /** A fresh id, so that records of one change can refer to each other. */
  readonly newId: () => string;
  /** BCP 47 tag for dates and numbers; may change while the app runs. */
  readonly locale: () => string;
  /** Small choices of this device, such as the columns of a table. */
  readonly remembered: Surroundings["remembered"];
  /** Takes back the last change of this tab and says what it was; never rejects. */
  readonly undo: () => Promise<void>;
  readonly say: (toast: ToastWords) => void;
  /** Goes to an address of the app, written with its `#`. */
  readonly go: (hash: string) => void;
  /** Hands a sentence to Ask, with what is set by hand beside its words, and goes there. */
  readonly ask: (sentence: string, edits: readonly Edit[]) => void;
  /** What a sentence would export; writes nothing. */
  readonly plan: (sentence: string) => Promise<PlanPreview>;
}

/** The failure that a rejected call of the programming interface carries. */
export function failureOf(error: unknown): Failure {
  const carried = (error as Partial<JobTrackerError> | undefined)?.failure;
  return carried ?? toFailure(error);
}
