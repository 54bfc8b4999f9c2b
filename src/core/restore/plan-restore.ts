import type { KindId } from "../records/any-kind.ts";
import { storedKindIds } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type {
  Inspection,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
  RestorePorts,
  Verdict,
} from "./contract.ts";
import { chainStones, deletedInChain } from "./deleted-in-chain.ts";
import type { Existing } from "./match-records.ts";
import { Planner } from "./planner.ts";

type PlanPorts = Pick<RestorePorts, "existing" | "tombstones" | "hasBytes" | "now">;

/**
 * The dry run: what an import would do, record by record. Reads, never writes; a run does exactly this.
 */
export async function planRestore(
  inspection: Inspection,
  policy: RestorePolicy,
  ports: PlanPorts,
): Promise<RestorePlan> {
  const here = await readExisting(inspection, policy, ports);
  const deleted = new Map(
    (await ports.tombstones()).map((one) => [`${one.kind}/${one.id}`, one.deletedAt]),
  );
  const planner = new Planner({
    inspection,
    policy,
    deleted,
    here,
    now: ports.now().toISOString(),
  });
  const records = await withBytes(planner.plan(), inspection, policy, ports);
  const refused = inspection.refused.length + inspection.refusedMore;
  const counts: Record<Verdict, number> = {
    new: 0,
    changed: 0,
    same: 0,
    conflict: 0,
    refused,
    "deleted-here": 0,
  };
  for (const { verdict } of records) counts[verdict] += 1;
  const writes = records.filter(({ write }) => write !== undefined).length;
  const gone = deletedInChain(inspection, policy, here, records);
  const removes = policy.replaceAll === true ? removesOf(here, records) : gone;
  return {
    inspection,
    policy,
    counts,
    records,
    writes,
    ...(removes === undefined ? {} : { removes }),
  };
}

async function readExisting(
  inspection: Inspection,
  policy: RestorePolicy,
  ports: PlanPorts,
): Promise<Existing> {
  const kinds =
    policy.replaceAll === true
      ? storedKindIds
      : [...new Set([...inspection.incoming, ...chainStones(inspection)].map(({ kind }) => kind))];
  const existing = new Map<KindId, readonly AnyRecord[]>();
  for (const kind of kinds) existing.set(kind, await ports.existing(kind));
  return existing;
}

function removesOf(here: Existing, records: readonly PlannedRecord[]) {
  const kept = new Set(records.map(({ kind, id }) => `${kind}/${id}`));
  return [...here].flatMap(([kind, list]) =>
    list.filter(({ id }) => !kept.has(`${kind}/${id}`)).map(({ id }) => ({ kind, id })),
  );
}

/** A document whose record is the same, but whose bytes are not here, is changed: the bytes come. */
async function withBytes(
  records: readonly PlannedRecord[],
  inspection: Inspection,
  policy: RestorePolicy,
  ports: PlanPorts,
): Promise<readonly PlannedRecord[]> {
  const skips = (policy.byKind?.documents ?? policy.everywhere) === "skip";
  if (inspection.bytes.size === 0 || (skips && policy.replaceAll !== true)) return records;
  const inFile = new Map(
    inspection.incoming
      .filter(({ kind }) => kind === "documents")
      .map(({ record }) => [record.id, record]),
  );
  const result: PlannedRecord[] = [];
  for (const planned of records) {
    const from = planned.from ?? planned.id;
    const record = planned.kind === "documents" ? inFile.get(from) : undefined;
    const lacks =
      record !== undefined &&
      planned.verdict === "same" &&
      inspection.bytes.has(from) &&
      !(await ports.hasBytes(planned.id));
    const why = "Its bytes are not here yet";
    const write = { ...record, id: planned.id } as AnyRecord;
    result.push(lacks ? { ...planned, verdict: "changed", why, write } : planned);
  }
  return result;
}
