import type { Scratch } from "../core/restore/drill.ts";
import { makeCommitPorts } from "./commit-ports.ts";
import { Database } from "./database.ts";
import { makeRecordSource } from "./record-source.ts";

/** Nobody is told of what happens in a scratch database. */
const silent = { say: () => undefined };

/** A database for one trial restore, beside the real one and with the same tables. */
export function openScratch(now: () => Date, newId: () => string): Scratch {
  const database = new Database(`job-tracker-pro-drill-${newId()}`);
  const source = makeRecordSource(database);
  return {
    ports: makeCommitPorts(database, silent, now, newId),
    batches: (kind) => source.batches(kind),
    drop: () => database.delete(),
  };
}
