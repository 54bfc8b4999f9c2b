import { fail } from "../failure.ts";
import type { RestoreInterface } from "../job-tracker.ts";
import type { RestorePolicy, RestorePorts, RestoreReceipt } from "./contract.ts";
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
}

const usual: RestorePolicy = { everywhere: "newest" };

/** The door to restoring: what the Restore screen and `window.jobTracker.restore` are. */
export function makeRestoreService(ports: RestoreServicePorts): RestoreInterface {
  return {
    async inspect(file, options = {}) {
      const companies = await ports.companies();
      const inspection = await inspect(file, { ...options, now: ports.now, companies });
      // An increment by itself says what it lacks.
      return joinInspections([inspection])?.inspection ?? inspection;
    },
    inspectTogether: async (files, options = {}) =>
      inspectTogether(files, { ...options, now: ports.now, companies: await ports.companies() }),
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
  };
}
