import type { SealingKey } from "../containers/contract.ts";
import type { Bytes, Coverage } from "../formats/contract.ts";
import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Tombstone } from "../restore/contract.ts";
import type { MakeHasher } from "./hasher.ts";
import type { ExportPlan } from "../plan/plan.ts";

/** Where records come from. Platform reads IndexedDB; tests and `measure` use arrays. */
export interface RecordSource {
  count(kind: KindId): Promise<number>;
  /** Batches in the order of ids; the next one is asked for while this one is worked on. */
  batches(kind: KindId): AsyncIterable<readonly AnyRecord[]>;
  /** In the order asked; ids that are gone are left out. */
  byIds(kind: KindId, ids: readonly string[]): Promise<readonly AnyRecord[]>;
  bytes(documentId: string): Promise<Blob | undefined>;
}

/** An acquired place to write to. Nothing is visible under the final name before `commit`. */
export interface OpenSink {
  /** "Downloads", "Job search backups", "this browser's private storage". */
  readonly place: string;
  /** `close` will give a reader. */
  readonly readsBack?: true;
  /** Chunks have exact-length buffers (WebKit ignores a view's offset). */
  write(chunk: Bytes): Promise<void>;
  /** Closes the file. The returned reader is absent where the browser does not let us read back. */
  close(): Promise<{ readonly fileName: string; readonly readBack?: () => Promise<Blob> }>;
  /** Gives the file its final name after the proof; a sink that has it already does nothing. */
  commit(): Promise<void>;
  /** Removes whatever was written. Safe to call twice, also after `close`. */
  discard(): Promise<void>;
}

/** Where a file goes without a click. It dies with the browser: a copy there is no backup. */
export const privatePlace = "this browser's private storage";

/** Who claims, for the head of a work-search log. Goes to the run and to no record, plan or receipt. */
export interface Claimant {
  readonly name?: string;
  /** Masked but for its last four letters unless `showNumber`. */
  readonly number?: string;
  readonly showNumber?: boolean;
}

export type Stage = "plan" | "count" | "write" | "prove";
export interface Progress {
  readonly exportId: string;
  readonly stage: Stage;
  /** Done and planned, in the stage. */
  readonly records: number;
  readonly recordsPlanned: number;
  readonly bytes: number;
  readonly bytesPlanned?: number;
  readonly bytesPerSecond?: number;
  /** Absent for the first two seconds. */
  readonly secondsLeft?: number;
  /** 0..1 over all stages by expected time. */
  readonly share: number;
}

export type Verified = "proved" | "not-verified" | "failed";

/** What history keeps of one run. Holds no record and no passphrase. */
export interface Receipt {
  readonly v: 1;
  readonly exportId: string;
  readonly status: "running" | "done" | "failed" | "cancelled" | "interrupted";
  readonly sentence: string;
  readonly plan: ExportPlan;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly milliseconds?: number;
  readonly proofMilliseconds?: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Lower-case hex of the written bytes. */
  readonly sha256: string;
  readonly records: number;
  readonly coverage: Coverage;
  readonly verified: Verified;
  /** What the proof compared, in words. */
  readonly proof: string;
  readonly place: string;
  /** When reading began, ISO 8601: what was changed later is not in the file. */
  readonly cutOff: string;
  readonly scheduleId?: string;
  /** The local minute that a scheduled run was due: whatever the clock does, it runs once. */
  readonly slot?: string;
  readonly failure?: import("../failure.ts").Failure;
  /** Newest mark of the change journal when reading began: the next increment starts there. */
  readonly mark?: number;
  /** Where the app itself can find the finished file: a name in private storage, or `<folder id>/<name>`. */
  readonly kept?: string;
}

export interface ExportPorts {
  readonly source: RecordSource;
  readonly sink: OpenSink;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  readonly report: (progress: Progress) => void;
  readonly key?: SealingKey;
  readonly exportId: string;
  readonly appVersion: string;
  /** The person's people and companies, for strict sanitising. */
  readonly known: { readonly people: readonly string[]; readonly companies: readonly string[] };
  /** 32 random bytes: pseudonym key of this export. */
  readonly pseudonymKey: Bytes;
  /** Hashes elsewhere than in this thread; absent: here. */
  readonly makeHasher?: MakeHasher;
  /** What was deleted; travels in whole copies. Absent: none. */
  readonly tombstones?: () => Promise<readonly Tombstone[]>;
  readonly scheduleId?: string;
  readonly claimant?: Claimant;
}
