import type { Scene, Via } from "../request/reading/scene.ts";
import type { HardCode, SoftCode } from "../request/request.ts";

/** One decision that words express. `from` and `to` count tokens: the words it came from. */
export interface Finding {
  /** Slot path such as `formats`, `entities.include`, `privacy.hide`, `schedule.time`. */
  readonly path: string;
  readonly value: unknown;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  readonly via: Via;
  readonly corrected?: string;
  readonly alternatives?: readonly { readonly value: unknown; readonly confidence: number }[];
}

/** Something that must be asked about these words. */
export interface Doubt {
  readonly code: HardCode | SoftCode;
  readonly slot: string;
  readonly from: number;
  readonly to: number;
  /** Readings to choose from. */
  readonly choices?: readonly unknown[];
  /** What was typed, for the wording of the question. */
  readonly about?: string;
}

/**
 * One reading of the tokens `[from, to)`. Readings compete: where two overlap, the set that
 * explains more words, with more confidence, wins. Nothing depends on the order of the shelf.
 */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly findings: readonly Finding[];
  readonly doubts?: readonly Doubt[];
  /** Added to the weight where two readings of equal length need a ruling. */
  readonly bonus?: number;
}

export interface Example {
  readonly text: string;
  /** `path=value` pairs the recognizer must find, or none. */
  readonly finds: readonly string[];
}

/** What a sentence can decide, one kind of decision each. */
export interface Recognizer {
  readonly label: string;
  find(scene: Scene): Iterable<Candidate>;
  /** Sentences it reads, and sentences it leaves alone. */
  readonly examples: { readonly caught: readonly Example[]; readonly spared: readonly string[] };
}
