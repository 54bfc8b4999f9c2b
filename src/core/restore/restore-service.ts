import { compareArchives } from "../compare/compare-archives.ts";
import { attempt, fail } from "../failure.ts";
import type { RestoreInterface } from "../job-tracker.ts";
import { storedKindIds } from "../records/any-kind.ts";
import type { RecordBatches } from "../records/digest.ts";
import { digestRecords } from "../records/digest.ts";
import type { Inspection, RestorePolicy, RestorePorts, RestoreReceipt } from "./contract.ts";
import { runDrill, type Scratch } from "./drill.ts";
import { inspect } from "./inspect.ts";
import { inspectTogether } from "./inspect-together.ts";
import { joinInspections } from "./join-inspections.ts";
import { planRestore } from "./plan-restore.ts";
import { runRestore } from "./run-restore.ts";

/** What the service needs beside the commit: who is tracked, and what was imported before. */
export interface RestoreServicePorts extends RestorePorts {
  /** Names of companies tracked here. */
  readonly companies: () => Promise<readonly string[]>;
  readonly receipts: () => Promise<readonly RestoreReceipt[]>;
  readonly keepReceipt: (receipt: RestoreReceipt) => Promise<void>;
  /** Puts back what stood before the commit that was kept for this id; false when it is no longer kept. */
  readonly takeBack: (restoreId: string) => Promise<boolean>;
  /** What is here, in the order of ids. */
  readonly batches: RecordBatches;
  readonly scratch: () => Scratch;
  readonly kept: RestoreInterface["kept"];
  readonly salvage: RestoreInterface["salvage"];
  readonly startAnew: RestoreInterface["startAnew"];
}

const usual: RestorePolicy = { everywhere: "newest" };

/** The door to restoring: what the Restore screen and `window.jobTracker.restore` are. */
export function makeRestoreService(ports: RestoreServicePorts): RestoreInterface {
  return {
    async inspect(file, options = {}) {
      const companies = await companiesOrNone(ports);
      const inspection = await inspect(file, { ...options, now: ports.now, companies });
      // An increment by itself says what it lacks.
      return joinInspections([inspection])?.inspection ?? inspection;
    },
    inspectTogether: async (files, options = {}) =>
      inspectTogether(files, {
        ...options,
        now: ports.now,
        companies: await companiesOrNone(ports),
      }),
    plan: (inspection, policy = usual) => planRestore(inspection, policy, ports),
    async run(plan) {
      const receipt = await runRestore(plan, ports);
      await ports.keepReceipt(receipt);
      return receipt;
    },
    async undo(restoreId) {
      const receipt = (await ports.receipts()).find((one) => one.restoreId === restoreId);
      if (receipt === undefined || !(await ports.takeBack(restoreId))) {
        fail({ code: "not-found", what: "What stood here before this import" });
      }
      await ports.keepReceipt({ ...receipt, undone: ports.now().toISOString() });
    },
    history: async () =>
      [...(await ports.receipts())].sort((one, other) => other.at.localeCompare(one.at)),
    async compare(before, after) {
      const later = after === undefined ? await readHere(ports) : recordsIn(after);
      return compareArchives(recordsIn(before), later);
    },
    async drill(inspection) {
      const drill = await runDrill(inspection, ports.scratch());
      const here = await attempt(() => digestRecords(ports.batches));
      return { ...drill, ...(here.ok && { here: here.value }) };
    },
    kept: () => ports.kept(),
    salvage: () => ports.salvage(),
    startAnew: () => ports.startAnew(),
  };
}

/** A file is looked at also where the database cannot be read: that is when it is wanted most. */
async function companiesOrNone(ports: RestoreServicePorts): Promise<readonly string[]> {
  const companies = await attempt(() => ports.companies());
  return companies.ok ? companies.value : [];
}

const recordsIn = ({ name, incoming }: Inspection) => ({ name, records: incoming });

async function readHere(ports: RestoreServicePorts) {
  const records: Inspection["incoming"][number][] = [];
  for (const kind of storedKindIds) {
    for (const record of await ports.existing(kind)) records.push({ kind, record, where: "here" });
  }
  return { name: "now", records };
}
