import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

/** One row a company, computed from applications, contacts and interviews. */
export interface Company extends StoredRecord {
  readonly company?: string;
  readonly applications?: number;
  readonly interviews?: number;
  readonly contacts?: number;
  readonly latest_status?: string;
  readonly first_applied_on?: string;
  readonly last_activity_on?: string;
}

export const companies: Kind<Company> = {
  label: "Companies",
  one: "company",
  words: ["company", "companies", "employers", "firms"],
  dateField: "last_activity_on",
  dateFallback: "created_at",
  derived: true,
  fields: {
    company: field("Company", "text", "identity", { pii: "company" }),
    applications: field("Applications", "integer", "plain"),
    interviews: field("Interviews", "integer", "plain"),
    contacts: field("Contacts", "integer", "plain"),
    latest_status: field("Latest status", "text", "plain"),
    first_applied_on: field("First applied", "day", "plain", { pii: "date" }),
    last_activity_on: field("Last activity", "day", "plain", { pii: "date" }),
  },
  columns: [
    "company",
    "applications",
    "interviews",
    "contacts",
    "latest_status",
    "first_applied_on",
    "last_activity_on",
  ],
  title: (record) => record.company ?? "",
};
