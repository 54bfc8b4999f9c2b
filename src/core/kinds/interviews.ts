import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface Interview extends StoredRecord {
  readonly application_id?: string;
  readonly round?: string;
  readonly type?: string;
  readonly starts_at?: string;
  readonly duration_minutes?: number;
  readonly location?: string;
  readonly contact_ids?: readonly string[];
  readonly outcome?: string;
  readonly notes?: string;
}

export const interviews: Kind<Interview> = {
  label: "Interviews",
  one: "interview",
  words: ["interview", "interviews", "phone screen", "onsite"],
  dateField: "starts_at",
  dateFallback: "created_at",
  fields: {
    application_id: field("Application", "id", "plain", { refers: "applications", pii: "id" }),
    round: field("Round", "text", "plain"),
    type: field("Type", "text", "plain", {
      choices: ["phone", "video", "on-site", "technical", "take-home", "panel"],
    }),
    starts_at: field("Starts", "instant", "plain", { pii: "date" }),
    duration_minutes: field("Minutes", "integer", "plain"),
    location: field("Place", "text", "free-text", { pii: "address" }),
    contact_ids: field("Contacts", "ids", "plain", { refers: "contacts", pii: "id" }),
    outcome: field("Outcome", "text", "free-text"),
    notes: field("Notes", "long-text", "free-text", { pii: "notes" }),
  },
  columns: [
    "starts_at",
    "round",
    "type",
    "duration_minutes",
    "location",
    "outcome",
    "notes",
    "application_id",
  ],
  title: (record) => [record.round, record.type].filter(Boolean).join(" · ") || "Interview",
};
