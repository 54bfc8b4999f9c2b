import type { KnownNames } from "../derive/known-names.ts";
import type { Outcome } from "../failure.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { Counted } from "./make-preview.ts";
import type { NamesRead } from "./read-names.ts";

/** Passes over all records that would keep the window busy: made in the export worker. Never throws. */
export interface FarReader {
  names(): Promise<Outcome<NamesRead>>;
  /** Counts what a plan takes, as `makePreview` does. */
  look(plan: ExportPlan, known: KnownNames): Promise<Outcome<Counted>>;
}
