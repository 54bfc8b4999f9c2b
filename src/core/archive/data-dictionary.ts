import { csvCell } from "../escape/csv-cell.ts";
import { escapeMarkdown, markdownCell } from "../escape/markdown.ts";
import type { KindId } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import type { Field, FieldType, Sensitivity } from "../records/field.ts";

/** One field of one kind, in words. */
interface DictionaryRow {
  readonly kind: KindId;
  readonly field: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly personal: string;
  readonly values: string;
}

const types: Readonly<Record<FieldType, string>> = {
  id: "identifier",
  text: "text",
  "long-text": "text of several lines",
  url: "web address",
  email: "e-mail address",
  phone: "phone number",
  day: "day, YYYY-MM-DD",
  instant: "date and time, ISO 8601 with offset",
  integer: "whole number",
  decimal: "number",
  flag: "true or false",
  texts: "list of texts",
  ids: "list of identifiers",
  stages: "list of status changes: status, at, note",
  messages: "list of messages: id, role, author, sent_at, text, attachments",
  object: "named values",
  any: "any value",
};
const personal: Readonly<Record<Sensitivity, string>> = {
  plain: "no",
  secret: "secret",
  contact: "contact details",
  identity: "identifies a person or company",
  "free-text": "free text, may name people",
};

/** Every field of the kinds that were exported: what it is called, what it holds, how personal it is. */
export function dataDictionary(kinds: readonly KindId[]): readonly DictionaryRow[] {
  return kinds.flatMap((kind) =>
    Object.entries(findKind(kind).fields).map(([name, field]) => toRow(kind, name, field)),
  );
}

function toRow(kind: KindId, name: string, field: Field): DictionaryRow {
  const refers = field.refers === undefined ? "" : `refers to ${field.refers}`;
  return {
    kind,
    field: name,
    label: field.label,
    type: types[field.type],
    required: field.required === true,
    personal: personal[field.sensitivity],
    values: [refers, (field.choices ?? []).join(", ")].filter(Boolean).join("; "),
  };
}

const heads = ["kind", "field", "label", "type", "required", "personal", "values"] as const;

/** The dictionary as `data-dictionary.csv`. */
export function dataDictionaryCsv(kinds: readonly KindId[]): string {
  const style = { delimiter: ",", guard: true } as const;
  const lines = dataDictionary(kinds).map((row) =>
    heads.map((head) => csvCell(row[head], style)).join(","),
  );
  return `${[heads.join(","), ...lines].join("\r\n")}\r\n`;
}

/** The dictionary as `data-dictionary.md`, a table for each kind. */
export function dataDictionaryMarkdown(kinds: readonly KindId[]): string {
  const parts = kinds.map((id) => {
    const kind = findKind(id);
    const derived =
      kind.derived === true ? "\nComputed from your other records when the file was made.\n" : "";
    const rows = dataDictionary([id]).map(
      (row) =>
        `| ${[row.field, row.label, row.type, row.required ? "yes" : "no", row.personal, row.values]
          .map(markdownCell)
          .join(" | ")} |`,
    );
    const head = "| Field | Label | Holds | Always there | Personal | Values |";
    const rule = "| --- | --- | --- | --- | --- | --- |";
    return `## ${escapeMarkdown(kind.label)}\n${derived}\n${[head, rule, ...rows].join("\n")}\n`;
  });
  return `# Data dictionary\n\nWhat every field of the files in this package means.\n\n${parts.join("\n")}`;
}
