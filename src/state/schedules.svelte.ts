import type { Failure } from "../core/failure.ts";
import type { ExportInterface, PlaceState, Schedules } from "../core/job-tracker.ts";
import { saySchedule } from "../core/plan/say-schedule.ts";
import { containerEncrypts } from "../core/plan/seals.ts";
import type { SaidSchedule } from "../core/request/request.ts";
import type { Receipt } from "../core/pipeline/ports.ts";
import type { Schedule } from "../core/schedule/schedule.ts";
import { fileStem } from "./file-stem.ts";
import { readWaiting } from "./schedule-waiting.ts";
import type { ToastWords } from "./toasts.svelte.ts";
import { failureOf } from "./tracker-ports.ts";

export interface SchedulesPorts {
  readonly schedules: Schedules;
  readonly exports: Pick<ExportInterface, "schedule" | "history" | "plan" | "onHistory">;
  readonly now: () => Date;
  readonly say: (toast: ToastWords) => void;
  readonly save: (file: Blob, name: string) => void;
}

export type SchedulesPhase =
  | { readonly name: "loading" }
  | {
      readonly name: "ready";
      readonly schedules: readonly Schedule[];
      /** Newest first. */
      readonly receipts: readonly Receipt[];
      /** Every finished run, also by hand: where copies lie. */
      readonly history: readonly Receipt[];
      /** Of schedules that write to a folder. */
      readonly places: Readonly<Record<string, PlaceState>>;
      /** Of schedules that wait for changes. */
      readonly pending: Readonly<Record<string, number>>;
    }
  | { readonly name: "failed"; readonly failure: Failure };

/** What the words of a new or changed schedule would become. */
export interface SchedulePreview {
  readonly rule?: SaidSchedule;
  readonly summary: string;
  /** The container, where it needs a passphrase. */
  readonly sealedIn?: string;
  readonly question?: string;
}

/** What is under way about one schedule, or about a new one (`id` undefined). */
export type SchedulesTask =
  | { readonly name: "none" }
  | { readonly name: "busy"; readonly id: string | undefined }
  | {
      readonly name: "writing";
      readonly id: string | undefined;
      readonly text: string;
      readonly preview?: SchedulePreview;
      /** Why the sentence was refused; it stays in its field. */
      readonly failure?: Failure;
    }
  /** An encrypted schedule without its seal asks for the passphrase. */
  | { readonly name: "sealing"; readonly schedule: Schedule; readonly failure?: Failure }
  | { readonly name: "refused"; readonly id: string | undefined; readonly failure: Failure };

/** The list of schedules and the few things to do about each. */
export class SchedulesSession {
  phase = $state.raw<SchedulesPhase>({ name: "loading" });
  task = $state.raw<SchedulesTask>({ name: "none" });
  readonly #ports: SchedulesPorts;
  #turn = 0;

  constructor(ports: SchedulesPorts) {
    this.#ports = ports;
  }

  /** Reads the list now and after every change, also of another tab; returns how to stop. */
  watch(): () => void {
    void this.load();
    const reload = () => void this.load();
    const stops = [this.#ports.schedules.onChange(reload), this.#ports.exports.onHistory(reload)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  async load(): Promise<void> {
    const { schedules, exports } = this.#ports;
    try {
      const [list, history] = await Promise.all([schedules.list(), exports.history()]);
      const receipts = history
        .filter((receipt) => receipt.scheduleId !== undefined)
        .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
      const waiting = await readWaiting(schedules, list);
      this.phase = { name: "ready", schedules: list, receipts, history, ...waiting };
    } catch (error) {
      this.phase = { name: "failed", failure: failureOf(error) };
    }
  }

  /** Opens the sentence, of a schedule to change it or an empty one, and says what it would become. */
  async write(id: string | undefined, text: string): Promise<void> {
    const turn = (this.#turn += 1);
    const before =
      this.task.name === "writing" && this.task.id === id ? this.task.preview : undefined;
    this.task = { name: "writing", id, text, ...(before && { preview: before }) };
    if (text.trim() === "") return;
    const preview = await this.#preview(text).catch(() => undefined);
    if (turn !== this.#turn) return;
    this.task = { name: "writing", id, text, ...(preview && { preview }) };
  }

  putAway(): void {
    this.#turn += 1;
    this.task = { name: "none" };
  }

  /** Makes or changes a schedule from its sentence; the passphrase makes the seal and is not kept. */
  async submit(passphrase: string): Promise<void> {
    if (this.task.name !== "writing" || this.task.text.trim() === "") return;
    this.#turn += 1;
    const { id, text } = this.task;
    const { schedules, exports, say } = this.#ports;
    this.task = { name: "busy", id };
    try {
      const options = passphrase === "" ? {} : { passphrase };
      if (id === undefined) await exports.schedule(text, undefined, options);
      else await schedules.update(id, text);
      if (id !== undefined && passphrase !== "") await schedules.setPassphrase(id, passphrase);
      say({ text: id === undefined ? "The schedule is made." : "The schedule is changed." });
      this.task = { name: "none" };
      await this.load();
    } catch (error) {
      this.task = { name: "writing", id, text, failure: failureOf(error) };
    }
  }

  async #preview(text: string): Promise<SchedulePreview> {
    const { plan, questions } = await this.#ports.exports.plan(text);
    const rule = plan?.schedule;
    const question = questions.find(({ severity }) => severity === "hard")?.text;
    const parts = [rule === undefined ? "" : saySchedule(rule), plan?.title ?? ""];
    return {
      ...(rule && { rule }),
      summary: parts.filter((part) => part !== "").join(" · "),
      ...(plan !== undefined && containerEncrypts(plan.container) && { sealedIn: plan.container }),
      ...(question !== undefined && { question }),
    };
  }

  askPassphrase(schedule: Schedule): void {
    this.task = { name: "sealing", schedule };
  }

  async seal(passphrase: string): Promise<void> {
    if (this.task.name !== "sealing") return;
    const { schedule } = this.task;
    try {
      await this.#ports.schedules.setPassphrase(schedule.id, passphrase);
      this.#ports.say({
        text: `${schedule.name} is sealed with the new passphrase from its next copy on.`,
      });
      this.task = { name: "none" };
      await this.load();
    } catch (error) {
      this.task = { name: "sealing", schedule, failure: failureOf(error) };
    }
  }

  /** The rule of a form: the sentence is rewritten so that it says it. */
  async setRule(rule: SaidSchedule): Promise<void> {
    if (this.task.name !== "writing") return;
    const { id, text } = this.task;
    const from = text.trim() === "" ? "back up everything encrypted" : text;
    const edits = [{ op: "set", path: "schedule", value: rule }] as const;
    await this.write(id, await this.#ports.schedules.reword(from, edits));
  }

  /** Changes something of one schedule. Folders are asked for, so it may have to begin inside a click. */
  change(id: string, work: (schedules: Schedules) => Promise<void>): Promise<boolean> {
    return this.#attempt(id, () => work(this.#ports.schedules));
  }

  runNow(id: string): Promise<boolean> {
    return this.#attempt(id, async () => {
      const receipt = await this.#ports.schedules.run(id);
      this.#ports.say({ text: `${receipt.fileName} is in ${receipt.place}.` });
    });
  }

  pause(schedule: Schedule): Promise<boolean> {
    const { schedules, say } = this.#ports;
    return this.#attempt(schedule.id, async () => {
      await schedules.pause(schedule.id);
      say({ text: `${schedule.name} is paused.`, undo: () => this.resume(schedule) });
    });
  }

  resume(schedule: Schedule): Promise<boolean> {
    const { schedules, say } = this.#ports;
    return this.#attempt(schedule.id, async () => {
      await schedules.resume(schedule.id);
      say({ text: `${schedule.name} runs again.`, undo: () => this.pause(schedule) });
    });
  }

  /** Copies stay; undo brings the schedule back as it was: its place, what is kept, its chain and seal. */
  remove(schedule: Schedule): Promise<boolean> {
    const { schedules, say } = this.#ports;
    return this.#attempt(schedule.id, async () => {
      await schedules.remove(schedule.id);
      const again = () => this.#attempt(undefined, () => schedules.putBack(schedule));
      say({ text: `${schedule.name} removed. Its copies stay where they are.`, undo: again });
    });
  }

  /** Hands the reminder of a schedule to the calendar of the device. */
  remind(schedule: Schedule): Promise<boolean> {
    return this.#attempt(schedule.id, async () => {
      const file = await this.#ports.schedules.calendarFile(schedule.id);
      this.#ports.save(file, `${fileStem(schedule.name)}.ics`);
    });
  }

  async #attempt(id: string | undefined, work: () => Promise<void>): Promise<boolean> {
    this.task = { name: "busy", id };
    try {
      await work();
      this.task = { name: "none" };
      await this.load();
      return true;
    } catch (error) {
      const failure = failureOf(error);
      this.task = this.#taskAfter(id, failure);
      return false;
    }
  }

  #taskAfter(id: string | undefined, failure: Failure): SchedulesTask {
    // Choosing no folder is an answer, not a failure.
    if (failure.code === "cancelled") return { name: "none" };
    const schedule =
      this.phase.name === "ready" ? this.phase.schedules.find((one) => one.id === id) : undefined;
    if (failure.code === "passphrase-missing" && schedule !== undefined) {
      return { name: "sealing", schedule };
    }
    return { name: "refused", id, failure };
  }
}
