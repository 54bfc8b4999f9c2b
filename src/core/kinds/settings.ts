import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

/** The id of a setting is its key. */
export interface Setting extends StoredRecord {
  readonly key?: string;
  readonly value?: unknown;
}

export const settings: Kind<Setting> = {
  label: "Settings",
  one: "setting",
  words: ["setting", "settings", "preferences"],
  dateField: "updated_at",
  fields: {
    key: field("Key", "text", "plain", { required: true }),
    value: field("Value", "any", "free-text"),
  },
  columns: ["key", "value"],
  title: (record) => record.key ?? "",
};
