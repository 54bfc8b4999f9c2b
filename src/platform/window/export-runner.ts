import { proxy } from "comlink";
import type { Outcome } from "../../core/failure.ts";
import type { FarReader } from "../../core/interface/far-reader.ts";
import type { ExportRunner } from "../../core/pipeline/export-job.ts";
import { withClaimant } from "./kept-claimant.ts";
import { scriptUrl } from "./app-urls.ts";
import { wrap } from "comlink";

/**
 * Runs exports in a worker. A worker that dies (out of memory, an error nobody caught) answers every
 * call that waits with a failure: a run never hangs.
 */
export function makeExportRunner(url: string): ExportRunner & FarReader {
  let current: ReturnType<typeof start> | undefined;
  const worker = (): ReturnType<typeof start> => {
    if (current?.dead !== false) current = start(url);
    return current;
  };
  return {
    run: (job, report) => {
      const { remote, orDeath } = worker();
      return orDeath(remote.run(withClaimant(job), proxy(report)));
    },
    cancel: async (exportId) => {
      await worker().remote.cancel(exportId);
    },
    check: (file, receipt, passphrase) => {
      const { remote, orDeath } = worker();
      return orDeath(remote.check(file, receipt, passphrase));
    },
    names: () => {
      const { remote, orDeath } = worker();
      return orDeath(remote.names());
    },
    look: (plan, known) => {
      const { remote, orDeath } = worker();
      return orDeath(remote.look(plan, known));
    },
  };
}

function start(url: string) {
  const worker = new Worker(scriptUrl(url), { type: "module", name: "export" });
  const state = {
    dead: false,
    remote: wrap<ExportRunner & FarReader>(worker),
    orDeath: <T>(answer: Promise<Outcome<T>>): Promise<Outcome<T>> => Promise.race([answer, death]),
  };
  const death = new Promise<Outcome<never>>((resolve) => {
    worker.addEventListener("error", (event) => {
      state.dead = true;
      worker.terminate();
      const detail = `The export worker stopped: ${event.message}`;
      resolve({ ok: false, failure: { code: "unexpected", detail } });
    });
  });
  return state;
}
