import { describeFailure, type FailureWords } from "../../core/describe-failure.ts";
import { toFailure } from "../../core/failure.ts";
import { JobTrackerError, type JobTracker, type Verification } from "../../core/job-tracker.ts";
import { storedKindIds, type KindId } from "../../core/records/any-kind.ts";
import type { Receipt } from "../../core/pipeline/ports.ts";
import { decideRetention, type RetentionDecision } from "../../core/schedule/retention.ts";
import { localMinute } from "../../core/schedule/occurrences.ts";
import type { Retention } from "../../core/schedule/schedule.ts";
import { listEntries, startMinute, type Entry } from "./entries.ts";

export type HistoryPhase =
  | { readonly name: "loading" }
  | { readonly name: "list"; readonly entries: readonly Entry[] }
  | { readonly name: "failed"; readonly words: FailureWords };

export type CheckPhase =
  | { readonly name: "idle" }
  | { readonly name: "checking" }
  /** The app cannot reach the file, or it is sealed: a person has to bring file or passphrase. */
  | {
      readonly name: "asks";
      readonly passphrase: boolean;
      readonly words: string;
      readonly file?: File;
    }
  | { readonly name: "checked"; readonly verification: Verification }
  | { readonly name: "failed"; readonly words: FailureWords };

export interface ChangesSince {
  readonly kind: KindId;
  readonly added: number;
  readonly edited: number;
}

type Ports = Pick<JobTracker, "exports" | "restore" | "schedules" | "records">;

const wordsFor = (error: unknown): FailureWords =>
  describeFailure(error instanceof JobTrackerError ? error.failure : toFailure(error));

/** What left and what came, and whether a file is still what it was. */
export class History {
  phase = $state.raw<HistoryPhase>({ name: "loading" });
  check = $state.raw<CheckPhase>({ name: "idle" });
  readonly #ports: Ports;
  readonly #now: () => Date;

  constructor(ports: Ports, now: () => Date) {
    this.#ports = ports;
    this.#now = now;
  }

  async read(): Promise<void> {
    try {
      const [receipts, restores, schedules] = await Promise.all([
        this.#ports.exports.history(),
        this.#ports.restore.history(),
        this.#ports.schedules.list(),
      ]);
      this.phase = { name: "list", entries: listEntries(receipts, restores, schedules) };
    } catch (error) {
      this.phase = { name: "failed", words: wordsFor(error) };
    }
  }

  find(id: string | undefined): Entry | undefined {
    return this.phase.name === "list" ? this.phase.entries.find((one) => one.id === id) : undefined;
  }

  /** Reads the file again and compares it with its receipt. */
  async verify(receipt: Receipt, file?: File, passphrase?: string): Promise<void> {
    this.check = { name: "checking" };
    try {
      const verification = await this.#ports.exports.verify(receipt.exportId, {
        ...(file === undefined ? {} : { file }),
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      this.check =
        verification.verified === "not-verified" && file === undefined
          ? { name: "asks", passphrase: false, words: verification.message }
          : { name: "checked", verification };
      await this.read();
    } catch (error) {
      const words = wordsFor(error);
      const asks = ["not-found", "file-gone"].includes(codeOf(error));
      const sealed = ["passphrase-missing", "wrong-passphrase"].includes(codeOf(error));
      this.check =
        asks || sealed
          ? { name: "asks", passphrase: sealed, words: words.message, ...(file ? { file } : {}) }
          : { name: "failed", words };
    }
  }

  endCheck(): void {
    this.check = { name: "idle" };
  }

  /** What was added and edited since a copy was made, by kind. */
  async changesSince(receipt: Receipt): Promise<readonly ChangesSince[]> {
    const changes: ChangesSince[] = [];
    for (const kind of storedKindIds) {
      const changed = await this.#ports.records.list(kind, {
        where: { field: "updated_at", op: "gt", value: receipt.startedAt },
      });
      const added = changed.filter(({ created_at }) => created_at > receipt.startedAt).length;
      if (changed.length > 0) changes.push({ kind, added, edited: changed.length - added });
    }
    return changes;
  }

  /** The files kept in this browser, and what a rule would do with each; nothing is removed. */
  previewCleanUp(rule: Retention): readonly (RetentionDecision & { readonly receipt: Receipt })[] {
    const entries = this.phase.name === "list" ? this.phase.entries : [];
    const receipts = entries.flatMap(({ receipt }) => (receipt?.kept ? [receipt] : []));
    const copies = receipts.map((receipt) => ({
      id: receipt.exportId,
      at: startMinute(receipt),
      proved: receipt.verified === "proved",
    }));
    return decideRetention(copies, rule, localMinute(this.#now())).flatMap((decision) => {
      const receipt = receipts.find(({ exportId }) => exportId === decision.copy.id);
      return receipt === undefined ? [] : [{ ...decision, receipt }];
    });
  }

  async cleanUp(rule: Retention): Promise<number> {
    const gone = await this.#ports.exports.cleanUp(rule);
    await this.read();
    return gone.length;
  }
}

function codeOf(error: unknown): string {
  return error instanceof JobTrackerError ? error.code : toFailure(error).code;
}
