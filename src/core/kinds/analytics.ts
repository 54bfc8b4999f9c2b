import { field } from "../records/field.ts";
import type { Kind, StoredRecord } from "./contract.ts";

/** One figure, computed from the other kinds at export time. */
export interface Figure extends StoredRecord {
  readonly group?: string;
  readonly name?: string;
  readonly value?: number;
  readonly unit?: string;
}

export const analytics: Kind<Figure> = {
  label: "Analytics",
  one: "figure",
  words: ["analytics", "statistics", "stats", "metrics", "charts", "insights"],
  dateField: "created_at",
  derived: true,
  fields: {
    group: field("Group", "text", "plain"),
    name: field("Name", "text", "plain"),
    value: field("Value", "decimal", "plain"),
    unit: field("Unit", "text", "plain"),
  },
  columns: ["group", "name", "value", "unit"],
  title: (record) => `${record.group ?? ""} · ${record.name ?? ""}`,
};
