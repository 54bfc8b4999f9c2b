import type { Pii } from "../request/request.ts";

/** How a level treats a field: see the table of sensitivities in docs/privacy.md. */
export type Sensitivity = "plain" | "secret" | "contact" | "identity" | "free-text";

/** What a field holds. Days are `YYYY-MM-DD`, instants ISO 8601 with offset. */
export type FieldType =
  | "id"
  | "text"
  | "long-text"
  | "url"
  | "email"
  | "phone"
  | "day"
  | "instant"
  | "integer"
  | "decimal"
  | "flag"
  | "texts"
  | "ids"
  | "stages"
  | "messages"
  | "object"
  | "any";

export interface Field {
  readonly type: FieldType;
  readonly sensitivity: Sensitivity;
  /** Column head and form label, sentence case. */
  readonly label: string;
  /** Which wish ("no e-mails", "hide salaries") this field answers to. */
  readonly pii?: Pii;
  /** Likely values, offered in forms; others are allowed. */
  readonly choices?: readonly string[];
  /** Kind that an `id` or `ids` field refers to. */
  readonly refers?: string;
  readonly required?: true;
}

/** Describes a field in one line, so that a kind reads as a table. */
export function field(
  label: string,
  type: FieldType,
  sensitivity: Sensitivity = "plain",
  more: Omit<Field, "label" | "type" | "sensitivity"> = {},
): Field {
  return { label, type, sensitivity, ...more };
}
