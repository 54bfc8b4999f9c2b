import { dayOf, type LeaveColumn, listOf, salaryOf, stagesOf, textOf } from "./cells.ts";

/** The stages that Reactive Resume has; every status here is carried by the nearest. */
const stages: Readonly<Record<string, string>> = {
  accepted: "offer",
  withdrawn: "rejected",
  ghosted: "rejected",
};
const known = new Set(["saved", "applied", "screening", "interview", "offer", "rejected"]);

function stageOf(status: string): string {
  const stage = stages[status] ?? status;
  return known.has(stage) ? stage : status === "" ? "saved" : "applied";
}

/** The applications of Reactive Resume (import-sources C6): its names, its stages, ISO days. */
export const reactiveColumns: readonly LeaveColumn[] = [
  { head: "Company", cell: (row) => textOf(row, "company") },
  { head: "Role", cell: (row) => textOf(row, "title") },
  { head: "Stage", cell: (row) => stageOf(textOf(row, "status")) },
  { head: "Applied Date", cell: (row) => dayOf(row, "applied_on") },
  { head: "Location", cell: (row) => textOf(row, "location") },
  { head: "Salary", cell: salaryOf },
  { head: "Source", cell: (row) => textOf(row, "source") },
  { head: "URL", cell: (row) => textOf(row, "url") },
  { head: "Tags", cell: (row) => listOf(row, "tags").join(", ") },
  { head: "Notes", cell: (row) => textOf(row, "notes") },
  { head: "Stage History", cell: stagesOf },
  { head: "Timeline Notes", cell: () => "" },
  { head: "Contacts", cell: () => "" },
  { head: "Archived", cell: (row) => (row["archived"] === true ? "Yes" : "No") },
];
