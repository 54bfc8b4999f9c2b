import type { KindId } from "../records/any-kind.ts";
import type { Condition } from "./condition.ts";

export interface SortKey {
  /** Stored field, or `*` for the date of the kind. */
  readonly field: string;
  readonly dir: "asc" | "desc";
}

/** What is taken of one kind. */
export interface KindSelection {
  readonly kind: KindId;
  readonly where?: Condition;
  /** Absent: the order of storage, which needs no second pass. */
  readonly sort?: readonly SortKey[];
  /** The first `n` after sorting. */
  readonly limit?: number;
  /** Columns of flat formats and, where `only` was said, the only fields kept in every format. */
  readonly columns?: readonly string[];
  readonly onlyColumns?: boolean;
}

/** Which records leave: one entry a kind, in the order they appear in the file. */
export interface Selection {
  readonly kinds: readonly KindSelection[];
  /** Kinds that were left out on purpose, with the reason shown in the coverage report. */
  readonly leftOut: readonly { readonly kind: KindId; readonly why: string }[];
}
