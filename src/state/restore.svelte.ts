import type { Records, RestoreInterface } from "../core/job-tracker.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { Side } from "../core/restore/choose-sides.ts";
import type {
  Inspection,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
  RestoreReceipt,
  Verdict,
} from "../core/restore/contract.ts";
import { inspectAsBefore, keepColumns, recallColumns, type Chosen } from "./restore-columns.ts";
import { RestoreDecisions } from "./restore-decisions.svelte.ts";
import { phaseAfter, type Dropped, type RestorePhase } from "./restore-phase.ts";
import type { ToastWords } from "./toasts.svelte.ts";
import { failureOf } from "./tracker-ports.ts";

export interface RestorePorts {
  readonly restore: RestoreInterface;
  readonly records: Pick<Records, "get" | "put">;
  readonly now: () => Date;
  readonly say: (toast: ToastWords) => void;
  readonly go: (hash: string) => void;
}

/** From a dropped file to an import that can be taken back. Lives as long as the app. */
export class RestoreSession {
  phase = $state.raw<RestorePhase>({ name: "idle" });
  history = $state.raw<readonly RestoreReceipt[]>([]);
  readonly decisions = new RestoreDecisions();
  /** Files that were dropped together and wait for their turn. */
  waiting = $state.raw<readonly { readonly file: Blob; readonly name: string }[]>([]);
  #turn = 0;
  /** Kept for as long as the file is looked at, to read it again with other columns. */
  #passphrase: string | undefined;
  /** Columns that were changed for this file: known at once, while the memory of them is still written. */
  #chosen: Chosen = {};
  readonly #ports: RestorePorts;

  /** The plan as decided so far; its `writes` is the number on the button. */
  readonly decided: RestorePlan | undefined = $derived(
    "plan" in this.phase ? this.decisions.applyTo(this.phase.plan) : undefined,
  );

  constructor(ports: RestorePorts) {
    this.#ports = ports;
  }

  /** Takes dropped, chosen or pasted files from any screen and shows the first. */
  take(files: readonly { readonly file: Blob; readonly name: string }[]): void {
    const [first, ...rest] = files;
    if (first === undefined || this.phase.name === "importing") return;
    this.waiting = rest;
    this.decisions.forget();
    this.#ports.go("#/restore");
    void this.#look(first.file, first.name);
  }

  paste(text: string): void {
    const looksLikeData = /^\s*[[{]/u.test(text);
    const name = looksLikeData ? "pasted.json" : "pasted.txt";
    const type = looksLikeData ? "application/json" : "text/plain";
    this.take([{ file: new Blob([text], { type }), name }]);
  }

  unlock(passphrase: string): Promise<void> {
    const { phase } = this;
    if (phase.name !== "locked") return Promise.resolve();
    return this.#look(phase.file, phase.fileName, passphrase);
  }

  again(): Promise<void> {
    const { phase } = this;
    if (phase.name !== "failed") return Promise.resolve();
    return this.#look(phase.file, phase.fileName);
  }

  /** Puts the file aside without having written anything, and shows the next one that waits. */
  leave(): void {
    this.#turn += 1;
    this.decisions.forget();
    this.phase = { name: "idle" };
    if (this.waiting.length > 0) this.take(this.waiting);
  }

  setPolicy(part: Partial<RestorePolicy>): Promise<void> {
    this.decisions.policy = { ...this.decisions.policy, ...part };
    return this.#replan();
  }

  takeKind(kind: KindId, on: boolean): Promise<void> {
    this.decisions.takeKind(kind, on);
    return this.#replan();
  }

  tick(record: PlannedRecord, on: boolean): Promise<void> {
    this.decisions.tick([record], on);
    return this.#replan();
  }

  /** Takes or leaves out every record of one verdict. */
  tickAll(verdict: Verdict, on: boolean): Promise<void> {
    this.decisions.tick(this.#recordsOf(verdict), on);
    return this.#replan();
  }

  /** Decides about one record that both sides changed. */
  choose(record: PlannedRecord, side: Side): Promise<void> {
    return this.decisions.choose([record], side, this.#hereOf);
  }

  /** One decision for every record of one verdict. */
  chooseAll(verdict: Verdict, side: "here" | "file"): Promise<void> {
    return this.decisions.choose(this.#recordsOf(verdict), side, this.#hereOf);
  }

  readonly #hereOf = (record: PlannedRecord) =>
    this.#ports.records.get(record.kind, record.matched ?? record.id);

  #recordsOf(verdict: Verdict): readonly PlannedRecord[] {
    const records = this.decided?.records ?? [];
    return records.filter((record) => record.verdict === verdict);
  }

  /** Writes what the dry run shows, all of it or nothing. */
  async run(): Promise<void> {
    const { phase } = this;
    const plan = this.decided;
    if (phase.name !== "seen" || plan === undefined) return;
    if (plan.writes + (plan.removes?.length ?? 0) === 0) return;
    const { file, fileName, at } = phase;
    this.phase = { name: "importing", plan, file, fileName, at };
    try {
      const receipt = await this.#ports.restore.run(plan);
      this.phase = { name: "done", receipt, plan };
      this.#ports.say({
        text: receipt.message,
        undo: () => this.undo(receipt.restoreId),
      });
      await this.readHistory();
    } catch (error) {
      this.phase = { name: "failed", failure: failureOf(error), plan, file, fileName, at };
    }
  }

  async undo(restoreId: string): Promise<void> {
    try {
      await this.#ports.restore.undo(restoreId);
      this.#ports.say({ text: "The import was taken back. Everything is as it was before." });
      if (this.phase.name === "done" && this.phase.receipt.restoreId === restoreId) this.leave();
      await this.readHistory();
    } catch (error) {
      const failure = failureOf(error);
      const at = this.#ports.now().toISOString();
      const empty = { file: new Blob([]), fileName: "The undo", at };
      this.phase = { name: "failed", failure, ...empty };
    }
  }

  async readHistory(): Promise<void> {
    this.history = await this.#ports.restore.history();
  }

  /** Reads a table again with one column going elsewhere, and remembers it for tables with this header. */
  async mapColumn(name: string, target: string): Promise<void> {
    const { phase } = this;
    if (phase.name !== "seen") return;
    const turn = (this.#turn += 1);
    const { inspection, file, fileName, at } = phase;
    this.#chosen = { ...this.#chosen, [name]: target };
    try {
      const before = await recallColumns(this.#ports.records, inspection);
      const mapping: Chosen = { ...before, ...this.#chosen };
      await keepColumns(this.#ports.records, inspection, mapping, this.#ports.now());
      this.decisions.forgetRecords();
      const seen = await this.#inspect(file, fileName, mapping);
      const plan = await this.#ports.restore.plan(seen, this.decisions.policyFor(seen));
      if (turn === this.#turn) this.phase = { ...phase, inspection: seen, plan };
    } catch (error) {
      const failure = failureOf(error);
      if (turn === this.#turn) this.phase = { name: "failed", failure, file, fileName, at };
    }
  }

  #inspect(file: Blob, fileName: string, mapping?: Chosen): Promise<Inspection> {
    const { restore, records } = this.#ports;
    return inspectAsBefore(restore, records, file, {
      name: fileName,
      ...(this.#passphrase === undefined ? {} : { passphrase: this.#passphrase }),
      ...(mapping === undefined ? {} : { mapping }),
    });
  }

  async #look(file: Blob, fileName: string, passphrase?: string): Promise<void> {
    this.#passphrase = passphrase;
    this.#chosen = {};
    const turn = (this.#turn += 1);
    const at = this.#ports.now().toISOString();
    const dropped: Dropped = { file, fileName, at };
    this.phase = { name: "looking", ...dropped };
    try {
      const inspection = await this.#inspect(file, fileName);
      const plan = await this.#firstPlan(inspection);
      if (turn === this.#turn) this.phase = { name: "seen", inspection, plan, ...dropped };
    } catch (error) {
      if (turn === this.#turn) this.phase = phaseAfter(failureOf(error), dropped);
    }
  }

  /** Settings stay as they are here, unless nothing is here: an empty browser gets everything back. */
  async #firstPlan(inspection: Inspection): Promise<RestorePlan> {
    this.decisions.leftOut = new Set();
    const whole = await this.#ports.restore.plan(inspection, this.decisions.policy);
    if (whole.records.every(({ verdict }) => verdict === "new" || verdict === "refused"))
      return whole;
    this.decisions.leftOut = new Set<KindId>(["settings"]);
    return this.#ports.restore.plan(inspection, this.decisions.policyFor(inspection));
  }

  async #replan(): Promise<void> {
    const { phase } = this;
    if (phase.name !== "seen") return;
    const turn = (this.#turn += 1);
    try {
      const plan = await this.#ports.restore.plan(
        phase.inspection,
        this.decisions.policyFor(phase.inspection),
      );
      if (turn === this.#turn) this.phase = { ...phase, plan };
    } catch (error) {
      const { file, fileName, at } = phase;
      if (turn === this.#turn)
        this.phase = { name: "failed", failure: failureOf(error), file, fileName, at };
    }
  }
}
