import { FailureError, toFailure } from "../failure.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { exportFiles } from "./export-files.ts";
import { makeHasher } from "./hasher.ts";
import type { ExportPorts, Receipt } from "./ports.ts";
import { ProgressMeter } from "./progress.ts";
import { proveExport, type Proof } from "./prove-export.ts";
import { prepareExport, throwIfCancelled, type Prepared } from "./prepare-export.ts";
import type { Shelves } from "./shelves.ts";
import type { RecordFile } from "./write-files.ts";
import { withUnwritten, type Unwritten } from "./unwritten.ts";
import { writeToSink, type Written } from "./write-to-sink.ts";

/**
 * Runs a plan from the records to a proved file: count, write, read back. The file gets its final name
 * only after the proof; whatever goes wrong before, nothing is left behind.
 * @throws FailureError `nothing-selected`, `passphrase-missing`, `sanitizing-failed`, `leak-found`,
 *   `proof-failed`, `storage-full`, `permission-lost`, `cancelled` …
 */
export async function runExport(
  plan: ExportPlan,
  ports: ExportPorts,
  shelves: Shelves,
): Promise<Receipt> {
  const progress = new ProgressMeter(ports);
  try {
    const prepared = await prepareExport(plan, ports, shelves, progress);
    const { written, recordFiles } = await write(prepared, ports, progress);
    const writeMilliseconds = progress.elapsed;
    const closed = await ports.sink.close();
    const proof = await prove(prepared, written, recordFiles, closed.readBack, ports, progress);
    await ports.sink.commit();
    return {
      ...receiptOf(prepared, written, recordFiles, ports),
      ...proof,
      fileName: closed.fileName,
      milliseconds: Math.round(progress.elapsed),
      proofMilliseconds: Math.round(progress.elapsed - writeMilliseconds),
    };
  } catch (error) {
    await ports.sink.discard().catch(() => undefined);
    if (ports.signal.aborted) throw new FailureError({ code: "cancelled" }, error);
    throw withPlace(error, ports.sink.place);
  }
}

/** Asked for, or claimed: a package under the GDPR is whole or is none. */
function allOrNothing({ options, template }: ExportPlan): boolean {
  return options?.["allOrNothing"] === true || template === "gdpr";
}

/** About as many as fit into memory as one file; more are hashed beside the writing. */
const fewRecords = 25_000;

interface WrittenFile {
  readonly written: Written;
  readonly recordFiles: readonly RecordFile[];
}

async function write(
  prepared: Prepared,
  ports: ExportPorts,
  progress: ProgressMeter,
): Promise<WrittenFile> {
  progress.enter("write", prepared.coverage.total * prepared.formats.length);
  const recordFiles: RecordFile[] = [];
  const clean = {
    sanitizer: prepared.sanitizer,
    onRows: (rows: number) => {
      progress.addRecords(rows);
    },
    ...(!allOrNothing(prepared.plan) && {
      onUnwritten: (one: Unwritten) => {
        prepared.unwritten.set(`${one.kind} ${one.id}`, one);
      },
    }),
    check: () => {
      throwIfCancelled(ports);
    },
  };
  const files = await exportFiles(prepared, ports, clean, recordFiles);
  const packed = prepared.container.pack(files, ports.key, prepared.started);
  // A small file that can be read back is hashed then, at once: twenty times faster than in pieces.
  const later = ports.sink.readsBack === true && prepared.coverage.total <= fewRecords;
  const hasher = later ? undefined : (ports.makeHasher ?? makeHasher)();
  const written = await writeToSink(packed, ports.sink, hasher, ports.signal, (bytes) => {
    progress.setBytes(bytes);
  });
  return { written, recordFiles };
}

async function prove(
  prepared: Prepared,
  written: Written,
  recordFiles: readonly RecordFile[],
  readBack: (() => Promise<Blob>) | undefined,
  ports: ExportPorts,
  progress: ProgressMeter,
): Promise<Proof> {
  progress.enter("prove", prepared.coverage.total * prepared.formats.length);
  if (readBack === undefined) {
    const proof = "This browser does not let the app read the file back. Drop it here to check it.";
    return { sha256: written.sha256, verified: "not-verified", proof };
  }
  return proveExport({
    file: await readBack(),
    written,
    container: prepared.container,
    formats: prepared.formats,
    ...(ports.key !== undefined && { key: ports.key }),
    recordFiles,
    makeHasher: ports.makeHasher,
    sanitizer: prepared.sanitizer,
    check: () => {
      throwIfCancelled(ports);
    },
    onRecords: (records) => {
      progress.addRecords(records);
    },
  });
}

function receiptOf(
  { plan, formats, container, coverage, started, unwritten }: Prepared,
  written: Written,
  recordFiles: readonly RecordFile[],
  ports: ExportPorts,
): Omit<Receipt, "verified" | "proof" | "sha256" | "fileName"> {
  return {
    v: 1,
    exportId: ports.exportId,
    status: "done",
    sentence: plan.sentence,
    plan,
    startedAt: started.toISOString(),
    endedAt: ports.now().toISOString(),
    mediaType: container.mediaType ?? formats[0]?.format.mediaType ?? "application/octet-stream",
    bytes: written.bytes,
    records: countRecords(recordFiles),
    coverage: withUnwritten(coverage, [...unwritten.values()], true),
    place: ports.sink.place,
    cutOff: started.toISOString(),
    ...(ports.scheduleId !== undefined && { scheduleId: ports.scheduleId }),
  };
}

/** Records that really left, each counted once however many formats it was written in. */
function countRecords(files: readonly RecordFile[]): number {
  const byFormat = new Map<string, number>();
  for (const { formatId, tallies } of files) {
    const count = tallies.reduce((sum, tally) => sum + tally.count, 0);
    byFormat.set(formatId, (byFormat.get(formatId) ?? 0) + count);
  }
  return Math.max(0, ...byFormat.values());
}

/** Browser errors name no place; the person wants to know which one is full or closed. */
function withPlace(error: unknown, place: string): FailureError {
  const failure = toFailure(error);
  const named =
    failure.code === "storage-full" ||
    failure.code === "permission-lost" ||
    failure.code === "file-gone";
  return new FailureError(named ? { ...failure, where: place } : failure, error);
}
