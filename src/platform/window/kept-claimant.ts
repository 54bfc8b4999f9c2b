import type { ExportJob } from "../../core/pipeline/export-job.ts";
import { claimantKey, readClaimant } from "../../core/plan/claimant.ts";

/** A work-search log gets the name and number that this browser keeps; no other job ever sees them. */
export function withClaimant(job: ExportJob): ExportJob {
  if (job.plan.template !== "work-search" || job.claimant !== undefined) return job;
  const claimant = readClaimant(read());
  return Object.keys(claimant).length === 0 ? job : { ...job, claimant };
}

function read(): string | undefined {
  try {
    return localStorage.getItem(`job-tracker-pro.${claimantKey}`) ?? undefined;
  } catch {
    // Private windows may refuse; the head of the log is then filled in by hand.
    return undefined;
  }
}
