import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

/** The bytes live apart from the record, under the same id. */
export interface DocumentRecord extends StoredRecord {
  readonly name?: string;
  readonly document_type?: string;
  readonly media_type?: string;
  /** Bytes. */
  readonly size?: number;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256?: string;
  /** Text extracted from the bytes. */
  readonly text?: string;
  readonly application_ids?: readonly string[];
  readonly notes?: string;
}

export const documents: Kind<DocumentRecord> = {
  label: "Documents",
  one: "document",
  words: ["document", "documents", "files", "resumes", "CVs", "cover letters", "attachments"],
  dateField: "updated_at",
  fields: {
    name: field("Name", "text", "free-text", { pii: "document" }),
    document_type: field("Type", "text", "plain", {
      choices: ["resume", "cover letter", "certificate", "offer", "contract", "portfolio", "other"],
    }),
    media_type: field("Media type", "text", "plain"),
    size: field("Bytes", "integer", "plain"),
    sha256: field("SHA-256", "text", "plain"),
    text: field("Text", "long-text", "free-text", { pii: "document" }),
    application_ids: field("Applications", "ids", "plain", { refers: "applications", pii: "id" }),
    notes: field("Notes", "long-text", "free-text", { pii: "notes" }),
  },
  columns: ["name", "document_type", "media_type", "size", "updated_at", "notes"],
  title: (record) => record.name ?? "Document",
};
