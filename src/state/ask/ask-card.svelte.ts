import { describeFailure } from "../../core/describe-failure.ts";
import { toFailure } from "../../core/failure.ts";
import {
  JobTrackerError,
  type ExportTarget,
  type JobTracker,
  type PlanPreview,
} from "../../core/job-tracker.ts";
import type { ExportPlan } from "../../core/plan/plan.ts";
import type { Edit, ParseResult, Question, SaidRequest } from "../../core/request/request.ts";
import { NewestOnly } from "../newest-only.ts";
import type { Surroundings } from "../surroundings.ts";
import type { CardPhase } from "./card-phase.ts";
import { keyOf, layOver, leansOnLast, questionsLeft } from "./lean-on.ts";
import { PassphraseDraft } from "./passphrase.svelte.ts";
import { readChips, type ChipRows } from "./read-chips.ts";
import type { Sealed } from "./recovery-kit-of.ts";
import { readMarks, type Piece } from "./read-marks.ts";
import { handSlots } from "./slot-of.ts";

/** A folder is asked for by its sink; printing goes through a download. */
function targetOf({ destination }: ExportPlan): ExportTarget {
  return destination === "download" || destination === "private" ? destination : "ask";
}

export type CardPorts = Pick<JobTracker, "exports" | "parser" | "formatters">;

/** From words to receipt: one card, which never moves. */
export class AskCard {
  readonly id: string;
  phase = $state.raw<CardPhase>({ name: "empty" });
  sentence = $state.raw("");
  parsed = $state.raw<ParseResult | undefined>(undefined);
  /** Decisions that no words could say: they win over the words until dropped. */
  edits = $state.raw<readonly Edit[]>([]);
  /** Questions that were answered, by code and slot. */
  answered = $state.raw<readonly string[]>([]);
  endedAt = $state.raw<string | undefined>(undefined);
  /** For the recovery kit, in memory alone: until the next card runs. */
  sealed = $state.raw<Sealed | undefined>(undefined);
  readonly passphrase: PassphraseDraft;
  readonly #ports: CardPorts;
  readonly #now: () => Date;
  readonly #last: () => SaidRequest | undefined;
  #turn = 0;
  readonly #plans = new NewestOnly();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #controller: AbortController | undefined;

  constructor(
    id: string,
    ports: CardPorts,
    around: Pick<Surroundings, "now" | "random">,
    last: () => SaidRequest | undefined = () => undefined,
  ) {
    this.id = id;
    this.#ports = ports;
    this.#last = last;
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
      : readChips(this.sentence, this.parsed, this.preview?.reasons ?? [], handSlots(this.edits)),
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

  /** The plan of a finished run. */
  get ran(): ExportPlan | undefined {
    return this.phase.name === "finished" ? this.phase.result.receipt.plan : undefined;
  }

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
      this.edits = [];
      this.answered = [];
      this.phase = { name: "empty" };
      return;
    }
    this.parsed = this.#read(sentence);
    const preview = this.preview;
    this.phase = { name: "planning", ...(preview === undefined ? {} : { preview }) };
    this.#timer = setTimeout(() => void this.makePlan(), rest);
  }

  setByHand(edits: readonly Edit[]): void {
    this.edits = edits;
    void this.makePlan();
  }

  answer(question: Question, patch: readonly Edit[]): void {
    this.answered = [...this.answered, keyOf(question)];
    this.setByHand([...this.edits, ...patch]);
  }

  /** "Same but …" is understood on top of the request before this one. */
  #read(sentence: string): ParseResult {
    const last = this.#last();
    return this.#ports.parser.parse(sentence, last === undefined ? {} : { last });
  }

  /** The open question that comes first, hard ones before soft ones. */
  readonly question: Question | undefined = $derived.by(() => {
    const { parsed, preview } = this;
    if (parsed === undefined) return undefined;
    const all = [...parsed.questions, ...(preview?.questions ?? [])];
    const open = questionsLeft(all, leansOnLast(parsed, this.#last()), this.answered);
    return open.find((one) => one.severity === "hard") ?? open[0];
  });

  /** The request in effect, where it is more than the words: answers, hand edits, "same but …". */
  async #decided(parsed: ParseResult): Promise<SaidRequest | undefined> {
    const last = this.#last();
    const leans = leansOnLast(parsed, last);
    const open = questionsLeft(parsed.questions, leans, this.answered);
    const plain = this.edits.length === 0 && this.answered.length === 0 && !leans;
    if (plain || open.some(({ severity }) => severity === "hard")) return undefined;
    const said = leans && last !== undefined ? layOver(parsed.said, last) : parsed.said;
    const { applyEdits } = await import("../../core/request/apply-edits.ts");
    return applyEdits(said, this.edits);
  }

  async makePlan(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    await this.#plans.run(() => this.#plan(turn));
  }

  async #plan(turn: number): Promise<void> {
    try {
      const parsed = this.#read(this.sentence);
      const { sentence } = this;
      const decided = await this.#decided(parsed);
      const preview = await this.#ports.exports.plan(sentence, decided);
      if (turn !== this.#turn) return;
      this.parsed = parsed.confidence > 0 ? parsed : preview.parsed;
      this.phase = { name: "planned", preview };
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    }
  }

  /** What a rewritten sentence would give: for the numbers in a chip's menu. */
  async countFor(sentence: string): Promise<number> {
    const decided = await this.#decided(this.#read(sentence));
    const { counts } = await this.#ports.exports.plan(sentence, decided);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Must be called inside the click: the browser shows its file dialogue only then. */
  async export(target?: ExportTarget): Promise<void> {
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
        ...(passphrase === undefined ? {} : { passphrase, ...this.passphrase.more }),
        target: target ?? targetOf(preview.plan),
      });
      this.endedAt = this.#now().toISOString();
      if (passphrase !== undefined) this.sealed = this.passphrase.printable;
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
      const passphrase = this.needsPassphrase ? this.passphrase.ready : undefined;
      const hand = await this.#decided(this.#read(this.sentence));
      const id = await this.#ports.exports.schedule(this.sentence, undefined, {
        ...(passphrase !== undefined && { passphrase }),
        ...(hand !== undefined && { hand }),
      });
      this.passphrase.forget();
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
