import { signedTable } from "../importing/table/signed-table.ts";

/** The tracker of Simplify as CSV. */
export const simplify = signedTable({
  label: "Tracker of Simplify",
  seed: "simplify",
  signature: ["job title", "company name", "job url", "applied date", "status", "status date"],
  columns: {
    "job title": "title",
    "company name": "company",
    "job url": "url",
    "applied date": "applied_on",
    status: "status",
    archived: "archived",
    notes: "notes",
    location: "location",
    salary: "salary",
  },
});
