import type { FailureWords } from "../../core/describe-failure.ts";
import type { Failure } from "../../core/failure.ts";
import type { ExportResult, PlanPreview } from "../../core/job-tracker.ts";
import type { Progress } from "../../core/pipeline/ports.ts";

/** What a card is doing; one at a time, so that no two flags can contradict each other. */
export type CardPhase =
  | { readonly name: "empty" }
  /** The words changed; the plan before them stays in sight so that nothing jumps. */
  | { readonly name: "planning"; readonly preview?: PlanPreview }
  | { readonly name: "planned"; readonly preview: PlanPreview }
  | { readonly name: "running"; readonly preview: PlanPreview; readonly progress?: Progress }
  | { readonly name: "stopping"; readonly preview: PlanPreview; readonly progress?: Progress }
  | { readonly name: "finished"; readonly result: ExportResult }
  | { readonly name: "scheduled"; readonly id: string; readonly preview: PlanPreview }
  | {
      readonly name: "failed";
      readonly failure: Failure;
      readonly words: FailureWords;
      readonly preview?: PlanPreview;
    };
