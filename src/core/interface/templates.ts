import { fail } from "../failure.ts";
import type { Template } from "../job-tracker.ts";
import { builtInTemplates } from "../plan/find-template.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Store } from "./store.ts";

export interface SavedTemplate {
  readonly name: string;
  readonly plan: ExportPlan;
  readonly savedAt: string;
}

/** The templates of the app and of the person; the latter are read again after every change. */
export class Templates {
  readonly #store: Store<SavedTemplate>;
  #saved: readonly SavedTemplate[] = [];

  constructor(store: Store<SavedTemplate>) {
    this.#store = store;
    store.onChange(() => void this.read());
  }

  async read(): Promise<void> {
    this.#saved = await this.#store.all();
  }

  get saved(): readonly SavedTemplate[] {
    return this.#saved;
  }

  list(): readonly Template[] {
    return [
      ...builtInTemplates.map(([name, { label, description }]) => ({
        name,
        label,
        description,
        builtIn: true,
      })),
      ...this.#saved.map(({ name, plan }) => ({
        name,
        label: name,
        description: plan.sentence,
        builtIn: false,
        plan,
      })),
    ];
  }

  /** The sentence that a template stands for; its dates mean today when it is used. */
  sentenceOf(name: string): string {
    const builtIn = builtInTemplates.find(([id]) => id === name);
    if (builtIn !== undefined) return builtIn[1].sentence;
    return this.find(name).plan.sentence;
  }

  find(name: string): SavedTemplate {
    const found = this.#saved.find((template) => template.name === name);
    return found ?? fail({ code: "not-found", what: `The template "${name}"` });
  }

  isBuiltIn(name: string): boolean {
    return builtInTemplates.some(([id]) => id === name);
  }

  async save(name: string, plan: ExportPlan, now: Date): Promise<void> {
    if (name.trim() === "" || this.isBuiltIn(name)) {
      fail({ code: "unsupported", what: `A template cannot be named "${name}"` });
    }
    await this.#store.put({ name, plan, savedAt: now.toISOString() });
    await this.read();
  }

  async remove(name: string): Promise<void> {
    await this.read();
    this.find(name);
    await this.#store.remove(name);
    await this.read();
  }
}
