import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface Activity extends StoredRecord {
  readonly date?: string;
  readonly activity_type?: string;
  readonly employer?: string;
  readonly employer_address?: string;
  readonly employer_phone?: string;
  readonly employer_contact?: string;
  readonly method?: string;
  readonly job_title?: string;
  readonly reference?: string;
  readonly result?: string;
  readonly application_id?: string;
  readonly document_ids?: readonly string[];
  readonly notes?: string;
}

export const activities: Kind<Activity> = {
  label: "Activities",
  one: "activity",
  words: ["activity", "activities", "work-search activities", "job fairs", "workshops"],
  dateField: "date",
  dateFallback: "created_at",
  fields: {
    date: field("Date", "day", "plain", { pii: "date" }),
    activity_type: field("Activity", "text", "plain", {
      choices: [
        "application",
        "interview",
        "networking",
        "job fair",
        "workshop",
        "counselling",
        "phone call",
      ],
    }),
    employer: field("Employer", "text", "identity", { pii: "company" }),
    employer_address: field("Address", "text", "identity", { pii: "address" }),
    employer_phone: field("Phone", "phone", "contact", { pii: "phone" }),
    employer_contact: field("Contact person", "text", "identity", { pii: "name" }),
    method: field("How", "text", "plain", {
      choices: ["online", "e-mail", "phone", "in person", "post"],
    }),
    job_title: field("Position", "text", "plain", { pii: "title" }),
    reference: field("Reference", "text", "plain", { pii: "id" }),
    result: field("Result", "text", "free-text"),
    application_id: field("Application", "id", "plain", { refers: "applications", pii: "id" }),
    document_ids: field("Documents", "ids", "plain", { refers: "documents", pii: "id" }),
    notes: field("Notes", "long-text", "free-text", { pii: "notes" }),
  },
  columns: [
    "date",
    "activity_type",
    "employer",
    "employer_address",
    "employer_contact",
    "employer_phone",
    "method",
    "job_title",
    "reference",
    "result",
    "notes",
  ],
  title: (record) =>
    [record.activity_type, record.employer].filter(Boolean).join(" · ") || "Activity",
};
