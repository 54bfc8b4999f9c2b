import type { JobTracker } from "../../core/job-tracker.ts";
import type { Risk } from "../standing.svelte.ts";
import type { Piece } from "./read-marks.ts";

export type SuggestionSource = Pick<JobTracker, "exports" | "parser" | "records">;

export interface Suggestion {
  readonly sentence: string;
  readonly about: "backup" | "log" | "report" | "company" | "changes" | "schedule";
  readonly pieces: readonly Piece[];
  /** What it would give: `640 records · 388 MB`. */
  readonly gives: string;
}
export interface SuggestionContext {
  readonly counts: Readonly<Record<string, number>>;
  readonly risk: Risk;
  readonly locale: string;
}

/** Sentences that this data can answer now. */
export class Suggestions {
  list = $state.raw<readonly Suggestion[]>([]);
  readonly #tracker: SuggestionSource;
  #turn = 0;

  constructor(tracker: SuggestionSource) {
    this.#tracker = tracker;
  }

  async read(context: SuggestionContext): Promise<void> {
    const turn = ++this.#turn;
    const { readSuggestions } = await import("./read-suggestions.ts");
    const list = await readSuggestions(this.#tracker, context, () => turn === this.#turn);
    if (list !== undefined) this.list = list;
  }
}
