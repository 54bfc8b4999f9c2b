import type { Page } from "../text/page.ts";

/** How sure a find is, strongest first: see `core/sanitize/choose.ts`. */
export type Strength = "proved" | "keyed" | "shape" | "known" | "scored";

/** What a rule found: `[start, end)` in UTF-16 units. `certain` when a checksum or decoder agreed. */
export interface RuleSpan {
  readonly start: number;
  readonly end: number;
  /** Type word: EMAIL, PHONE, PERSON, SECRET, IBAN … */
  readonly type: string;
  readonly certain?: boolean;
  /** Where it stands when finds overlap; absent means "shape". */
  readonly strength?: Strength;
}

/**
 * One kind of personal or secret text. A rule is pure, linear in the length of the text and never
 * throws; a rule that does stops the export (the sanitizer fails closed).
 */
export interface Rule {
  readonly label: string;
  /** The lowest level at which the rule runs. */
  readonly level: "basic" | "moderate" | "strict";
  /** What stands in the text afterwards, e.g. `[email]`. */
  readonly replacement: string;
  /**
   * Lower-case literals of which at least one stands in every text with a find: a text without them
   * is not searched. Finds are the same with and without it.
   */
  readonly gate?: readonly string[];
  /** `page` holds what is already known about the text, so that twenty rules read it once. */
  find(text: string, page?: Page): Iterable<RuleSpan>;
  readonly examples: { readonly caught: readonly string[]; readonly spared: readonly string[] };
}
