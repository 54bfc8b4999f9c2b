import { describeFailure, type FailureWords } from "../../core/describe-failure.ts";
import { toFailure, type Failure } from "../../core/failure.ts";
import {
  JobTrackerError,
  type ExportOptions,
  type ExportResult,
  type JobTracker,
  type PlanPreview,
} from "../../core/job-tracker.ts";
import type { Progress } from "../../core/pipeline/ports.ts";
import type { ParseResult, SaidRequest } from "../../core/request/request.ts";
import type { Surroundings } from "../surroundings.ts";
import { PassphraseDraft } from "./passphrase.svelte.ts";
import { readChips, type ChipRows } from "./read-chips.ts";
import { readMarks, type Piece } from "./read-marks.ts";
import { handSlots } from "./slot-of.ts";

export type CardPhase =
  | { readonly name: "empty" }
  /** The words changed; the plan before them stays in sight so that nothing jumps. */
  | { readonly name: "planning"; readonly preview?: PlanPreview }
  | { readonly name: "planned"; readonly preview: PlanPreview }
  | { readonly name: "running"; readonly preview: PlanPreview; readonly progress?: Progress }
  | { readonly name: "stopping"; readonly preview: PlanPreview; readonly progress?: Progress }
  | { readonly name: "finished"; readonly result: ExportResult }
  | { readonly name: "scheduled"; readonly id: string; readonly preview: PlanPreview }
  | {
      readonly name: "failed";
      readonly failure: Failure;
      readonly words: FailureWords;
      readonly preview?: PlanPreview;
    };

export type CardPorts = Pick<JobTracker, "exports" | "parser" | "formatters">;

/** From words to receipt: one card, which never moves. */
export class AskCard {
  readonly id: string;
  phase = $state.raw<CardPhase>({ name: "empty" });
  sentence = $state.raw("");
  parsed = $state.raw<ParseResult | undefined>(undefined);
  /** Decisions that no words could say: they win over the words until dropped. */
  hand = $state.raw<SaidRequest | undefined>(undefined);
  endedAt = $state.raw<string | undefined>(undefined);
  readonly passphrase: PassphraseDraft;
  readonly #ports: CardPorts;
  readonly #now: () => Date;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #controller: AbortController | undefined;

  constructor(id: string, ports: CardPorts, around: Pick<Surroundings, "now" | "random">) {
    this.id = id;
    this.#ports = ports;
    this.#now = around.now;
    this.passphrase = new PassphraseDraft(around.random);
  }

  readonly pieces: readonly Piece[] = $derived(
    this.parsed === undefined ? [] : readMarks(this.sentence, this.parsed),
  );
  readonly preview: PlanPreview | undefined = $derived(
    "preview" in this.phase ? this.phase.preview : undefined,
  );
  readonly chips: ChipRows = $derived(
    this.parsed === undefined
      ? { said: [], assumed: [] }
      : readChips(this.sentence, this.parsed, this.preview?.reasons ?? [], handSlots(this.hand)),
  );
  readonly records: number = $derived(
    Object.values(this.preview?.counts ?? {}).reduce((sum, count) => sum + count, 0),
  );
  readonly isOver: boolean = $derived(
    this.phase.name === "finished" || this.phase.name === "scheduled",
  );
  readonly isBusy: boolean = $derived(
    this.phase.name === "running" || this.phase.name === "stopping",
  );
  readonly needsPassphrase: boolean = $derived(
    this.preview?.plan !== undefined && this.encrypts(this.preview.plan.container),
  );

  encrypts(container: string): boolean {
    const entry = this.#ports.formatters.list().find(({ id }) => id === container);
    return entry?.encrypts ?? (container !== "bare" && container !== "zip");
  }

  /** New words: marked at once, planned when the typing rests. */
  say(sentence: string, rest = 140): void {
    this.sentence = sentence;
    clearTimeout(this.#timer);
    if (sentence.trim() === "") {
      this.#turn += 1;
      this.parsed = undefined;
      this.hand = undefined;
      this.phase = { name: "empty" };
      return;
    }
    this.parsed = this.#ports.parser.parse(sentence);
    const preview = this.preview;
    this.phase = { name: "planning", ...(preview === undefined ? {} : { preview }) };
    this.#timer = setTimeout(() => void this.makePlan(), rest);
  }

  setByHand(hand: SaidRequest | undefined): void {
    this.hand = hand;
    void this.makePlan();
  }

  async makePlan(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    try {
      const preview = await this.#ports.exports.plan(this.sentence, this.hand);
      if (turn !== this.#turn) return;
      this.parsed = preview.parsed;
      this.phase = { name: "planned", preview };
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    }
  }

  /** What a rewritten sentence would give: for the numbers in a chip's menu. */
  async countFor(sentence: string): Promise<number> {
    const { counts } = await this.#ports.exports.plan(sentence, this.hand);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Must be called inside the click: the browser shows its file dialogue only then. */
  async export(target?: ExportOptions["target"]): Promise<void> {
    const { preview } = this;
    if (preview?.plan === undefined || this.isBusy) return;
    const passphrase = this.needsPassphrase ? this.passphrase.ready : undefined;
    if (this.needsPassphrase && passphrase === undefined) return;
    const controller = new AbortController();
    this.#controller = controller;
    this.phase = { name: "running", preview };
    try {
      const result = await this.#ports.exports.exportPlan(preview.plan, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (this.isBusy) this.phase = { ...this.phase, preview, progress } as CardPhase;
        },
        ...(passphrase === undefined ? {} : { passphrase }),
        ...(target === undefined ? {} : { target }),
      });
      this.endedAt = this.#now().toISOString();
      this.phase = { name: "finished", result };
      this.passphrase.forget();
    } catch (error) {
      this.endedAt = this.#now().toISOString();
      this.#failed(error, preview);
    }
  }

  async saveSchedule(): Promise<void> {
    const { preview } = this;
    if (preview === undefined) return;
    try {
      const id = await this.#ports.exports.schedule(this.sentence);
      this.endedAt = this.#now().toISOString();
      this.phase = { name: "scheduled", id, preview };
    } catch (error) {
      this.#failed(error, preview);
    }
  }

  stop(): void {
    if (this.phase.name !== "running") return;
    this.phase = { ...this.phase, name: "stopping" };
    this.#controller?.abort();
  }

  #failed(error: unknown, preview: PlanPreview | undefined = this.preview): void {
    const failure = error instanceof JobTrackerError ? error.failure : toFailure(error);
    this.phase = {
      name: "failed",
      failure,
      words: describeFailure(failure),
      ...(preview === undefined ? {} : { preview }),
    };
  }

  /** Back from a failure to the plan it came from. */
  backToPlan(): void {
    if (this.phase.name !== "failed") return;
    const { preview } = this.phase;
    if (preview === undefined) this.say(this.sentence, 0);
    else this.phase = { name: "planned", preview };
  }
}
