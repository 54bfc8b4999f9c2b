import { makeJobTracker } from "../../core/interface/make-job-tracker.ts";
import { makeNewId } from "../../core/interface/new-id.ts";
import type { JobTracker } from "../../core/job-tracker.ts";
import { makeChangeNotices } from "../change-notices.ts";
import { Database, type Trouble } from "../database.ts";
import { makeKeptFiles } from "../kept-files.ts";
import { makeRecordStore } from "../record-store.ts";
import { runLocks } from "../run-locks.ts";
import { makeSeals } from "../seals.ts";
import { makeKeyValues, makeStore } from "../stores.ts";
import { makeTargets } from "./acquire-target.ts";
import { makeBreathe } from "./breathe.ts";
import { lateRestore, lateRunner } from "./late-workers.ts";
import { saveFile } from "./surroundings.ts";

export interface OpenOptions {
  readonly version: string;
  /** Address of the one script that every worker starts with. */
  readonly worker: string;
  /** BCP 47 primary tag of the interface. */
  readonly language: () => string;
  readonly onTrouble: (trouble: Trouble) => void;
}

/** Builds the object behind `window.jobTracker` from the parts of this browser. */
export function openJobTracker(options: OpenOptions): JobTracker {
  const now = (): Date => new Date();
  const database = new Database(undefined, options.onTrouble);
  const notices = makeChangeNotices();
  const newId = makeNewId(now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const receipts = makeStore(database, database.receipts, notices, "history");
  const kept = makeKeptFiles(() => navigator.storage.getDirectory(), receipts, database);
  const later = (work: () => void): void => {
    setTimeout(work, 250);
  };
  later(() => {
    void import("../restore-ports.ts")
      .then(({ sweepSnapshots }) => sweepSnapshots(database, now()))
      .catch(() => undefined);
  });
  return makeJobTracker({
    ...kept,
    ...runLocks,
    ...makeTargets(database),
    ...makeSeals(makeKeyValues(database)),
    now,
    newId,
    later,
    breathe: makeBreathe(),
    receipts,
    appVersion: options.version,
    language: options.language,
    loadParts: () => import("../../core/interface/heavy-parts.ts"),
    records: makeRecordStore(database, notices, now),
    templates: makeStore(database, database.templates, notices, "templates"),
    schedules: makeStore(database, database.schedules, notices, "schedules"),
    restore: lateRestore(options.worker),
    runner: lateRunner(options.worker),
    sample: async () => (await import("./load-sample.ts")).loadSample(now()),
    sha256: digestOf,
    async changesSince(mark) {
      const { makeChangeJournal } = await import("../change-journal.ts");
      return makeChangeJournal(database).changesSince(mark);
    },
    notify: (notice) => void import("./tell-run.ts").then(({ tellRun }) => tellRun(notice)),
    async deliver(receipt) {
      const file = await kept.keptFile(receipt);
      if (file !== undefined) saveFile(file, receipt.fileName);
    },
  });
}

async function digestOf(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
