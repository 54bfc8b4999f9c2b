import { fail } from "../failure.ts";

export type HeavyParts = typeof import("./heavy-parts.ts");
export type SanitizerParts = typeof import("../sanitize/sanitizer-chunk.ts");

/** A chunk that is fetched once: awaited by what may wait, taken at once by what may not. */
class Chunk<T> {
  readonly #load: () => Promise<T>;
  #loading: Promise<T> | undefined;
  #loaded: T | undefined;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Tried again after a failure: a tab that was offline for a moment is not lost. */
  async ready(): Promise<T> {
    this.#loading ??= this.#load();
    try {
      this.#loaded = await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
    return this.#loaded;
  }

  get loaded(): T | undefined {
    return this.#loaded;
  }
}

/** What is loaded beside the first screen: understanding and deciding, and the sanitizer. */
export class Parts {
  readonly #heavy: Chunk<HeavyParts>;
  readonly #sanitizer = new Chunk(() => import("../sanitize/sanitizer-chunk.ts"));

  constructor(load: () => Promise<HeavyParts>) {
    this.#heavy = new Chunk(load);
  }

  ready(): Promise<HeavyParts> {
    return this.#heavy.ready();
  }

  readySanitizer(): Promise<SanitizerParts> {
    return this.#sanitizer.ready();
  }

  get loaded(): HeavyParts | undefined {
    return this.#heavy.loaded;
  }

  /** @throws FailureError `busy` before `jobTracker.ready` */
  get now(): HeavyParts {
    return this.#heavy.loaded ?? fail({ code: "busy", what: "The app, which is still starting," });
  }

  /** @throws FailureError `busy` while its chunk is on the way */
  get sanitizer(): SanitizerParts {
    return this.#sanitizer.loaded ?? fail({ code: "busy", what: "Sanitising, which still loads," });
  }
}
