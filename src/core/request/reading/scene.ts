import type { DateSpan } from "../../dates/find-dates.ts";
import type { RecurrenceSpan, TimeSpan } from "../../dates/find-recurrences.ts";
import type { Span } from "../request.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Name, NameIndex } from "./own-names.ts";
import type { Token } from "./tokens.ts";

export type Via = "lexicon" | "fuzzy" | "date" | "data" | "pattern" | "quote";

/** A stretch of tokens with one meaning. `from` and `to` count tokens, half-open. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly sense: string;
  readonly value: string;
  readonly confidence: number;
  readonly via: Via;
  readonly corrected?: string;
  readonly name?: Name;
  readonly date?: DateSpan;
  readonly recurrence?: RecurrenceSpan;
  readonly clock?: TimeSpan;
}

/** What an operator such as "no", "only" or "keep" governs. */
/** `mask` hides a kind of personal data, never a whole kind of record. */
export type Operator = "no" | "not" | "except" | "hide" | "mask" | "only" | "add" | "keep";
export interface Scope {
  readonly operator: Operator;
  readonly from: number;
  readonly to: number;
  readonly items: readonly ScopeItem[];
  /** The list is called columns or fields. */
  readonly columns: boolean;
  /** The operator stands behind its list: "names can stay". */
  readonly postfix?: boolean;
}
export interface ScopeItem {
  readonly from: number;
  readonly to: number;
  readonly matches: readonly Match[];
}

/** Everything known about a sentence before a recognizer looks at it. Nothing in it changes. */
export interface Scene {
  readonly text: string;
  readonly today: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  readonly scopes: readonly Scope[];
  /** All matches of a sense, in reading order. */
  all(sense: string): readonly Match[];
  /** Longest match of a sense that starts at a token. */
  at(token: number, sense: string): Match | undefined;
  /** Every match that starts at a token. */
  starting(token: number): readonly Match[];
  /** Longest match of a sense that ends before a token. */
  ending(token: number, sense: string): Match | undefined;
  /** First token from here on that is no small word. */
  skip(token: number): number;
  /** Start of the run of small words that ends before a token. */
  back(token: number): number;
  scopeAt(token: number): Scope | undefined;
  span(from: number, to: number): Span;
}
