import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface Message {
  readonly id: string;
  /** user · assistant · recruiter · … */
  readonly role: string;
  readonly author?: string;
  readonly sent_at?: string;
  readonly text: string;
  readonly attachments?: readonly string[];
}
export interface Conversation extends StoredRecord {
  readonly title?: string;
  readonly source?: string;
  readonly started_at?: string;
  readonly ended_at?: string;
  readonly application_id?: string;
  readonly messages?: readonly Message[];
}

export const conversations: Kind<Conversation> = {
  label: "Conversations",
  one: "conversation",
  words: ["conversation", "conversations", "chats", "messages", "threads"],
  dateField: "updated_at",
  fields: {
    title: field("Title", "text", "free-text"),
    source: field("Source", "text", "plain", {
      choices: ["assistant", "chatgpt", "claude", "email", "linkedin"],
    }),
    started_at: field("Started", "instant", "plain", { pii: "date" }),
    ended_at: field("Ended", "instant", "plain", { pii: "date" }),
    application_id: field("Application", "id", "plain", { refers: "applications", pii: "id" }),
    messages: field("Messages", "messages", "free-text"),
  },
  columns: ["title", "source", "started_at", "ended_at", "messages"],
  title: (record) => record.title ?? "Conversation",
};
