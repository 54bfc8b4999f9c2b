/** Where a column can go, in the words of the screen; `skip` and `extra` are no fields. */
export const columnFields: readonly { readonly id: string; readonly label: string }[] = [
  { id: "company", label: "Company" },
  { id: "title", label: "Job title" },
  { id: "status", label: "Status" },
  { id: "applied_on", label: "Applied on" },
  { id: "url", label: "Link" },
  { id: "location", label: "Location" },
  { id: "work_mode", label: "Work mode" },
  { id: "employment_type", label: "Employment type" },
  { id: "salary", label: "Salary, a range" },
  { id: "salary_min", label: "Salary from" },
  { id: "salary_max", label: "Salary to" },
  { id: "salary_currency", label: "Currency" },
  { id: "salary_period", label: "Salary per" },
  { id: "source", label: "Source" },
  { id: "notes", label: "Notes" },
  { id: "description", label: "Description" },
  { id: "next_action", label: "Next step" },
  { id: "next_action_on", label: "Next step on" },
  { id: "deadline", label: "Deadline" },
  { id: "rating", label: "Rating" },
  { id: "priority", label: "Priority" },
  { id: "tags", label: "Tags" },
  { id: "archived", label: "Archived" },
  { id: "created_at", label: "Added on" },
  { id: "extra", label: "Kept beside" },
  { id: "skip", label: "Not taken" },
];

/** The mapping of a day column with its order: `applied_on day-first`. */
export const withDayOrder = (target: string, order: "day-first" | "month-first"): string =>
  `${target} ${order}`;
