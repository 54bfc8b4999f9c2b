import { needsNames, readKnownNames, type KnownNames } from "../derive/known-names.ts";
import { withDerived } from "../derive/with-derived.ts";
import type { PlanPreview } from "../job-tracker.ts";
import type { RecordSource } from "../pipeline/ports.ts";
import { chooseRecords, type Chosen } from "../pipeline/select-records.ts";
import type { MakeSanitizer } from "../pipeline/sanitizing.ts";
import type { ExportPlan } from "../plan/plan.ts";
import type { KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { estimateBytes } from "./estimate-bytes.ts";

const sampleRows = 5;

export type Counted = Pick<PlanPreview, "counts" | "estimatedBytes" | "sample" | "before">;

export interface PreviewPorts {
  readonly source: RecordSource;
  readonly makeSanitizer: MakeSanitizer;
  /** The person's own names where they were read already; what was built for them is used again. */
  readonly known?: () => KnownNames;
  readonly now: () => Date;
}

/** Counts what a plan takes and shows its first rows, before and after sanitising. Writes nothing. */
export async function makePreview(plan: ExportPlan, ports: PreviewPorts): Promise<Counted> {
  const source = withDerived(ports.source, ports.now().toISOString(), plan.today);
  const names = needsNames(plan.sanitization)
    ? (ports.known?.() ?? (await readKnownNames(source)))
    : { people: [], companies: [] };
  const sanitizer = await ports.makeSanitizer(plan.sanitization, { known: names });
  const counts: Partial<Record<KindId, number>> = {};
  const before: Partial<Record<KindId, readonly AnyRecord[]>> = {};
  const sample: Partial<Record<KindId, readonly CleanRow[]>> = {};
  const measured = [];
  for (const selection of plan.selection.kinds) {
    const chosen = await chooseRecords(source, selection, () => undefined);
    const { kind, count } = chosen;
    const records = await firstOf(chosen);
    const rows = records.map((record) => sanitizer.clean(kind, record));
    counts[kind] = count;
    before[kind] = records;
    sample[kind] = rows;
    const bytes = rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0);
    measured.push({ kind, count, rowBytes: rows.length === 0 ? 0 : bytes / rows.length });
  }
  const fileBytes = plan.withBytes ? await sizeOfDocuments(source) : 0;
  return { counts, before, sample, estimatedBytes: estimateBytes(plan, measured, fileBytes) };
}

async function firstOf(chosen: Chosen): Promise<readonly AnyRecord[]> {
  for await (const batch of chosen.batches()) return batch.slice(0, sampleRows);
  return [];
}

async function sizeOfDocuments(source: RecordSource): Promise<number> {
  let bytes = 0;
  for await (const batch of source.batches("documents")) {
    for (const { size } of batch) if (typeof size === "number") bytes += size;
  }
  return bytes;
}
