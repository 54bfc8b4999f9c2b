import { describeFailure } from "../core/describe-failure.ts";
import { toFailure } from "../core/failure.ts";
import { hintOfPhrase } from "../core/vault/hint-of-phrase.ts";
import { readRecoveryCode } from "../core/vault/recovery-code.ts";
import type { GatePorts, LockAnswer } from "./lock-ports.ts";

export type GatePhase =
  { readonly name: "locked"; readonly error?: string } | { readonly name: "opening" };

/** The locked app: one question, and nothing of what it guards. */
export class LockGate {
  phase = $state.raw<GatePhase>({ name: "locked" });
  typed = $state("");
  readonly #ports: Pick<GatePorts, "open">;

  constructor(ports: Pick<GatePorts, "open">) {
    this.#ports = ports;
  }

  open(): Promise<void> {
    return this.#open({ passphrase: readRecoveryCode(this.typed) ?? this.typed });
  }
  openWithPasskey(): Promise<void> {
    return this.#open("passkey");
  }

  async #open(answer: LockAnswer): Promise<void> {
    this.phase = { name: "opening" };
    try {
      await this.#ports.open(answer);
    } catch (error) {
      this.phase = { name: "locked", ...this.#words(error) };
    }
  }

  #words(error: unknown): { readonly error?: string } {
    const failure = toFailure(error);
    if (failure.code === "cancelled") return {};
    if (failure.code !== "wrong-passphrase") {
      const { title, message } = describeFailure(failure);
      return { error: `${title}. ${message}` };
    }
    const hint = hintOfPhrase(this.typed) ?? "Look at Caps Lock and the keyboard layout.";
    return { error: `That does not open it. Nothing was changed. ${hint}` };
  }
}
