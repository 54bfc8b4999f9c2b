import type { RestoreInterface } from "../../core/job-tracker.ts";
import type { ExportRunner } from "../../core/pipeline/export-job.ts";

/** Workers and what speaks with them are loaded when a file is first written or read. */
export function lateRunner(worker: string): ExportRunner {
  const runner = once(async () => {
    const { makeExportRunner } = await import("./export-runner.ts");
    return makeExportRunner(worker);
  });
  return {
    run: async (job, report) => (await runner()).run(job, report),
    cancel: async (exportId) => (await runner()).cancel(exportId),
    check: async (...given) => (await runner()).check(...given),
  };
}

export function lateRestore(worker: string): RestoreInterface {
  const client = once(async () => {
    const { startRestore } = await import("./start-restore.ts");
    return startRestore(worker);
  });
  return {
    inspect: async (...given) => (await client()).inspect(...given),
    inspectTogether: async (...given) => (await client()).inspectTogether(...given),
    plan: async (...given) => (await client()).plan(...given),
    run: async (...given) => (await client()).run(...given),
    undo: async (...given) => (await client()).undo(...given),
    history: async () => (await client()).history(),
  };
}

/** Tried again after a failure: a tab that was offline for a moment is not lost. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () =>
    (making ??= make().catch((error: unknown) => {
      making = undefined;
      throw error;
    }));
}
