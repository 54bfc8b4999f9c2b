import { expose } from "comlink";
import type { ExportRunner } from "../src/core/pipeline/export-job.ts";
import { Database } from "../src/platform/database.ts";
import { runExportJob } from "../src/platform/run-export-job.ts";

const database = new Database();
const running = new Map<string, AbortController>();

const runner: ExportRunner = {
  async run(job, report) {
    const stop = new AbortController();
    running.set(job.exportId, stop);
    try {
      return await runExportJob(job, { database }, report, stop.signal);
    } finally {
      running.delete(job.exportId);
    }
  },
  cancel(exportId) {
    running.get(exportId)?.abort();
  },
};
expose(runner);
