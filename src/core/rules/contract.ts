/** What a rule found: `[start, end)` in UTF-16 units. `certain` when a checksum or decoder agreed. */
export interface RuleSpan {
  readonly start: number;
  readonly end: number;
  /** Type word: EMAIL, PHONE, PERSON, SECRET, IBAN … */
  readonly type: string;
  readonly certain?: boolean;
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
  find(text: string): Iterable<RuleSpan>;
  readonly examples: { readonly caught: readonly string[]; readonly spared: readonly string[] };
}
