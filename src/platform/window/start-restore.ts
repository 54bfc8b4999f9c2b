import type { RestoreInterface } from "../../core/job-tracker.ts";
import { makeRestoreClient } from "../restore-client.ts";
import type { RestoreHost } from "../restore-host.ts";
import { startWhenCalled } from "./start-worker.ts";

export function startRestore(worker: string): RestoreInterface {
  const host = startWhenCalled<RestoreHost>(worker, "restore");
  return makeRestoreClient(() => host());
}
