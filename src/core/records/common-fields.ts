import type { Field } from "./field.ts";
import { field } from "./field.ts";
import type { StoredRecord } from "./stored-record.ts";

/** The fields that every kind has, classified once. */
export const commonFields: { readonly [F in keyof Required<StoredRecord>]: Field } = {
  id: field("Id", "id", "plain", { required: true, pii: "id" }),
  created_at: field("Created", "instant", "plain", { required: true }),
  updated_at: field("Updated", "instant", "plain", { required: true }),
  extra: field("Other fields", "object", "free-text"),
  sample: field("Sample", "flag"),
};
