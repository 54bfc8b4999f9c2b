import type { KindId } from "../records/any-kind.ts";
import type { RecordBatches } from "../records/digest.ts";
import { digestRecords } from "../records/digest.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Drill, Inspection, RestorePorts } from "./contract.ts";
import { planRestore } from "./plan-restore.ts";
import { runRestore } from "./run-restore.ts";

/** A database of its own, for one trial. */
export interface Scratch {
  readonly ports: RestorePorts;
  readonly batches: RecordBatches;
  /** Removes it with everything in it. */
  readonly drop: () => Promise<void>;
}

/**
 * Restores into a scratch database and compares what came back with what is in the file: a backup that was
 * never restored is none. The scratch database is gone afterwards, whatever happens.
 */
export async function runDrill(inspection: Inspection, scratch: Scratch): Promise<Drill> {
  try {
    const inFile = await digestRecords((kind) => batchOf(inspection, kind));
    const plan = await planRestore(inspection, { everywhere: "replace" }, scratch.ports);
    const { verified } = await runRestore(plan, scratch.ports);
    const restored = await digestRecords(scratch.batches);
    return {
      records: inspection.incoming.length,
      documents: inspection.bytes.size,
      inFile,
      restored,
      equal: verified && inFile === restored,
    };
  } finally {
    await scratch.drop();
  }
}

async function* batchOf({ incoming }: Inspection, kind: KindId) {
  const records = incoming.flatMap((one) => (one.kind === kind ? [one.record] : []));
  const byId = (one: AnyRecord, other: AnyRecord): number => (one.id < other.id ? -1 : 1);
  yield await Promise.resolve(records.sort(byId));
}
