import type { AnyRecord } from "../records/stored-record.ts";
import type { FieldChange, PlannedRecord, RestorePlan } from "./contract.ts";

/** What a person decided about one record: the copy here, the one in the file, or field by field. */
export type Side = "here" | "file" | { readonly fields: Readonly<Record<string, "here" | "file">> };
/** A decision with the record here, on top of which the taken fields go. */
export interface Decided {
  readonly side: Side;
  readonly here: AnyRecord;
}

/** Names a planned record by its id in the file: ids are unique only within a kind. */
export function sideKey(record: Pick<PlannedRecord, "kind" | "id" | "from">): string {
  return `${record.kind}/${record.from ?? record.id}`;
}

/**
 * The plan with each decided record written as decided; `writes` is counted again. The plan itself is
 * not changed, so that a decision can be taken back. Keys are those of `sideKey`.
 */
export function chooseSides(
  plan: RestorePlan,
  decisions: ReadonlyMap<string, Decided>,
): RestorePlan {
  if (decisions.size === 0) return plan;
  const records = plan.records.map((planned) => {
    const decided = decisions.get(sideKey(planned));
    return decided === undefined ? planned : decide(planned, decided);
  });
  return { ...plan, records, writes: records.filter(({ write }) => write !== undefined).length };
}

function decide(planned: PlannedRecord, { side, here }: Decided): PlannedRecord {
  const { write: _planned, ...rest } = planned;
  const changes = planned.changes ?? [];
  const taken = changes.filter(({ field }) => sideOf(side, field) === "file");
  const telling = taken.filter(({ field }) => field !== "updated_at");
  if (telling.length === 0) return rest;
  return { ...rest, write: { ...applied(here, taken), id: here.id } };
}

/** Times follow: a record of which anything was taken is as new as the newer of the two. */
function sideOf(side: Side, field: string): "here" | "file" {
  if (typeof side === "string") return side;
  return side.fields[field] ?? "here";
}

function applied(here: AnyRecord, taken: readonly FieldChange[]): AnyRecord {
  const fields = new Map<string, unknown>(Object.entries(here));
  for (const { field, inFile } of taken) {
    if (inFile === undefined) fields.delete(field);
    else fields.set(field, inFile);
  }
  return Object.fromEntries(fields) as AnyRecord;
}
