import type { JobTracker } from "../../core/job-tracker.ts";
import type { Surroundings } from "../surroundings.ts";

export type StoragePhase =
  | { readonly name: "reading" }
  | {
      readonly name: "known";
      /** The browser agreed not to clear the data by itself. */
      readonly persisted: boolean;
      readonly usedBytes: number;
      readonly freeBytes: number;
      readonly documents: number;
      readonly documentBytes: number;
      /** Files of finished exports that are kept here. */
      readonly keptBytes: number;
    }
  | { readonly name: "unknown" };

/** Where the data lies, and how safe it is from the browser itself. */
export class StorageHealth {
  phase = $state.raw<StoragePhase>({ name: "reading" });
  /** The browser was asked and said no. */
  refused = $state.raw(false);
  readonly #storage: Surroundings["storage"];
  readonly #tracker: Pick<JobTracker, "records" | "exports">;

  constructor(storage: Surroundings["storage"], tracker: Pick<JobTracker, "records" | "exports">) {
    this.#storage = storage;
    this.#tracker = tracker;
  }

  async read(): Promise<void> {
    try {
      const [persisted, estimate, documents, history] = await Promise.all([
        this.#storage.persisted(),
        this.#storage.estimate(),
        this.#tracker.records.list("documents"),
        this.#tracker.exports.history(),
      ]);
      const sizes = documents.map(({ size }) => (typeof size === "number" ? size : 0));
      this.phase = {
        name: "known",
        persisted,
        ...estimate,
        documents: documents.length,
        documentBytes: sizes.reduce((sum, size) => sum + size, 0),
        keptBytes: history.reduce((sum, { kept, bytes }) => sum + (kept ? bytes : 0), 0),
      };
    } catch {
      // A browser without the Storage standard: nothing can be said, and that is what is shown.
      this.phase = { name: "unknown" };
    }
  }

  /** Asks the browser to keep the data. */
  async persist(): Promise<void> {
    this.refused = !(await this.#storage.persist());
    await this.read();
  }
}
