import type { AnyRecord } from "../records/stored-record.ts";
import type { PlannedRecord, RestorePlan } from "./contract.ts";

/** What a person decided about one record: the copy here, the one in the file, or field by field. */
export type Side = "here" | "file" | { readonly fields: Readonly<Record<string, "here" | "file">> };
export type Sides = ReadonlyMap<string, Side>;

/** Ids are unique only within a kind. */
export function sideKey(record: { readonly kind: string; readonly id: string }): string {
  return `${record.kind}/${record.id}`;
}

/**
 * The plan with each decided record written as decided; `writes` is counted again. The plan itself is
 * not changed, so that a decision can be taken back.
 */
export function chooseSides(plan: RestorePlan, sides: Sides): RestorePlan {
  if (sides.size === 0) return plan;
  const incoming = new Map(
    plan.inspection.incoming.map(({ kind, record }) => [sideKey({ kind, id: record.id }), record]),
  );
  const records = plan.records.map((planned) => {
    const side = sides.get(sideKey(planned));
    const inFile = incoming.get(sideKey(planned));
    if (side === undefined || inFile === undefined) return planned;
    return decide(planned, side, inFile);
  });
  return { ...plan, records, writes: records.filter(({ write }) => write !== undefined).length };
}

function decide(planned: PlannedRecord, side: Side, inFile: AnyRecord): PlannedRecord {
  const { write: _planned, ...rest } = planned;
  if (side === "here") return rest;
  const id = planned.matched ?? inFile.id;
  if (side === "file") return { ...rest, write: { ...inFile, id } };
  const kept = (planned.changes ?? []).filter(({ field }) => side.fields[field] === "here");
  if (kept.length === (planned.changes ?? []).length) return rest;
  const mixed: Record<string, unknown> = { ...inFile, id };
  for (const { field, here } of kept) {
    if (here === undefined) delete mixed[field];
    else mixed[field] = here;
  }
  return { ...rest, write: mixed as AnyRecord };
}

/** How a record stands now: what will happen to it, whatever the first plan said. */
export function isTaken(planned: PlannedRecord): boolean {
  return planned.write !== undefined;
}
