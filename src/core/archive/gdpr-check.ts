import type { ChosenFormat } from "../pipeline/shelves.ts";
import { isSanitizing } from "../pipeline/sanitizing.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { storedKindIds } from "../records/any-kind.ts";

/** What stands between a file and the right to a copy of all data (GDPR Articles 15 and 20). */
export interface GdprCheck {
  readonly compliant: boolean;
  /** Plain words, one for each thing that is missing. */
  readonly missing: readonly string[];
}

/** Machine-readable in the sense of Article 20: structured, commonly used, read back without loss. */
const isMachineReadable = ({ format }: ChosenFormat): boolean => format.lossless;

/** Computed from what the run takes, never stamped: complete, unchanged, machine-readable, with the notice. */
export function checkGdpr(
  plan: ExportPlan,
  formats: readonly ChosenFormat[],
  notice: boolean,
): GdprCheck {
  const whole = new Set(
    plan.selection.kinds
      .filter(({ where, limit, onlyColumns }) => !where && limit === undefined && !onlyColumns)
      .map(({ kind }) => kind),
  );
  const changed = isSanitizing(plan.sanitization);
  const hasDocuments = plan.selection.kinds.some(({ kind }) => kind === "documents");
  const missing = [
    ...(storedKindIds.every((id) => whole.has(id)) ? [] : ["Not every record is in it"]),
    ...(changed ? ["Personal data was removed from it"] : []),
    ...(hasDocuments && !plan.withBytes ? ["The attached files are not in it"] : []),
    ...(formats.some(isMachineReadable) ? [] : ["It is not machine-readable without loss"]),
    ...(notice ? [] : ["It holds no notice in plain language"]),
  ];
  return { compliant: missing.length === 0, missing };
}
