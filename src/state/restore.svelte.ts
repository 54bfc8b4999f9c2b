import { attempt } from "../core/failure.ts";
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
import { addColumns, inspectAsBefore, type Chosen } from "./restore-columns.ts";
import { RestoreDecisions } from "./restore-decisions.svelte.ts";
import type { RestorePorts } from "./restore-ports.ts";
import { phaseAfter, type Dropped, type RestorePhase } from "./restore-phase.ts";
import { rescueDropped } from "./restore-rescue.ts";
import {
  behindLocked,
  firstPlan,
  lookTogether,
  namesOf,
  pastedFile,
  withChain,
} from "./restore-together.ts";
import { failureOf } from "./tracker-ports.ts";

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

  async unlock(passphrase: string): Promise<void> {
    if (this.phase.name === "locked") await this.#look(this.phase.files, passphrase);
  }

  async again(): Promise<void> {
    if (this.phase.name === "failed") await this.#look(this.phase.files);
  }

  /** Shows what a damaged file still holds; nothing of it is taken. */
  async rescue(): Promise<void> {
    const { phase } = this;
    if (phase.name !== "failed") return;
    const turn = (this.#turn += 1);
    this.phase = { ...phase, name: "looking" };
    const next = await rescueDropped(this.#ports.restore, phase, this.#passphrase);
    if (turn === this.#turn) this.phase = next;
  }

  /** What was rescued goes through the ordinary dry run. */
  async takeRescued(): Promise<void> {
    const { phase } = this;
    if (phase.name !== "rescued") return;
    const plan = await firstPlan(this.#ports.restore, this.decisions, phase.inspection);
    this.phase = { ...phase, name: "seen", plan };
  }

  /** Puts the file aside without having written anything, and shows the next one that waits. */
  leave(): void {
    this.#turn += 1;
    this.decisions.forget();
    this.waiting = [...behindLocked(this.phase), ...this.waiting];
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
    const found = await attempt(() => this.#ports.restore.history());
    if (found.ok) this.history = found.value;
  }

  /** Reads a table again with one column going elsewhere, and remembers it for tables with this header. */
  async mapColumn(name: string, target: string): Promise<void> {
    const { phase } = this;
    if (phase.name !== "seen") return;
    const turn = (this.#turn += 1);
    const { inspection, files, fileName, at } = phase;
    const [only] = files;
    if (!only) return;
    this.#chosen = { ...this.#chosen, [name]: target };
    try {
      const { records, now } = this.#ports;
      const mapping = await addColumns(records, inspection, this.#chosen, now());
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
      const [first, ...rest] = files;
      if (turn !== this.#turn || first === undefined) return;
      const now = together?.files ?? [first];
      this.waiting = [...(together?.waiting ?? rest), ...this.waiting];
      dropped = { files: now, fileName: together?.inspection.name ?? first.name, at };
      this.phase = { name: "looking", ...dropped };
      const inspection = together?.inspection ?? (await this.#inspect(first));
      const plan = await firstPlan(this.#ports.restore, this.decisions, inspection);
      if (turn === this.#turn) this.phase = { name: "seen", inspection, plan, ...dropped };
    } catch (error) {
      if (turn === this.#turn) this.phase = phaseAfter(failureOf(error), dropped);
    }
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
