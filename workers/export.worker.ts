import { expose } from "comlink";
import { attempt } from "../src/core/failure.ts";
import { defaultShelves } from "../src/core/pipeline/default-shelves.ts";
import type { FarReader } from "../src/core/interface/far-reader.ts";
import type { ExportRunner } from "../src/core/pipeline/export-job.ts";
import { Database } from "../src/platform/database.ts";
import { lateFarReader } from "../src/platform/late-far-reader.ts";
import { makeWorkerHasher } from "../src/platform/worker-hasher.ts";
import { runExportJob } from "../src/platform/run-export-job.ts";

const database = new Database();
const makeHasher = makeWorkerHasher(
  () => new Worker(new URL("./digest.worker.ts", import.meta.url), { type: "module" }),
);
const running = new Map<string, AbortController>();

const runner: ExportRunner & FarReader = {
  async run(job, report) {
    const stop = new AbortController();
    running.set(job.exportId, stop);
    try {
      return await runExportJob(job, { database, makeHasher }, report, stop.signal);
    } finally {
      running.delete(job.exportId);
    }
  },
  cancel(exportId) {
    running.get(exportId)?.abort();
  },
  check: (file, receipt, passphrase) =>
    attempt(async () => {
      const { checkFile } = await import("../src/core/pipeline/check-file.ts");
      return checkFile(file, receipt, passphrase, defaultShelves, new Date());
    }),
  ...lateFarReader(database),
};
expose(runner);
