import type { KindId } from "../records/any-kind.ts";
import type { Condition } from "../select/condition.ts";
import type { SortKey } from "../select/selection.ts";

/** What a person looks at in the Tracker: one kind, narrowed, ordered, in chosen columns. */
export interface TableView {
  readonly kind: KindId;
  /** All have to hold. One entry is one chip of the filter bar. */
  readonly filters: readonly Condition[];
  /** Words that all have to stand somewhere in the record; empty: no search. */
  readonly search: string;
  /** `field` is a column id: a stored field, `*` for the date of the kind, or a composed column. */
  readonly sort: SortKey;
  /** Column ids in the order shown. */
  readonly columns: readonly string[];
  /** Columns whose width was set by hand, in px. */
  readonly widths?: Readonly<Record<string, number>>;
}
