import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface Memory extends StoredRecord {
  readonly text?: string;
  readonly topic?: string;
  readonly importance?: string;
  readonly source?: string;
  readonly learned_at?: string;
  readonly expires_at?: string;
}

export const memories: Kind<Memory> = {
  label: "Memories",
  one: "memory",
  words: ["memory", "memories", "what you remember", "notes about me"],
  dateField: "created_at",
  fields: {
    text: field("Text", "long-text", "free-text"),
    topic: field("Topic", "text", "plain"),
    importance: field("Importance", "text", "plain", { choices: ["low", "medium", "high"] }),
    source: field("Source", "text", "plain"),
    learned_at: field("Learned", "instant", "plain", { pii: "date" }),
    expires_at: field("Expires", "instant", "plain", { pii: "date" }),
  },
  columns: ["text", "topic", "importance", "source", "learned_at", "expires_at"],
  title: (record) => record.text ?? "Memory",
};
