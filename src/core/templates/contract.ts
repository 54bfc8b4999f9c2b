import type { KindId } from "../records/any-kind.ts";
import type { ContainerId, FormatId } from "../plan/plan.ts";
import type { Level } from "../request/request.ts";

/** A use of the export, with the defaults it brings; words said in the sentence win over them. */
export interface Template {
  readonly label: string;
  readonly description: string;
  /** A sentence that the parser reads back to this template. */
  readonly sentence: string;
  readonly kinds: readonly KindId[] | "all" | "ask";
  readonly formats: readonly FormatId[];
  /** In order of preference; the first one on the shelf is taken. */
  readonly containers: readonly ContainerId[];
  readonly level: Level;
  /** Kept in the order of storage and whole: a copy, not a selection. */
  readonly wholeCopy?: true;
  readonly pseudonyms?: true;
}
