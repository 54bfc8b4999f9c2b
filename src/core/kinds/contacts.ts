import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface Contact extends StoredRecord {
  readonly name?: string;
  readonly role?: string;
  readonly company?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly profile_url?: string;
  readonly application_ids?: readonly string[];
  readonly last_contact_on?: string;
  readonly notes?: string;
}

export const contacts: Kind<Contact> = {
  label: "Contacts",
  one: "contact",
  words: ["contact", "contacts", "people", "recruiters", "network"],
  dateField: "last_contact_on",
  dateFallback: "created_at",
  fields: {
    name: field("Name", "text", "identity", { pii: "name" }),
    role: field("Role", "text", "plain"),
    company: field("Company", "text", "identity", { pii: "company" }),
    email: field("E-mail", "email", "contact", { pii: "email" }),
    phone: field("Phone", "phone", "contact", { pii: "phone" }),
    profile_url: field("Profile", "url", "contact", { pii: "url" }),
    application_ids: field("Applications", "ids", "plain", { refers: "applications", pii: "id" }),
    last_contact_on: field("Last contact", "day", "plain", { pii: "date" }),
    notes: field("Notes", "long-text", "free-text", { pii: "notes" }),
  },
  columns: ["name", "role", "company", "email", "phone", "profile_url", "last_contact_on", "notes"],
  title: (record) =>
    [record.name, record.company].filter(Boolean).join(" · ") || (record.email ?? ""),
  anyOf: ["name", "email", "phone", "company", "profile_url"],
};
