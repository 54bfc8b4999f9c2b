import { signedTable } from "../importing/table/signed-table.ts";

/** The list of JobSync as CSV. */
export const jobsyncCsv = signedTable({
  label: "List of JobSync",
  seed: "jobsync",
  signature: ["applied date", "company", "job title", "job type", "workplace type", "job source"],
  columns: {
    index: "skip",
    "created at": "created_at",
    applied: "skip",
    "applied date": "applied_on",
    company: "company",
    "job title": "title",
    "job type": "employment_type",
    "workplace type": "work_mode",
    location: "location",
    "job source": "source",
    status: "status",
    "job url": "url",
    "due date": "deadline",
    "salary range": "salary",
  },
});
