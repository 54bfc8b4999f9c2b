import type { SealingKey } from "../core/containers/contract.ts";
import { needsNames, readKnownNames } from "../core/derive/known-names.ts";
import { withDerived } from "../core/derive/with-derived.ts";
import { attempt, fail, type Outcome } from "../core/failure.ts";
import { changedSource } from "../core/increment/changes.ts";
import { defaultShelves } from "../core/pipeline/default-shelves.ts";
import type { ExportJob, TargetRef } from "../core/pipeline/export-job.ts";
import type { MakeHasher } from "../core/pipeline/hasher.ts";
import type { OpenSink, Progress, Receipt, RecordSource } from "../core/pipeline/ports.ts";
import { runExport } from "../core/pipeline/run-export.ts";
import type { ExportPlan } from "../core/plan/plan.ts";
import { containerEncrypts } from "../core/plan/seals.ts";
import type { Tombstone } from "../core/restore/contract.ts";
import { makeChangeJournal } from "./change-journal.ts";
import type { Database } from "./database.ts";
import { openSink } from "./open-sink.ts";
import { makeRecordSource } from "./record-source.ts";
import { withReopen } from "./reopen.ts";

export interface JobSurroundings {
  readonly database: Database;
  readonly makeHasher?: MakeHasher;
}

/** Runs one job from the database to its sink: what the export worker does. */
export function runExportJob(
  job: ExportJob,
  { database, makeHasher }: JobSurroundings,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Outcome<Receipt>> {
  return attempt(async () => {
    const { plan, target, exportId } = job;
    if (target.kind === "private" && database.sealing && !containerEncrypts(plan.container)) {
      fail({ code: "unsupported", what: "Under the app lock, only encrypted files are kept here" });
    }
    const now = (): Date => new Date();
    const part = await partToTake(plan, database, now);
    const source = withDerived(part.source, now().toISOString(), plan.today);
    const nobody = { people: [], companies: [] };
    const known = needsNames(plan.sanitization) ? await readKnownNames(source) : nobody;
    const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();
    const opened = await openSink(target, { fileName: plan.fileName, exportId }, root);
    const sink = noteBeforeName(opened, job, database);
    const receipt = await runExport(
      plan,
      {
        source,
        sink,
        signal,
        now,
        clock: () => performance.now(),
        report,
        exportId,
        appVersion: job.appVersion,
        known,
        pseudonymKey: crypto.getRandomValues(new Uint8Array(32)),
        tombstones: part.tombstones,
        ...(job.key !== undefined && { key: withProof(job.key) }),
        ...(job.claimant !== undefined && { claimant: job.claimant }),
        ...(job.scheduleId !== undefined && { scheduleId: job.scheduleId }),
        ...(makeHasher !== undefined && { makeHasher }),
      },
      defaultShelves,
    );
    const kept = keptAs(target, exportId, receipt.fileName);
    return { ...receipt, mark: part.mark, ...(kept !== undefined && { kept }) };
  });
}

export interface PartToTake {
  readonly source: RecordSource;
  readonly tombstones: () => Promise<readonly Tombstone[]>;
  /** Read before the records: what changes meanwhile is in this file, and in the next increment too. */
  readonly mark: number;
}

/** Everything, or what changed since the file before in the chain. */
export async function partToTake(
  plan: ExportPlan,
  database: Database,
  now: () => Date,
): Promise<PartToTake> {
  const journal = makeChangeJournal(database);
  const whole = makeRecordSource(database);
  const mark = await journal.newestMark();
  const all = (): Promise<Tombstone[]> => withReopen(database, () => database.tombstones.toArray());
  const since = plan.chain?.since;
  if (since === undefined) return { source: whole, tombstones: all, mark };
  const changes = await journal.changesSince(since);
  if (changes === undefined) return fail({ code: "busy", what: "The change journal" });
  const tombstones = async (): Promise<readonly Tombstone[]> => {
    const dated = new Map((await all()).map((stone) => [`${stone.kind}/${stone.id}`, stone]));
    const deletedAt = now().toISOString();
    // What an undo took away left no tombstone here, but the files before still hold it.
    return changes.removed.map(
      (ref) => dated.get(`${ref.kind}/${ref.id}`) ?? { ...ref, deletedAt },
    );
  };
  return { source: changedSource(whole, changes), tombstones, mark };
}

/**
 * Before a file gets its name, its receipt says where it will be: a page that is closed between the name
 * and the end leaves no file that nothing knows of.
 */
function noteBeforeName(
  sink: OpenSink,
  { target, exportId }: ExportJob,
  database: Database,
): OpenSink {
  let bytes = 0;
  let fileName = "";
  return {
    ...sink,
    write(chunk) {
      bytes += chunk.byteLength;
      return sink.write(chunk);
    },
    async close() {
      const closed = await sink.close();
      ({ fileName } = closed);
      return closed;
    },
    async commit() {
      const kept = keptAs(target, exportId, fileName);
      if (kept !== undefined) {
        const { place } = sink;
        await withReopen(database, () =>
          database.receipts.update(exportId, { kept, bytes, fileName, place }),
        );
      }
      await sink.commit();
    },
  };
}

/** A picked file is the person's own: the app keeps no way to it. */
function keptAs(target: TargetRef, exportId: string, fileName: string): string | undefined {
  if (target.kind === "picked") return undefined;
  return target.kind === "folder" ? `${target.id}/${fileName}` : exportId;
}

const proofBytes = 32;

/** A schedule's seal cannot open what it seals; a secret of this run can, until the proof is done. */
function withProof(key: SealingKey): SealingKey {
  if ("passphrase" in key) return key;
  return { ...key, proof: crypto.getRandomValues(new Uint8Array(proofBytes)) };
}
