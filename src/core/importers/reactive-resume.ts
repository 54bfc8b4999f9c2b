import { signedTable } from "../importing/table/signed-table.ts";

/** The applications of Reactive Resume as CSV. */
export const reactiveResume = signedTable({
  label: "Applications of Reactive Resume",
  seed: "reactive-resume",
  signature: ["company", "role", "stage", "applied date", "stage history"],
  columns: {
    company: "company",
    role: "title",
    title: "title",
    stage: "status",
    status: "status",
    "applied date": "applied_on",
    location: "location",
    salary: "salary",
    source: "source",
    url: "url",
    link: "url",
    tags: "tags",
    notes: "notes",
    archived: "archived",
  },
});
