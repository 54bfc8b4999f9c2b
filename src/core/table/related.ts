import type { AnyKind, KindId } from "../records/any-kind.ts";
import { findKind, storedKindIds } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Condition } from "../select/condition.ts";

/** Which records of another kind belong to this one, in either direction of the reference. */
export interface RelatedQuery {
  readonly kind: KindId;
  readonly where: Condition;
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is string => typeof one === "string");
};

/** Fields of `kind` that refer to records of `to`. */
function referringFields(kind: AnyKind, to: KindId): readonly string[] {
  return Object.keys(kind.fields).filter((name) => kind.fields[name]?.refers === to);
}

/** One query a kind that can be related, driven by the field tables alone. */
export function relatedQueries(kind: AnyKind, record: AnyRecord): readonly RelatedQuery[] {
  return storedKindIds
    .filter((id) => id !== kind.id)
    .flatMap((id) => {
      const other = findKind(id);
      const pointing = referringFields(other, kind.id).map((field): Condition => ({
        field,
        op: "eq",
        value: record.id,
      }));
      const pointedAt = referringFields(kind, id).flatMap((field) => textsIn(record[field]));
      const named: readonly Condition[] =
        pointedAt.length === 0 ? [] : [{ field: "id", op: "in", value: pointedAt }];
      const all = [...pointing, ...named];
      return all.length === 0 ? [] : [{ kind: id, where: { any: all } }];
    });
}

/** The record with a reference added; the field is the kind's own first one that fits. */
export function addReference(record: AnyRecord, field: string, id: string): AnyRecord {
  const ids = textsIn(record[field]);
  return ids.includes(id) ? record : { ...record, [field]: [...ids, id] };
}

/** Records of one kind that belong to another record. */
export interface RelatedGroup {
  readonly kind: KindId;
  readonly records: readonly AnyRecord[];
}
