import { toFailure, type Failure } from "../../core/failure.ts";
import { makeRecoveryCode, readRecoveryCode } from "../../core/vault/recovery-code.ts";
import { PassphraseDraft } from "../ask/passphrase.svelte.ts";
import type { LockAnswer, LockChoice, LockPorts, LockRules } from "../lock-ports.ts";
import type { Surroundings } from "../surroundings.ts";

export type AppLockTask =
  | { readonly name: "none" }
  | { readonly name: "setting-up"; readonly renews: boolean; readonly failure?: Failure }
  | { readonly name: "turning-off"; readonly failure?: Failure }
  | { readonly name: "working" };

/** The app lock in Settings: off by default, and every change of it is asked for what opens it. */
export class AppLock {
  task = $state.raw<AppLockTask>({ name: "none" });
  rules = $state.raw<LockRules>({});
  canPasskey = $state.raw(false);
  plainCopies = $state.raw(0);
  withPasskey = $state(false);
  code = $state.raw("");
  /** The last group of the code, typed back: proof that it was written down. */
  lastGroup = $state("");
  answer = $state("");
  readonly draft: PassphraseDraft;
  readonly #ports: LockPorts;
  readonly #random: Surroundings["random"];

  constructor(ports: LockPorts, around: Pick<Surroundings, "random">) {
    this.#ports = ports;
    this.#random = around.random;
    this.rules = ports.rules;
    this.draft = new PassphraseDraft(around.random);
  }

  get isOn(): boolean {
    return this.#ports.isOn;
  }
  /** Why it cannot be turned on yet, in words. */
  get open(): string | undefined {
    if (this.draft.ready === undefined) return "Finish the passphrase first.";
    const group = this.code.split("-").at(-1) ?? "";
    return this.lastGroup.trim().toUpperCase() === group
      ? undefined
      : "Write the recovery code down, and type its last group.";
  }

  async begin(renews: boolean): Promise<void> {
    this.code = makeRecoveryCode(this.#random);
    this.lastGroup = "";
    this.task = { name: "setting-up", renews };
    this.canPasskey = await this.#ports.passkeysWork();
    this.plainCopies = await this.#ports.plainCopies();
  }
  beginTurningOff(): void {
    this.answer = "";
    this.task = { name: "turning-off" };
  }
  cancel(): void {
    this.draft.forget();
    this.answer = "";
    this.task = { name: "none" };
  }

  async finish(): Promise<void> {
    const { task, draft } = this;
    const { ready } = draft;
    if (task.name !== "setting-up" || ready === undefined || this.open !== undefined) return;
    const { renews } = task;
    const choice: LockChoice = {
      passphrase: ready,
      recoveryCode: this.code,
      passkey: this.withPasskey,
    };
    this.task = { name: "working" };
    try {
      if (renews) await this.#ports.renew(this.#typed(), choice);
      else await this.#ports.turnOn(choice);
      this.cancel();
    } catch (error) {
      this.task = { name: "setting-up", renews, failure: toFailure(error) };
    }
  }

  async turnOff(answer: LockAnswer = this.#typed()): Promise<void> {
    this.task = { name: "working" };
    try {
      await this.#ports.turnOff(answer);
    } catch (error) {
      this.task = { name: "turning-off", failure: toFailure(error) };
    }
  }

  setRules(rules: LockRules): void {
    this.rules = rules;
    this.#ports.setRules(rules);
  }
  readonly lockNow = (): void => {
    this.#ports.lockNow();
  };

  #typed(): LockAnswer {
    return { passphrase: readRecoveryCode(this.answer) ?? this.answer };
  }
}
