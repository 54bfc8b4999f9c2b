import type { PlanPreview } from "../../core/job-tracker.ts";
import { findKind, isKindId, type KindId } from "../../core/records/any-kind.ts";
import { recordDate } from "../../core/records/record-date.ts";
import type { AnyRecord } from "../../core/records/stored-record.ts";
import { diffWords, type Diff } from "./diff-words.ts";

/** One record as it is here and as it leaves. */
export interface SampleRow {
  readonly id: string;
  readonly kind: KindId;
  readonly date?: string;
  readonly status?: string;
  readonly title: Diff;
  readonly text?: Diff;
}

const longTexts = ["notes", "text", "next_action", "description", "result", "query"];

const asText = (value: unknown): string => {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : firstText(value);
};

/** The text of the first message, stage or member that has one. */
function firstText(value: unknown): string {
  if (Array.isArray(value)) return (value as readonly unknown[]).map(firstText).find(Boolean) ?? "";
  if (typeof value !== "object" || value === null) return "";
  const inner = value as Readonly<Record<string, unknown>>;
  return asText(inner["text"] ?? inner["note"]);
}

function rowOf(kind: KindId, before: AnyRecord, after: AnyRecord): SampleRow {
  const description = findKind(kind);
  const date = recordDate(description, before);
  const status = before["status"];
  const title = diffWords(description.title(before), description.title(after));
  const text = tellingText(kind, before, after);
  return {
    id: before.id,
    kind,
    title,
    ...(date === undefined ? {} : { date }),
    ...(typeof status === "string" ? { status } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

/** What shows best what the level does: a text that it changes, else the fields it changes, else any text. */
function tellingText(kind: KindId, before: AnyRecord, after: AnyRecord): Diff | undefined {
  const shown = description(kind, before);
  const texts = [...longTexts, "messages", "stages"].filter((name) => asText(before[name]) !== "");
  const changes = (name: string): boolean => asText(before[name]) !== asText(after[name]);
  const fields = Object.keys(findKind(kind).fields).filter(
    (name) =>
      ["string", "number"].includes(typeof before[name]) &&
      changes(name) &&
      !shown.includes(asText(before[name])),
  );
  const text = texts.find(changes);
  if (text === undefined && fields.length > 0) {
    const pays = fields.some((name) => name.startsWith("salary_"));
    const others = fields.filter((name) => !name.startsWith("salary_")).slice(0, pays ? 2 : 3);
    const line = (record: AnyRecord): string =>
      [...(pays ? [pay(record)] : []), ...others.map((name) => asText(record[name]) || "–")].join(
        " · ",
      );
    return diffWords(line(before), line(after));
  }
  const name = text ?? texts[0];
  return name === undefined
    ? undefined
    : diffWords(short(asText(before[name])), short(asText(after[name])));
}

/** A salary is one thing to its reader: `85,000–100,000 GBP`, or what stands in its place. */
function pay(record: AnyRecord): string {
  const ends = [record["salary_min"], record["salary_max"]].map(asText).filter(Boolean);
  return [[...new Set(ends)].join("–"), asText(record["salary_currency"])].join(" ").trim() || "–";
}
const description = (kind: KindId, record: AnyRecord): string => findKind(kind).title(record);

function short(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 180 ? `${line.slice(0, 180).trimEnd()}…` : line;
}

/** Up to `most` rows of the sample, spread over the kinds, the same record left and right. */
export function sampleRows(preview: PlanPreview, most = 3): readonly SampleRow[] {
  const kinds = Object.keys(preview.sample).filter(isKindId);
  const queues = kinds.map((kind) => {
    const after = preview.sample[kind] ?? [];
    const before = preview.before[kind] ?? [];
    return before.flatMap((record, at) => {
      const row = after[at];
      return row === undefined ? [] : [rowOf(kind, record, row as unknown as AnyRecord)];
    });
  });
  const rows: SampleRow[] = [];
  for (let depth = 0; rows.length < most && depth < 5; depth++)
    for (const queue of queues) {
      const row = queue[depth];
      if (row !== undefined && rows.length < most) rows.push(row);
    }
  return rows;
}

/** True where nothing in the sample differs: the comparison would say the same twice. */
export function isUnchanged(rows: readonly SampleRow[]): boolean {
  return rows.every((row) =>
    [row.title, row.text].every((diff) => diff?.before.every((piece) => !piece.changed) ?? true),
  );
}
