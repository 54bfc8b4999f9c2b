import type { Strength } from "../../core/vault/strength.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Sealed } from "./recovery-kit-of.ts";

export interface MoreSlots {
  readonly recoveryCode?: string;
}

export type PassphrasePhase =
  | { readonly name: "drawing" }
  | { readonly name: "drawn"; readonly words: readonly string[] }
  | { readonly name: "typed"; readonly strength?: Strength };

/** Six words, 77 bits; or a phrase of the person's own. Lives only as long as its form. */
export class PassphraseDraft {
  phase = $state.raw<PassphrasePhase>({ name: "drawing" });
  typed = $state("");
  again = $state("");
  /** What was typed for the third and the fifth word. */
  third = $state("");
  fifth = $state("");
  /** What else opens the file; the form decides. */
  more = $state.raw<MoreSlots>({});
  readonly #random: Surroundings["random"];
  #judgedFor = "";

  constructor(random: Surroundings["random"]) {
    this.#random = random;
  }

  async drawWords(): Promise<void> {
    const { loadWords, makePassphrase } = await import("../../core/vault/make-passphrase.ts");
    const words = makePassphrase(await loadWords(), this.#random).split(" ");
    this.third = "";
    this.fifth = "";
    this.phase = { name: "drawn", words };
  }

  ownInstead(): void {
    this.phase = { name: "typed" };
  }

  /** Estimates how many guesses it withstands; the lists load at the first letter. */
  async measure(container: string): Promise<void> {
    const typed = this.typed;
    this.#judgedFor = container;
    if (typed === "") {
      this.phase = { name: "typed" };
      return;
    }
    const { measureStrength } = await import("../../core/vault/strength.ts");
    const strength = await measureStrength(typed.slice(0, 256), container);
    const current = this.typed === typed && this.#judgedFor === container;
    if (this.phase.name === "typed" && current) this.phase = { name: "typed", strength };
  }

  /** Another kind of file has another floor: what was judged for one is judged anew. */
  judgeFor(container: string): void {
    if (this.phase.name !== "typed" || this.#judgedFor === container) return;
    this.phase = { name: "typed" };
    void this.measure(container);
  }

  /** The passphrase, once it is certain that the person has it. */
  get ready(): string | undefined {
    const { phase } = this;
    if (phase.name === "drawn") {
      const same = (typed: string, at: number) => typed.trim().toLowerCase() === phase.words[at];
      return same(this.third, 2) && same(this.fifth, 4) ? phase.words.join(" ") : undefined;
    }
    const holds = phase.name === "typed" && (phase.strength?.verdict ?? "refused") !== "refused";
    return holds && this.typed === this.again ? this.typed : undefined;
  }

  /** What a recovery kit may show: a phrase of one's own is not printed. */
  get printable(): Sealed {
    return { ...(this.phase.name === "drawn" && { words: this.phase.words }), ...this.more };
  }

  /** Forgets everything that was drawn or typed. */
  forget(): void {
    this.typed = "";
    this.again = "";
    this.third = "";
    this.fifth = "";
    this.more = {};
    this.phase = { name: "drawing" };
  }
}
