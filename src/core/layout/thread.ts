import type { Section } from "../formats/contract.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { showValue } from "./show-value.ts";

/** A message of a conversation, as far as a document shows it. */
interface ShownMessage {
  readonly role: string;
  readonly author?: string;
  readonly sent_at?: string;
  readonly text: string;
}

export function isMessage(value: unknown): value is ShownMessage {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "role" in value &&
    typeof value.role === "string"
  );
}

/** The heading of a conversation, and its other columns in one line. */
export function threadHead(row: CleanRow, section: Section): { title: string; facts: string } {
  const title = typeof row["title"] === "string" && row["title"] !== "" ? row["title"] : "Untitled";
  const facts = section.columns
    .filter((name) => name !== "title" && name !== "messages")
    .map((name) => {
      const text = showValue(row[name], section.kind.fields[name]);
      return text === "" ? "" : `${section.kind.fields[name]?.label ?? name}: ${text}`;
    })
    .filter((text) => text !== "");
  return { title, facts: facts.join(" · ") };
}
