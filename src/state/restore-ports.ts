import type { Records, RestoreInterface } from "../core/job-tracker.ts";
import type { ToastWords } from "./toasts.svelte.ts";

/** What an import needs of the app. */
export interface RestorePorts {
  readonly restore: RestoreInterface;
  readonly records: Pick<Records, "get" | "put">;
  readonly now: () => Date;
  readonly say: (toast: ToastWords) => void;
  readonly go: (hash: string) => void;
}
