import { fail } from "../failure.ts";
import { findKind, isKindId, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";

type Validate = typeof import("../records/validate-record.ts").validateRecord;

/** Loaded at the first edit: the first screen reads records, and stores none. */
export async function loadValidate(): Promise<Validate> {
  return (await import("../records/validate-record.ts")).validateRecord;
}

interface EditPorts {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** @throws FailureError `unsupported` for a kind that is computed, or that does not exist. */
export function requireStored(kind: KindId): KindId {
  if (!isKindId(kind)) return fail({ code: "not-found", what: `A kind named ${String(kind)}` });
  if (findKind(kind).derived !== true) return kind;
  return fail({ code: "unsupported", what: `${findKind(kind).label} are computed, not stored` });
}

/** Gives a new record its id and dates, then validates it. The id of a setting is its key. */
export function completeRecord(
  kind: KindId,
  given: unknown,
  index: number,
  ports: EditPorts,
  validateRecord: Validate,
): AnyRecord {
  const where = `record ${String(index + 1)}`;
  if (typeof given !== "object" || given === null)
    return validateRecord(findKind(kind), given, where);
  const now = ports.now().toISOString();
  const fields = given as Readonly<Record<string, unknown>>;
  const created = fields["created_at"] ?? now;
  const id = fields["id"] ?? (kind === "settings" ? fields["key"] : undefined) ?? ports.newId();
  const complete = { ...fields, id, created_at: created, updated_at: fields["updated_at"] ?? now };
  return validateRecord(findKind(kind), complete, where);
}

/** An edit that brings no date of its own is dated now; one that changes nothing keeps its date. */
export function stampEdit(here: AnyRecord, edited: AnyRecord, now: () => Date): AnyRecord {
  if (edited.updated_at !== here.updated_at || JSON.stringify(here) === JSON.stringify(edited)) {
    return edited;
  }
  return { ...edited, updated_at: now().toISOString() };
}

/** "1 application", "12 contacts". */
export function countInWords(kind: KindId, count: number): string {
  const { one, label } = findKind(kind);
  return `${String(count)} ${count === 1 ? one : label.toLowerCase()}`;
}
