import type { RestoreInterface } from "../../core/job-tracker.ts";
import type { FarReader } from "../../core/interface/far-reader.ts";
import type { ExportRunner } from "../../core/pipeline/export-job.ts";

/** Workers and what speaks with them are loaded when a file is first written or read. */
export function lateRunner(worker: string): ExportRunner & FarReader {
  const runner = once(async () => {
    const { makeExportRunner } = await import("./export-runner.ts");
    return makeExportRunner(worker);
  });
  return {
    run: async (job, report) => (await runner()).run(job, report),
    cancel: async (exportId) => (await runner()).cancel(exportId),
    check: async (...given) => (await runner()).check(...given),
    names: async () => (await runner()).names(),
    look: async (...given) => (await runner()).look(...given),
  };
}

export function lateRestore(worker: string): RestoreInterface {
  const client = once(async () => {
    const { startRestore } = await import("./start-restore.ts");
    return startRestore(worker);
  });
  // Every method goes the same way; named one by one, they would make the first script larger.
  return new Proxy({} as RestoreInterface, {
    get:
      (_none, name: keyof RestoreInterface) =>
      async (...given: unknown[]) => {
        const real = await client();
        return (real[name] as Method)(...given);
      },
  });
}

type Method = (...given: readonly unknown[]) => unknown;

/** Tried again after a failure: a tab that was offline for a moment is not lost. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () =>
    (making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    }));
}
