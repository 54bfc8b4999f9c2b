import type { ExportPlan } from "./plan.ts";
import type { ISODate, SaidRequest } from "../request/request.ts";

/** What a plan depends on beside the words: everything is an argument, so a plan can be made again. */
export interface PlanContext {
  readonly sentence: string;
  readonly today: ISODate;
  /** The effective request before this one, for "same but …". */
  readonly last?: SaidRequest | null;
  /** Saved templates by name. */
  readonly saved?: ReadonlyMap<string, SaidRequest>;
  /** The person's standing choices for files, e.g. `paper`, `goal`. */
  readonly options?: NonNullable<ExportPlan["options"]>;
  /** Ids on the shelves, so that a plan never names what does not exist. */
  readonly formats: readonly string[];
  readonly containers: readonly string[];
}
