import type { JobTracker, Template } from "../../core/job-tracker.ts";
import type { ExportPlan } from "../../core/plan/plan.ts";
import { readTemplate, templateFile, templateFragment } from "../../core/plan/portable-template.ts";

/** A plan that could become a template, by the words it came from. */
export interface Savable {
  readonly sentence: string;
  readonly plan: ExportPlan;
}

const newestRuns = 12;

/** The templates of the app and the person's own: made from any plan, renamed, passed on, taken in. */
export class OwnTemplates {
  list = $state.raw<readonly Template[]>([]);
  /** Plans of the newest runs, each sentence once. */
  runs = $state.raw<readonly Savable[]>([]);
  readonly #exports: JobTracker["exports"];

  constructor(exports: JobTracker["exports"]) {
    this.#exports = exports;
  }

  async read(): Promise<void> {
    const receipts = await this.#exports.history();
    const seen = new Set<string>();
    this.runs = receipts
      .filter(({ sentence }) => sentence !== "" && !seen.has(sentence) && seen.add(sentence))
      .slice(0, newestRuns)
      .map(({ sentence, plan }) => ({ sentence, plan }));
    this.list = this.#exports.listTemplates();
  }

  async save(name: string, plan: ExportPlan): Promise<void> {
    await this.#exports.saveTemplate(name.trim(), plan);
    await this.read();
  }

  async rename({ name, plan }: Template, to: string): Promise<void> {
    const next = to.trim();
    if (plan === undefined || next === "" || next === name) return;
    await this.#exports.saveTemplate(this.#free(next), plan);
    await this.#exports.deleteTemplate(name);
    await this.read();
  }

  async remove({ name }: Template): Promise<void> {
    await this.#exports.deleteTemplate(name);
    await this.read();
  }

  fileOf({ name, plan }: Template): Blob | undefined {
    return plan && new Blob([templateFile(name, plan)], { type: "application/json" });
  }

  /** Stands behind the `#` of this app's own address: a browser never sends it anywhere. */
  hashOf({ name, plan }: Template): string | undefined {
    return plan && `#/settings/templates/${templateFragment(name, plan)}`;
  }

  /**
   * Takes a template in, from its file or its link: its words are understood anew, nothing in it runs.
   * @returns the name it got. @throws FailureError, JobTrackerError
   */
  async take(text: string): Promise<string> {
    const [, fragment] = /(template=[A-Za-z0-9_-]+)\s*$/.exec(text.trim()) ?? [];
    const { name, sentence, options } = readTemplate(fragment ?? text);
    const { plan } = await this.#exports.plan(sentence);
    if (plan === undefined) throw new RangeError(`“${sentence}” is not understood here.`);
    const free = this.#free(name);
    await this.save(free, {
      ...plan,
      ...(options && { options: { ...plan.options, ...options } }),
    });
    return free;
  }

  #free(name: string): string {
    const taken = new Set(this.list.map((one) => one.name.toLowerCase()));
    let free = name;
    for (let next = 2; taken.has(free.toLowerCase()); next += 1) free = `${name} ${String(next)}`;
    return free;
  }
}
