import type { KindId } from "../records/any-kind.ts";

/**
 * Which records, as data: stored in plans, shown in words, run in memory over batches.
 * `field` is a stored field name, or a path into a list of objects such as `stages.status`.
 * Texts compare folded (case, accents); a list matches when one of its members does.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly field: string;
      readonly op: "eq" | "contains";
      readonly value: string | number | boolean;
    }
  | { readonly field: string; readonly op: "in"; readonly value: readonly (string | number)[] }
  | {
      readonly field: string;
      readonly op: "gt" | "gte" | "lt" | "lte";
      readonly value: number | string;
    }
  | { readonly field: string; readonly op: "exists" | "missing" }
  /** Half-open local days; `*` is the date field of the kind, with its fallback. */
  | {
      readonly field: string;
      readonly op: "day";
      readonly start: string | null;
      readonly end: string | null;
    }
  /** Was in one of these stages at a day of the half-open range. */
  | {
      readonly op: "stage";
      readonly statuses: readonly string[];
      readonly start: string | null;
      readonly end: string | null;
    }
  /**
   * Refers, by one of its id fields, to a record of another kind that fits; `reverse`: is referred to.
   * Turned into plain ids by `resolveRelated` before it runs over batches.
   */
  | {
      readonly op: "related";
      readonly kind: KindId;
      readonly by: string;
      readonly reverse?: true;
      readonly where: Condition;
    }
  /** Any text anywhere in the record. */
  | { readonly op: "text"; readonly value: string };
