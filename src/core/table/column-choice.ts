import type { AnyKind, KindId } from "../records/any-kind.ts";

/** Columns that several fields make together, of applications only. */
const composed: Readonly<Record<string, string>> = {
  moved: "Moved",
  next: "Next",
  salary: "Salary",
};

const standard: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  applications: [
    "company",
    "title",
    "status",
    "applied_on",
    "moved",
    "next",
    "source",
    "salary",
    "location",
  ],
  interviews: ["starts_at", "application_id", "round", "type", "location", "outcome"],
  contacts: ["name", "role", "company", "email", "phone", "last_contact_on"],
  activities: ["date", "activity_type", "employer", "job_title", "method", "result"],
  job_searches: ["query", "board", "ran_at", "result_count", "alert"],
  conversations: ["title", "source", "started_at", "messages", "application_id"],
  documents: ["name", "document_type", "size", "updated_at", "application_ids"],
  memories: ["text", "topic", "importance", "source", "learned_at"],
};

const hidden = new Set(["id", "extra", "sample", "sha256"]);

/** The columns a kind starts with. */
export function standardColumns(kind: AnyKind): readonly string[] {
  return standard[kind.id] ?? kind.columns.slice(0, 7);
}

/** Every column of a kind that can be shown, in a fixed order. */
export function allColumns(kind: AnyKind): readonly string[] {
  const fields = Object.keys(kind.fields).filter((name) => !hidden.has(name));
  const extra = kind.id === "applications" ? Object.keys(composed) : [];
  return [...new Set([...standardColumns(kind), ...fields, ...extra])];
}

/** Column head, sentence case. */
export function columnLabel(kind: AnyKind, column: string): string {
  const own = kind.id === "applications" ? composed[column] : undefined;
  return own ?? kind.fields[column]?.label ?? column;
}

/** Numbers, days and amounts stand at the end of their cell, so that digits line up. */
export function alignsEnd(kind: AnyKind, column: string): boolean {
  if (column === "moved" || column === "salary") return true;
  const type = kind.fields[column]?.type;
  return type === "integer" || type === "decimal" || type === "day";
}

/** How a kind is ordered at first: newest first by its date, applications by their last move. */
export function standardSort(kind: AnyKind): { readonly field: string; readonly dir: "desc" } {
  return { field: kind.id === "applications" ? "moved" : "*", dir: "desc" };
}

/** The columns with one of them `by` places further along, stopping at the ends. */
export function moveColumn(
  columns: readonly string[],
  column: string,
  by: number,
): readonly string[] {
  const at = columns.indexOf(column);
  if (at < 0) return columns;
  const to = Math.min(Math.max(at + by, 0), columns.length - 1);
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
