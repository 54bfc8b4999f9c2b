import { attempt, fail, FailureError, toFailure, type Outcome } from "../failure.ts";
import type { ExportResult } from "../job-tracker.ts";
import type { SealingKey } from "../containers/contract.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { containerEncrypts } from "../plan/seals.ts";
import type { Store } from "../interface/store.ts";
import type { ExportRunner, TargetRef } from "./export-job.ts";
import type { Claimant, Progress, Receipt } from "./ports.ts";
import { describeReceipt, failedReceipt, runningReceipt, settleDownload } from "./receipts.ts";

export interface ExportServicePorts {
  readonly runner: ExportRunner;
  readonly receipts: Store<Receipt>;
  /** Hands the finished file of a receipt to the browser's downloads. */
  readonly deliver: (receipt: Receipt) => Promise<void>;
  /** Runs `work` while other tabs can see that this export is alive, and no update takes over. */
  readonly hold: <T>(exportId: string, work: () => Promise<T>) => Promise<T>;
  /** Ids of the exports that run in any tab now. */
  readonly alive: () => Promise<ReadonlySet<string>>;
  /** Removes half-written files but those of the exports named. */
  readonly sweep: (alive: ReadonlySet<string>) => Promise<void>;
  /** Deletes the finished file of a receipt, which loses its `kept`. */
  readonly removeKept: (receipt: Receipt) => Promise<void>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly appVersion: string;
}

export interface StartOptions {
  readonly key?: SealingKey;
  readonly scheduleId?: string;
  /** The slot of a scheduled run. */
  readonly slot?: string;
  readonly claimant?: Claimant;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Two at once use both cores of a small machine; the others wait their turn and are shown waiting. */
const atOnce = 2;

/** The one queue of exports of this tab. Keeps a receipt of every run, however it ends. */
export class ExportService {
  readonly #ports: ExportServicePorts;
  readonly #running = new Map<string, Progress>();
  readonly #waiting: (() => void)[] = [];
  readonly #cancelled = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #active = 0;

  constructor(ports: ExportServicePorts) {
    this.#ports = ports;
  }

  /** Progress of what runs or waits, oldest first. */
  get running(): readonly Progress[] {
    return [...this.#running.values()];
  }

  /** Called at every step of progress; returns how to stop. */
  onProgress(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** @throws FailureError what went wrong; nothing is left behind then. */
  async start(
    plan: ExportPlan,
    target: TargetRef,
    options: StartOptions = {},
  ): Promise<ExportResult> {
    if (containerEncrypts(plan.container) && options.key === undefined) {
      fail({ code: "passphrase-missing" });
    }
    if (options.signal?.aborted === true) fail({ code: "cancelled" });
    const exportId = this.#ports.newId();
    const receipt = runningReceipt(exportId, plan, this.#ports.now(), options);
    const onAbort = (): void => void this.cancel(exportId);
    options.signal?.addEventListener("abort", onAbort, { once: true });
    this.#tell(waitingProgress(exportId), options);
    try {
      return await this.#ports.hold(exportId, async () => {
        await this.#ports.receipts.put(receipt);
        return this.#settle(receipt, target, await this.#inTurn(receipt, target, options));
      });
    } finally {
      options.signal?.removeEventListener("abort", onAbort);
      this.#running.delete(exportId);
      this.#cancelled.delete(exportId);
      this.#hear();
    }
  }

  async cancel(exportId: string): Promise<void> {
    if (!this.#running.has(exportId)) return;
    this.#cancelled.add(exportId);
    await this.#ports.runner.cancel(exportId);
  }

  /** At start: what was running when its tab closed is called interrupted, and its half file removed. */
  async recover(): Promise<readonly Receipt[]> {
    const alive = await this.#ports.alive();
    const receipts = await this.#ports.receipts.all();
    const lost = receipts.filter(
      ({ status, exportId }) => status === "running" && !alive.has(exportId),
    );
    const interrupted = lost.map((receipt): Receipt => ({
      ...receipt,
      status: "interrupted",
      failure: { code: "interrupted" },
      endedAt: this.#ports.now().toISOString(),
    }));
    for (const receipt of interrupted) await this.#ports.receipts.put(receipt);
    await this.#removeUnlogged([...receipts.filter(isInterrupted), ...interrupted]);
    await this.#ports.sweep(alive);
    return interrupted;
  }

  /**
   * A file that got its name while its page was closed: no receipt ever called it done, and the run is made
   * again. Where its folder cannot be reached now, the next start tries again.
   */
  async #removeUnlogged(receipts: readonly Receipt[]): Promise<void> {
    for (const receipt of receipts) {
      if (receipt.kept !== undefined) await attempt(() => this.#ports.removeKept(receipt));
    }
  }

  async #inTurn(
    receipt: Receipt,
    target: TargetRef,
    options: StartOptions,
  ): Promise<Outcome<Receipt>> {
    const { exportId, plan } = receipt;
    if (this.#active >= atOnce) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#active += 1;
    try {
      if (this.#cancelled.has(exportId)) return { ok: false, failure: { code: "cancelled" } };
      const { key, scheduleId, claimant } = options;
      const job = {
        exportId,
        plan,
        target,
        appVersion: this.#ports.appVersion,
        ...(key !== undefined && { key }),
        ...(scheduleId !== undefined && { scheduleId }),
        ...(claimant !== undefined && { claimant }),
      };
      return await this.#ports.runner.run(job, (progress) => this.#tell(progress, options));
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#active -= 1;
      else next();
    }
  }

  async #settle(
    started: Receipt,
    target: TargetRef,
    outcome: Outcome<Receipt>,
  ): Promise<ExportResult> {
    if (!outcome.ok) {
      const receipt = failedReceipt(started, outcome.failure, this.#ports.now());
      await this.#ports.receipts.put(receipt);
      throw new FailureError(outcome.failure);
    }
    const { slot } = started;
    const proved = { ...outcome.value, ...(slot !== undefined && { slot }) };
    const receipt = target.kind === "download" ? settleDownload(proved) : proved;
    await this.#ports.receipts.put(receipt);
    if (target.kind === "download") await this.#ports.deliver(receipt);
    return { ...resultOf(receipt), receipt, message: describeReceipt(receipt) };
  }

  #tell(progress: Progress, options: StartOptions): void {
    this.#running.set(progress.exportId, progress);
    options.onProgress?.(progress);
    this.#hear();
  }

  #hear(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isInterrupted({ status }: Receipt): boolean {
  return status === "interrupted";
}

function waitingProgress(exportId: string): Progress {
  return { exportId, stage: "plan", records: 0, recordsPlanned: 0, bytes: 0, share: 0 };
}

function resultOf(receipt: Receipt): Omit<ExportResult, "receipt" | "message"> {
  const { exportId, fileName, mediaType, bytes, sha256, records, coverage, verified } = receipt;
  return { exportId, fileName, mediaType, bytes, sha256, records, coverage, verified };
}
