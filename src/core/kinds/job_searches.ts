import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

export interface JobSearch extends StoredRecord {
  readonly query?: string;
  readonly filters?: Readonly<Record<string, unknown>>;
  readonly board?: string;
  readonly ran_at?: string;
  readonly result_count?: number;
  readonly url?: string;
  readonly alert?: boolean;
  readonly notes?: string;
}

export const job_searches: Kind<JobSearch> = {
  label: "Saved searches",
  one: "saved search",
  words: ["job search", "job searches", "saved searches", "searches", "job alerts"],
  dateField: "ran_at",
  dateFallback: "created_at",
  fields: {
    query: field("Query", "text", "free-text"),
    filters: field("Filters", "object", "free-text"),
    board: field("Board", "text", "plain"),
    ran_at: field("Ran", "instant", "plain", { pii: "date" }),
    result_count: field("Results", "integer", "plain"),
    url: field("Link", "url", "plain", { pii: "url" }),
    alert: field("Alert", "flag"),
    notes: field("Notes", "long-text", "free-text", { pii: "notes" }),
  },
  columns: ["query", "board", "ran_at", "result_count", "alert", "url", "notes"],
  title: (record) => record.query ?? record.url ?? "Saved search",
};
