import { fail } from "../failure.ts";

export type HeavyParts = typeof import("./heavy-parts.ts");

/** The heavy chunk: awaited by what may wait, taken at once by what may not. */
export class Parts {
  readonly #load: () => Promise<HeavyParts>;
  #loading: Promise<HeavyParts> | undefined;
  #loaded: HeavyParts | undefined;

  constructor(load: () => Promise<HeavyParts>) {
    this.#load = load;
  }

  /** Tried again after a failure: a tab that was offline for a moment is not lost. */
  async ready(): Promise<HeavyParts> {
    this.#loading ??= this.#load();
    try {
      this.#loaded = await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
    return this.#loaded;
  }

  get loaded(): HeavyParts | undefined {
    return this.#loaded;
  }

  /** @throws FailureError `busy` before `jobTracker.ready` */
  get now(): HeavyParts {
    return this.#loaded ?? fail({ code: "busy", what: "The app, which is still starting," });
  }
}
