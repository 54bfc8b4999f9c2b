import { readNames } from "../../src/core/interface/read-names.ts";
import { makePreview } from "../../src/core/interface/make-preview.ts";
import type { FarReader } from "../../src/core/interface/far-reader.ts";
import "fake-indexeddb/auto";
import { withDerived } from "../../src/core/derive/with-derived.ts";
import { attempt } from "../../src/core/failure.ts";
import { makeJobTracker } from "../../src/core/interface/make-job-tracker.ts";
import { makeNewId } from "../../src/core/interface/new-id.ts";
import type { JobTracker } from "../../src/core/job-tracker.ts";
import { checkFile } from "../../src/core/pipeline/check-file.ts";
import { defaultShelves } from "../../src/core/pipeline/default-shelves.ts";
import type { ExportRunner } from "../../src/core/pipeline/export-job.ts";
import type { Receipt } from "../../src/core/pipeline/ports.ts";
import { runExport } from "../../src/core/pipeline/run-export.ts";
import { makeRestoreService } from "../../src/core/restore/restore-service.ts";
import { makeChangeNotices } from "../../src/platform/change-notices.ts";
import { Database } from "../../src/platform/database.ts";
import { makeRecordStore } from "../../src/platform/record-store.ts";
import { makeRestorePorts } from "../../src/platform/restore-ports.ts";
import { memorySink } from "./memory-sink.ts";
import { memoryStore } from "./memory-store.ts";

export interface TrackerWorld {
  readonly tracker: JobTracker;
  /** Finished files by export id. */
  readonly files: Map<string, Blob>;
  set now(at: Date);
  close(): void;
}

let worlds = 0;

/** The whole programming interface in Node: a database in memory, files in memory, no worker. */
export function trackerWorld(start = new Date("2026-11-25T09:00:00Z")): TrackerWorld {
  let time = start;
  const now = (): Date => time;
  const name = `tracker-${String(++worlds)}`;
  const database = new Database(name);
  const notices = makeChangeNotices(name);
  const newId = makeNewId(now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const records = makeRecordStore(database, notices, now);
  const receipts = memoryStore<Receipt>(({ exportId }) => exportId);
  const files = new Map<string, Blob>();
  const runner: ExportRunner & FarReader = {
    run: (job, report) =>
      attempt(async () => {
        const sink = memorySink();
        const receipt = await runExport(
          job.plan,
          {
            source: withDerived(records, now().toISOString(), job.plan.today),
            sink,
            signal: new AbortController().signal,
            now,
            clock: () => performance.now(),
            report,
            exportId: job.exportId,
            appVersion: job.appVersion,
            known: { people: [], companies: [] },
            pseudonymKey: new Uint8Array(32),
            ...(job.key !== undefined && { key: job.key }),
            ...(job.scheduleId !== undefined && { scheduleId: job.scheduleId }),
          },
          defaultShelves,
        );
        const file = sink.finished();
        if (file !== undefined) files.set(job.exportId, file);
        return { ...receipt, fileName: job.plan.fileName, kept: job.exportId };
      }),
    cancel: () => undefined,
    check: (file, receipt, passphrase) =>
      attempt(() => checkFile(file, receipt, passphrase, defaultShelves, now())),
    names: () => attempt(() => readNames(records)),
    look: (plan, known) =>
      attempt(() =>
        makePreview(plan, {
          source: records,
          makeSanitizer: defaultShelves.makeSanitizer,
          known: () => known,
          now,
        }),
      ),
  };
  const seals = new Map<string, string>();
  const tracker = makeJobTracker({
    runner,
    records,
    receipts,
    now,
    newId,
    appVersion: "1.0.0",
    language: () => "en",
    templates: memoryStore(({ name: id }) => id),
    schedules: memoryStore(({ id }) => id),
    restore: makeRestoreService(makeRestorePorts(database, notices, now, newId)),
    loadParts: () => import("../../src/core/interface/heavy-parts.ts"),
    later: (work) => {
      setTimeout(work);
    },
    acquire: () => Promise.resolve({ kind: "private" }),
    targetOf: () => Promise.resolve({ kind: "private" }),
    chooseFolder: () => Promise.resolve("Backups"),
    keptFile: ({ kept }) => Promise.resolve(kept === undefined ? undefined : files.get(kept)),
    removeKept: async ({ kept, ...rest }) => {
      files.delete(kept ?? "");
      await receipts.put(rest);
    },
    deliver: () => Promise.resolve(),
    hold: (_id, work) => work(),
    alive: () => Promise.resolve(new Set<string>()),
    sweep: () => Promise.resolve(),
    alone: (work) => work(),
    notify: () => undefined,
    sealOf: (id) => {
      const passphrase = seals.get(id);
      return Promise.resolve(passphrase === undefined ? undefined : { passphrase });
    },
    setSeal: (id, passphrase) => Promise.resolve(void seals.set(id, passphrase)),
    removeSeal: (id) => Promise.resolve(void seals.delete(id)),
    sample: () => Promise.resolve({ puts: [], removes: [] }),
    sha256: () => Promise.resolve("00"),
  });
  return {
    tracker,
    files,
    set now(at: Date) {
      time = at;
    },
    close() {
      database.close();
      notices.close();
    },
  };
}
