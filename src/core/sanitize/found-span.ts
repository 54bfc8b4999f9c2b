/** One thing that a level removes: `[start, end)` in UTF-16 units, what it is, and what replaces it. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Id of the rule on the shelf. */
  readonly rule: string;
  readonly replacement: string;
  readonly certain: boolean;
}
