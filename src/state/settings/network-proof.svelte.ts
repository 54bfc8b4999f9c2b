import type { NetworkProbe, ProbeResult } from "../surroundings.ts";

export interface ProbeLine extends ProbeResult {
  readonly id: string;
  readonly label: string;
  readonly milliseconds: number;
}
export type ProofPhase =
  | { readonly name: "idle" }
  | { readonly name: "running"; readonly lines: readonly ProbeLine[] }
  | { readonly name: "done"; readonly lines: readonly ProbeLine[]; readonly at: string };

/** Tries to reach the outside in every way a page can, one after the other, and keeps each refusal. */
export class NetworkProof {
  phase = $state.raw<ProofPhase>({ name: "idle" });
  /** Every way that is tried, once it is known. */
  probes = $state.raw<readonly NetworkProbe[]>([]);
  readonly #load: () => Promise<readonly NetworkProbe[]>;
  readonly #now: () => Date;

  constructor(load: () => Promise<readonly NetworkProbe[]>, now: () => Date) {
    this.#load = load;
    this.#now = now;
  }

  async run(): Promise<void> {
    if (this.phase.name === "running") return;
    const lines: ProbeLine[] = [];
    this.phase = { name: "running", lines };
    this.probes = await this.#load();
    for (const { id, label, attempt } of this.probes) {
      // Header and page each hold the policy and each report: the second report has to pass first.
      await new Promise((resume) => setTimeout(resume, 60));
      const start = performance.now();
      const result = await attempt();
      lines.push({ id, label, ...result, milliseconds: performance.now() - start });
      this.phase = { name: "running", lines: [...lines] };
    }
    this.phase = { name: "done", lines, at: this.#now().toISOString() };
  }

  /** The result as plain text, for a report or a doubt. */
  get text(): string {
    const lines = this.phase.name === "idle" ? [] : this.phase.lines;
    const at = this.phase.name === "done" ? `${this.phase.at}\n` : "";
    return at + lines.map(({ label, words }) => `${label}: ${words}`).join("\n");
  }
}
