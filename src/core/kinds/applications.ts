import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface Stage {
  readonly status: string;
  /** Day or instant. */
  readonly at: string;
  readonly note?: string;
}
export interface Application extends StoredRecord {
  readonly company?: string;
  readonly title?: string;
  readonly status?: string;
  /** Append-only history of the status. */
  readonly stages?: readonly Stage[];
  readonly applied_on?: string;
  readonly url?: string;
  readonly location?: string;
  readonly work_mode?: string;
  readonly employment_type?: string;
  readonly salary_min?: number;
  readonly salary_max?: number;
  readonly salary_currency?: string;
  readonly salary_period?: string;
  readonly source?: string;
  readonly tags?: readonly string[];
  readonly priority?: string;
  readonly rating?: number;
  readonly deadline?: string;
  readonly next_action?: string;
  readonly next_action_on?: string;
  readonly description?: string;
  readonly notes?: string;
  readonly contact_ids?: readonly string[];
  readonly document_ids?: readonly string[];
  readonly archived?: boolean;
}

/** The statuses every tracker has; people add their own. */
export const statuses = [
  "saved",
  "applied",
  "screening",
  "interview",
  "offer",
  "accepted",
  "rejected",
  "withdrawn",
  "ghosted",
] as const;
/** "active" in a request means one of these. */
export const activeStatuses: readonly string[] = ["applied", "screening", "interview", "offer"];

export const applications: Kind<Application> = {
  label: "Applications",
  one: "application",
  words: ["application", "applications", "job application", "job applications", "jobs"],
  dateField: "applied_on",
  dateFallback: "created_at",
  fields: {
    company: field("Company", "text", "identity", { pii: "company" }),
    title: field("Title", "text", "plain", { pii: "title" }),
    status: field("Status", "text", "plain", { choices: statuses }),
    stages: field("Stages", "stages", "free-text"),
    applied_on: field("Applied", "day", "plain", { pii: "date" }),
    url: field("Link", "url", "plain", { pii: "url" }),
    location: field("Location", "text", "plain", { pii: "address" }),
    work_mode: field("Work mode", "text", "plain", { choices: ["remote", "hybrid", "on-site"] }),
    employment_type: field("Employment", "text", "plain", {
      choices: ["full-time", "part-time", "contract", "internship", "temporary"],
    }),
    salary_min: field("Salary from", "decimal", "plain", { pii: "salary" }),
    salary_max: field("Salary to", "decimal", "plain", { pii: "salary" }),
    salary_currency: field("Currency", "text", "plain", { pii: "salary" }),
    salary_period: field("Per", "text", "plain", {
      pii: "salary",
      choices: ["year", "month", "day", "hour"],
    }),
    source: field("Source", "text", "plain"),
    tags: field("Tags", "texts", "plain"),
    priority: field("Priority", "text", "plain", { choices: ["low", "medium", "high"] }),
    rating: field("Rating", "integer", "plain"),
    deadline: field("Deadline", "day", "plain", { pii: "date" }),
    next_action: field("Next action", "text", "free-text"),
    next_action_on: field("Next action on", "day", "plain", { pii: "date" }),
    description: field("Description", "long-text", "free-text"),
    notes: field("Notes", "long-text", "free-text", { pii: "notes" }),
    contact_ids: field("Contacts", "ids", "plain", { refers: "contacts", pii: "id" }),
    document_ids: field("Documents", "ids", "plain", { refers: "documents", pii: "id" }),
    archived: field("Archived", "flag"),
  },
  columns: [
    "company",
    "title",
    "status",
    "applied_on",
    "location",
    "work_mode",
    "salary_min",
    "salary_max",
    "salary_currency",
    "source",
    "tags",
    "priority",
    "deadline",
    "next_action",
    "next_action_on",
    "url",
    "notes",
  ],
  title: (record) =>
    [record.company, record.title].filter(Boolean).join(" · ") || (record.url ?? ""),
  anyOf: ["company", "title", "url"],
};
