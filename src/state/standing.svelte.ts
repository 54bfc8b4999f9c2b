import type { Receipt } from "../core/pipeline/ports.ts";
import type { JobTracker } from "../core/job-tracker.ts";
import { storedKindIds, type KindId } from "../core/records/any-kind.ts";
import { isProvedBackup } from "./proved-backup.ts";

export interface Risk {
  readonly changes: number;
  readonly edited: number;
  readonly added: number;
  readonly removed: number;
  /** The last backup that was read back, whole and in clear of sanitising. */
  readonly backup?: Receipt;
}

export type StandingPhase =
  | { readonly name: "loading" }
  | {
      readonly name: "known";
      readonly counts: Readonly<Record<string, number>>;
      readonly records: number;
      readonly hasSample: boolean;
      readonly risk: Risk;
      /** The newest run, where the page was closed before it ended. */
      readonly interrupted?: Receipt;
    };

/** A kind larger than this is only counted: reading it all for one number would keep the window busy. */
const mostRead = 20_000;

/** What is stored, and what would be lost if this browser died now. */
export class Standing {
  phase = $state.raw<StandingPhase>({ name: "loading" });
  readonly #tracker: Pick<JobTracker, "records" | "exports">;
  #turn = 0;

  constructor(tracker: Pick<JobTracker, "records" | "exports">) {
    this.#tracker = tracker;
  }

  get isEmpty(): boolean {
    return this.phase.name === "known" && this.phase.records === 0;
  }

  async read(): Promise<void> {
    const turn = ++this.#turn;
    const { records, exports } = this.#tracker;
    const kinds = storedKindIds.filter((kind) => kind !== "settings");
    const [numbers, history] = await Promise.all([
      Promise.all(kinds.map((kind) => records.count(kind))),
      exports.history(),
    ]);
    const counts = Object.fromEntries(kinds.map((kind, at) => [kind, numbers[at] ?? 0]));
    const backup = history
      .filter((receipt) => isProvedBackup(receipt))
      .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
    const risk = await this.#riskSince(kinds, counts, backup);
    const sample =
      (counts["applications"] ?? 0) > mostRead
        ? []
        : await records.list("applications", {
            where: { field: "sample", op: "eq", value: true },
            limit: 1,
          });
    if (turn !== this.#turn) return;
    const newest = history.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
    const interrupted = newest?.status === "interrupted" ? { interrupted: newest } : {};
    const total = numbers.reduce((sum, count) => sum + count, 0);
    this.phase = {
      name: "known",
      counts,
      records: total,
      hasSample: sample.length > 0,
      risk,
      ...interrupted,
    };
  }

  async #riskSince(
    kinds: readonly KindId[],
    counts: Readonly<Record<string, number>>,
    backup: Receipt | undefined,
  ): Promise<Risk> {
    const since = backup?.startedAt;
    let edited = 0;
    let added = 0;
    let removed = 0;
    for (const kind of kinds) {
      const [now, before] = [counts[kind] ?? 0, backup?.coverage.records[kind] ?? 0];
      if (now === 0 && backup === undefined) continue;
      if (now > mostRead) {
        added += Math.max(0, now - before);
        removed += Math.max(0, before - now);
        continue;
      }
      const changed = await this.#tracker.records.list(
        kind,
        since === undefined ? {} : { where: { field: "updated_at", op: "gt", value: since } },
      );
      const own = changed.filter((record) => record.sample !== true);
      const fresh = own.filter((record) => since === undefined || record.created_at > since).length;
      added += fresh;
      edited += own.length - fresh;
      removed += Math.max(0, before + fresh - now);
    }
    const changes = added + edited + removed;
    return { changes, edited, added, removed, ...(backup === undefined ? {} : { backup }) };
  }
}
