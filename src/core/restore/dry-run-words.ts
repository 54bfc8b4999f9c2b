import type { KindId } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import { fieldWords } from "../table/cells.ts";
import { lineOf } from "../table/line-words.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { countOf, formatCount, joinWords } from "../words/format-count.ts";
import { formatDay } from "../words/format-date.ts";
import type { FieldChange, PlannedRecord, RestorePlan, Verdict } from "./contract.ts";

interface WordsContext {
  readonly today: string;
  readonly locale: string;
}

/** Verdicts in the order of the tiles, with their words. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  new: "New",
  changed: "Changed",
  conflict: "Conflict",
  refused: "Refused",
  "deleted-here": "Deleted here",
  same: "Same",
};

const withoutNames = () => undefined;

/** One side of a change: "empty", the value in a line, or how many lines there are. */
export function sideWords(
  kind: KindId,
  field: string,
  value: unknown,
  { today, locale }: WordsContext,
): string {
  if (typeof value === "string" && (value.includes("\n") || value.length > 60)) {
    return countOf(value.trim().split("\n").length, "line", locale);
  }
  const words = fieldWords(findKind(kind), field, value, { today, locale, nameOf: withoutNames });
  if (words !== "") return words;
  if (Array.isArray(value) && value.length > 0)
    return countOf(value.length, "entry", locale, "entries");
  return "empty";
}

export function fieldLabel(kind: KindId, change: FieldChange): string {
  return findKind(kind).fields[change.field]?.label ?? change.field;
}

/** The changes that say something to a person: times of storage do not. */
export function tellingChanges(planned: PlannedRecord): readonly FieldChange[] {
  const silent = new Set(["created_at", "updated_at"]);
  return (planned.changes ?? []).filter(({ field }) => !silent.has(field));
}

/** "16 records would change here. 2 were edited on both sides, 1 cannot be imported." */
export function headline(plan: RestorePlan, locale: string): string {
  const { writes, counts } = plan;
  const removed = plan.removes?.length ?? 0;
  const number = (count: number) => formatCount(count, locale);
  const first =
    writes === 0 && removed === 0
      ? "Nothing would change here."
      : `${countOf(writes, "record", locale)} would change here.`;
  const rest = [
    removed > 0 ? `${number(removed)} would be removed` : "",
    counts.conflict > 0
      ? `${number(counts.conflict)} ${counts.conflict === 1 ? "was" : "were"} edited on both sides`
      : "",
    counts.refused > 0 ? `${number(counts.refused)} cannot be imported` : "",
  ].filter((part) => part !== "");
  return rest.length === 0 ? first : `${first} ${rest.join(", ")}.`;
}

/** What a record says under its title: its second line, or why it has its verdict. */
export function recordWords(planned: PlannedRecord, context: WordsContext): string {
  const record = planned.write;
  if (planned.verdict === "new" && record !== undefined) {
    if (planned.kind === "applications") return applicationWords(record, context);
    const line = lineOf(findKind(planned.kind), record, { ...context, nameOf: withoutNames });
    return [line.second, line.at].filter((part) => part !== "").join(" · ");
  }
  return planned.why ?? "";
}

/** "Applied 5 Nov, with 3 stages and 2 documents". */
function applicationWords(record: AnyRecord, { today, locale }: WordsContext): string {
  const applied = record["applied_on"];
  const sizes = [
    ["stages", "stage"],
    ["document_ids", "document"],
    ["contact_ids", "contact"],
  ] as const;
  const parts = sizes.flatMap(([field, one]) => {
    const list = record[field];
    return Array.isArray(list) && list.length > 0 ? [countOf(list.length, one, locale)] : [];
  });
  const head =
    typeof applied === "string" ? `Applied ${formatDay(applied, today, locale)}` : "Saved";
  return parts.length === 0 ? head : `${head}, with ${joinWords(parts, locale)}`;
}

/** "4 applications, 3 interviews": counts by kind of the records that `take` picks. */
export function countsByKind(
  records: readonly PlannedRecord[],
  take: (record: PlannedRecord) => boolean,
  locale: string,
): string {
  const counts = new Map<KindId, number>();
  for (const record of records) {
    if (take(record)) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => {
      const { one, label } = findKind(kind);
      return countOf(count, one, locale, label.toLowerCase());
    })
    .join(", ");
}
