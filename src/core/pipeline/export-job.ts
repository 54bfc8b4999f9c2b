import type { SealingKey } from "../containers/contract.ts";
import type { Outcome } from "../failure.ts";
import type { Verification } from "../job-tracker.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Claimant, Progress, Receipt } from "./ports.ts";

/** Where a file goes, as it crosses to the worker: handles can be cloned, permissions go with them. */
export type TargetRef =
  | { readonly kind: "private" }
  | { readonly kind: "download" }
  | { readonly kind: "picked"; readonly handle: FileSystemFileHandle }
  | {
      readonly kind: "folder";
      readonly handle: FileSystemDirectoryHandle;
      readonly name: string;
      /** Under which the handle is stored, so that the copy can be found again. */
      readonly id: string;
    };

/** All that a run needs, structured-cloneable. The key is dropped with the job. */
export interface ExportJob {
  readonly exportId: string;
  readonly plan: ExportPlan;
  readonly target: TargetRef;
  readonly key?: SealingKey;
  readonly appVersion: string;
  readonly scheduleId?: string;
  readonly claimant?: Claimant;
}

/** Runs jobs: a worker in the app, the same thread in tests. Never throws. */
export interface ExportRunner {
  run(job: ExportJob, report: (progress: Progress) => void): Promise<Outcome<Receipt>>;
  cancel(exportId: string): void | Promise<void>;
  /** Checks a file against the receipt of the export that wrote it. */
  check(file: Blob, receipt: Receipt, passphrase?: string): Promise<Outcome<Verification>>;
}
