import type { Records, RestoreInterface } from "../core/job-tracker.ts";
import type { KindId } from "../core/records/any-kind.ts";
import type { Side } from "../core/restore/choose-sides.ts";
import type {
  Inspection,
  NamedFile,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
  RestoreReceipt,
  Verdict,
} from "../core/restore/contract.ts";
import { inspectAsBefore, keepColumns, recallColumns, type Chosen } from "./restore-columns.ts";
import { RestoreDecisions } from "./restore-decisions.svelte.ts";
import { phaseAfter, type Dropped, type RestorePhase } from "./restore-phase.ts";
import { lookTogether, namesOf, pastedFile, withChain } from "./restore-together.ts";
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
  waiting = $state.raw<readonly NamedFile[]>([]);
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

  /** Takes dropped, chosen or pasted files from any screen: a chain as one import, else one by one. */
  take(files: readonly NamedFile[]): void {
    if (files.length === 0 || this.phase.name === "importing") return;
    const all = withChain(this.phase, files);
    if (all === files) this.waiting = [];
    this.decisions.forget();
    this.#ports.go("#/restore");
    void this.#look(all);
  }

  paste(text: string): void {
    this.take([pastedFile(text)]);
  }

  unlock(passphrase: string): Promise<void> {
    const { phase } = this;
    if (phase.name !== "locked") return Promise.resolve();
    return this.#look(phase.files, passphrase);
  }

  again(): Promise<void> {
    const { phase } = this;
    if (phase.name !== "failed") return Promise.resolve();
    return this.#look(phase.files);
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
    if (phase.inspection.joined?.whole === false && !this.decisions.withoutBase) return;
    const { files, fileName, at } = phase;
    this.phase = { name: "importing", plan, files, fileName, at };
    try {
      const receipt = await this.#ports.restore.run(plan);
      this.phase = { name: "done", receipt, plan };
      this.#ports.say({
        text: receipt.message,
        undo: () => this.undo(receipt.restoreId),
      });
      await this.readHistory();
    } catch (error) {
      this.phase = { name: "failed", failure: failureOf(error), plan, files, fileName, at };
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
      const empty = { files: [], fileName: "The undo", at };
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
    const { inspection, files, fileName, at } = phase;
    const [only] = files;
    if (only === undefined) return;
    this.#chosen = { ...this.#chosen, [name]: target };
    try {
      const before = await recallColumns(this.#ports.records, inspection);
      const mapping: Chosen = { ...before, ...this.#chosen };
      await keepColumns(this.#ports.records, inspection, mapping, this.#ports.now());
      this.decisions.forgetRecords();
      const seen = await this.#inspect(only, mapping);
      const plan = await this.#ports.restore.plan(seen, this.decisions.policyFor(seen));
      if (turn === this.#turn) this.phase = { ...phase, inspection: seen, plan };
    } catch (error) {
      const failure = failureOf(error);
      if (turn === this.#turn) this.phase = { name: "failed", failure, files, fileName, at };
    }
  }

  #inspect({ file, name }: NamedFile, mapping?: Chosen): Promise<Inspection> {
    const { restore, records } = this.#ports;
    return inspectAsBefore(restore, records, file, {
      name,
      ...(this.#passphrase === undefined ? {} : { passphrase: this.#passphrase }),
      ...(mapping === undefined ? {} : { mapping }),
    });
  }

  async #look(files: readonly NamedFile[], passphrase?: string): Promise<void> {
    this.#passphrase = passphrase;
    this.#chosen = {};
    const turn = (this.#turn += 1);
    const at = this.#ports.now().toISOString();
    let dropped: Dropped = { files, fileName: namesOf(files), at };
    this.phase = { name: "looking", ...dropped };
    try {
      const together = await lookTogether(this.#ports.restore, files, passphrase);
      if (turn !== this.#turn) return;
      const [first, ...rest] = files;
      if (first === undefined) return;
      const now = together?.files ?? [first];
      this.waiting = [...(together?.waiting ?? rest), ...this.waiting];
      dropped = { files: now, fileName: together?.inspection.name ?? first.name, at };
      this.phase = { name: "looking", ...dropped };
      const inspection = together?.inspection ?? (await this.#inspect(first));
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
      const { files, fileName, at } = phase;
      if (turn === this.#turn)
        this.phase = { name: "failed", failure: failureOf(error), files, fileName, at };
    }
  }
}
