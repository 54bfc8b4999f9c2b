import type { JobTracker } from "../../core/job-tracker.ts";
import { storedKindIds } from "../../core/records/any-kind.ts";
import { Pacer, sumUp, tallyRecord, type Removals, type Tally } from "./count-removals.ts";

export const scannedLevels = ["basic", "moderate", "strict"] as const;
export type ScannedLevel = (typeof scannedLevels)[number];
type Levels = Readonly<Record<ScannedLevel, Removals>>;

export type ScanPhase =
  | { readonly name: "idle" }
  | {
      readonly name: "scanning";
      readonly done: number;
      readonly total: number;
      readonly levels: Levels;
    }
  | { readonly name: "known"; readonly records: number; readonly levels: Levels };

/** More of one kind are not read: the counts then say how many were. */
const mostOfAKind = 3000;
const batch = 50;

/** What each level would remove from everything that is stored; read in steps, the window stays free. */
export class PrivacyScan {
  phase = $state.raw<ScanPhase>({ name: "idle" });
  readonly #tracker: Pick<JobTracker, "records" | "sanitizer">;
  #turn = 0;

  constructor(tracker: Pick<JobTracker, "records" | "sanitizer">) {
    this.#tracker = tracker;
  }

  stop(): void {
    this.#turn += 1;
  }

  async run(): Promise<void> {
    const turn = ++this.#turn;
    const { records, sanitizer } = this.#tracker;
    const kinds = storedKindIds.filter((kind) => kind !== "settings");
    const counts = await Promise.all(kinds.map((kind) => records.count(kind)));
    const total = counts.reduce((sum, count) => sum + Math.min(count, mostOfAKind), 0);
    const tallies: Record<ScannedLevel, Tally> = { basic: {}, moderate: {}, strict: {} };
    const pacer = new Pacer();
    let done = 0;
    const levels = (): Levels => ({
      basic: sumUp(tallies.basic, done),
      moderate: sumUp(tallies.moderate, done),
      strict: sumUp(tallies.strict, done),
    });
    for (const kind of kinds) {
      const list = await records.list(kind, { limit: mostOfAKind });
      for (const record of list) {
        for (const level of scannedLevels)
          tallyRecord(tallies[level], kind, record, sanitizer, { level });
        done += 1;
        await pacer.breathe();
        if (turn !== this.#turn) return;
        if (done % batch === 0) this.phase = { name: "scanning", done, total, levels: levels() };
      }
    }
    if (turn === this.#turn) this.phase = { name: "known", records: done, levels: levels() };
  }
}
