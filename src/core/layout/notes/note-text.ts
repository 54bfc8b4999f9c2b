import { escapeMarkdown, markdownLine, markdownQuote } from "../../escape/markdown.ts";
import { replaceIllegal } from "../../escape/markup.ts";
import type { AnyKind } from "../../records/any-kind.ts";
import type { Field } from "../../records/field.ts";
import { isDay } from "../../records/record-schema.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";
import { showInstant, showValue } from "../show-value.ts";
import { isMessage } from "../thread.ts";
import type { NoteName, NoteNames } from "./note-names.ts";

/** Texts too long for a property: they stand below, under a heading of their own. */
const below: ReadonlySet<string> = new Set(["long-text", "stages", "messages"]);

/** A note: properties as YAML in front, then the title, long texts, and links to what belongs to it. */
export function noteText(kind: AnyKind, row: CleanRow, name: NoteName, names: NoteNames): string {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  const properties = fields
    .filter(([field]) => !below.has(kind.fields[field]?.type ?? "any"))
    .map(([field, value]) => `${field}: ${property(value, kind.fields[field], names)}\n`);
  const sections = fields
    .filter(([field]) => below.has(kind.fields[field]?.type ?? "any"))
    .map(([field, value]) => section(kind.fields[field]?.label ?? field, value));
  const front = `---\nkind: ${kind.id}\n${properties.join("")}---\n`;
  return `${front}\n# ${escapeMarkdown(name.title)}\n${sections.join("")}${links(kind, row, names)}`;
}

/** Days and numbers bare, so that a notebook takes them for what they are; every text is quoted. */
function property(value: unknown, field: Field | undefined, names: NoteNames): string {
  const refers = field?.refers;
  if (refers !== undefined) {
    const linked = (id: unknown): unknown => names.link(refers, id) ?? id;
    return quoted(Array.isArray(value) ? value.map(linked) : linked(value));
  }
  if (field?.type === "day" && typeof value === "string" && isDay(value)) return value;
  return quoted(value);
}

/** JSON is YAML, but for control characters that YAML has no place for. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? replaceIllegal(inner) : inner,
  );
  return text.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function section(label: string, value: unknown): string {
  const text = sectionText(value);
  return text === "" ? "" : `\n## ${escapeMarkdown(label)}\n\n${text}\n`;
}

function sectionText(value: unknown): string {
  if (typeof value === "string") {
    return value
      .split(/\r\n?|\n/)
      .map(markdownLine)
      .join("  \n")
      .trim();
  }
  if (!Array.isArray(value)) return escapeMarkdown(showValue(value, undefined));
  const items: readonly unknown[] = value;
  if (items.every(isMessage)) {
    return items
      .map(({ author, role, sent_at: sentAt, text }) => {
        const at = sentAt === undefined ? "" : `, ${escapeMarkdown(showInstant(sentAt))}`;
        return `**${escapeMarkdown(author ?? role) || "Unnamed"}**${at}\n\n${markdownQuote(text)}`;
      })
      .join("\n\n");
  }
  const stages = { type: "stages", sensitivity: "plain", label: "" } as const;
  return items.map((item) => `- ${escapeMarkdown(showValue([item], stages))}`).join("\n");
}

function links(kind: AnyKind, row: CleanRow, names: NoteNames): string {
  const lines = Object.entries(kind.fields).flatMap(([field, { refers, label }]) => {
    const value = row[field];
    if (refers === undefined || value === undefined) return [];
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    const found = ids.flatMap((id) => names.link(refers, id) ?? []);
    return found.length === 0 ? [] : [`- ${escapeMarkdown(label)}: ${found.join(", ")}`];
  });
  return lines.length === 0 ? "" : `\n## Links\n\n${lines.join("\n")}\n`;
}
