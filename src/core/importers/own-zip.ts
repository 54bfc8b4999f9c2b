import { fail } from "../failure.ts";
import { checkedStream } from "../importing/checked-stream.ts";
import { ownHead } from "../importing/own-head.ts";
import type { ReadManifest } from "../importing/own-manifest.ts";
import { findManifest, manifestFormat, readManifest } from "../importing/own-manifest.ts";
import type { DataFile, OwnPackage } from "../importing/own-package.ts";
import { sortPackage } from "../importing/own-package.ts";
import { takeHead } from "../importing/own-parts.ts";
import { ownTableRecords } from "../importing/own-table.ts";
import { readEnvelope } from "../reading/read-envelope.ts";
import { readRecordLines } from "../reading/read-record-lines.ts";
import { findKind } from "../records/any-kind.ts";
import type { Skipped } from "../restore/contract.ts";
import { newerMinor, ownLabel } from "../restore/own-label.ts";
import { headText } from "../restore/sniff.ts";
import { collectBlob } from "../zip/byte-streams.ts";
import type { FoundFile, Importer, ReadRecord } from "./contract.ts";

/** Our package: records, documents and a manifest, or an older one with the records alone. */
export const ownZip: Importer = {
  label: "Package of Job Tracker Pro",
  recognises(files) {
    if (files.length < 1) return 0;
    const manifest = findManifest(files);
    const head = manifest === undefined ? "" : headText(manifest.head);
    if (head.includes(`"${manifestFormat}"`)) return 1;
    if (/"schema"\s*:/.test(head) && /"counts"\s*:/.test(head)) return 0.9;
    return files.length > 1 && files.some((file) => ownHead(file) !== undefined) ? 0.9 : 0;
  },
  async read(files) {
    const manifestFile = findManifest(files);
    const manifest = manifestFile === undefined ? undefined : await readManifest(manifestFile);
    const prefix = manifestFile?.name.replace(/manifest\.json$/, "") ?? "";
    if (manifest !== undefined) refuseMissing(files, manifest, prefix);
    const sorted = sortPackage(files, manifest, prefix);
    const read = checkedBy(manifest, prefix);
    for (const file of sorted.unread) await readThrough(read(file));
    const bytes = new Map<string, Blob>();
    for (const { file, documentId } of sorted.documents) {
      bytes.set(documentId, await collectBlob(read(file), "application/octet-stream"));
    }
    const skipped: Skipped[] = [...sorted.skipped];
    const warnings: string[] = [...newerMinor(manifest?.version)];
    if (sorted.records.length === 0) warnings.push("The package holds no records.");
    return {
      label: ownLabel(manifest?.madeAt, "Backup"),
      ...(manifest?.madeAt === undefined ? {} : { madeAt: manifest.madeAt }),
      ...(manifest === undefined ? {} : { version: manifest.version }),
      ...(manifest?.exportId === undefined ? {} : { exportId: manifest.exportId }),
      ...(manifest?.chain === undefined ? {} : { chain: manifest.chain }),
      records: allRecords(sorted, read, bytes, skipped, warnings),
      skipped,
      warnings,
      bytes,
      tombstones: manifest?.tombstones ?? [],
    };
  },
};

type Open = (file: FoundFile) => ReturnType<FoundFile["open"]>;

function checkedBy(manifest: ReadManifest | undefined, prefix: string): Open {
  const listed = new Map(manifest?.files.map((one) => [`${prefix}${one.name}`, one]));
  return (file) => {
    const expected = listed.get(file.name);
    return expected === undefined ? file.open() : checkedStream(file.open(), expected);
  };
}

/** Files without records are read too: a package is taken whole or not at all. */
async function readThrough(stream: ReturnType<FoundFile["open"]>): Promise<void> {
  const reader = stream.getReader();
  while (!(await reader.read()).done);
}

function refuseMissing(files: readonly FoundFile[], manifest: ReadManifest, prefix: string): void {
  const names = new Set(files.map(({ name }) => name));
  const missing = manifest.files.find(({ name }) => !names.has(`${prefix}${name}`));
  if (missing === undefined) return;
  fail({
    code: "archive-damaged",
    where: missing.name,
    detail: "The manifest lists it, the package lacks it",
  });
}

async function* allRecords(
  sorted: OwnPackage,
  open: Open,
  bytes: Map<string, Blob>,
  skipped: Skipped[],
  warnings: string[],
): AsyncGenerator<ReadRecord> {
  const orphans = new Set(bytes.keys());
  for (const data of sorted.records) {
    for await (const read of recordsOf(data, open, warnings)) {
      const id = (read.value as { id?: unknown } | null)?.id;
      if (read.kindId === "documents" && typeof id === "string") orphans.delete(id);
      yield { ...read, where: `${read.where} in ${data.file.name}` };
    }
  }
  for (const id of orphans) {
    bytes.delete(id);
    skipped.push({ what: `documents/${id}`, why: "No record of a document goes with these bytes" });
  }
}

async function* recordsOf(
  data: DataFile,
  open: Open,
  warnings: string[],
): AsyncGenerator<ReadRecord> {
  const { file, form, kind } = data;
  if (form === "csv" && kind !== undefined) {
    yield* ownTableRecords({ name: file.name, open: () => open(file) }, findKind(kind));
    return;
  }
  const stream = open(file);
  const parts = form === "json" ? readEnvelope(stream) : readRecordLines(stream);
  const head = await takeHead(parts);
  yield* head.records;
  for (const warning of head.warnings) if (!warnings.includes(warning)) warnings.push(warning);
}
