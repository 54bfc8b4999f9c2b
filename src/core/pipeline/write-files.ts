import { documentFileName, isCompressed } from "../archive/document-files.ts";
import { makeManifest, manifestName, payloadName, type ManifestFile } from "../archive/manifest.ts";
import type { ExportFile } from "../containers/contract.ts";
import type { Bytes, ExportDocument, ExportInfo } from "../formats/contract.ts";
import type { KindId } from "../records/any-kind.ts";
import type { Tombstone } from "../restore/contract.ts";
import { byteStream } from "./byte-stream.ts";
import { cleanSections, type CleanOptions, type Tally } from "./clean-sections.ts";
import type { MakeHasher } from "./hasher.ts";
import { measure, type Measured } from "./meter.ts";
import type { RecordSource } from "./ports.ts";
import type { Chosen } from "./select-records.ts";
import type { ChosenFormat } from "./shelves.ts";
import type { FileGroup } from "./split-groups.ts";

/** A file of records on its way out, with what really went into it. */
export interface RecordFile {
  readonly name: string;
  readonly formatId: string;
  readonly tallies: readonly Tally[];
}

export interface FilesInput {
  readonly formats: readonly ChosenFormat[];
  readonly groups: readonly FileGroup[];
  /** Everything of an `ExportDocument` but its sections. */
  readonly documentOf: (formatId: string) => Omit<ExportDocument, "sections">;
  readonly clean: CleanOptions;
  readonly makeHasher: MakeHasher;
  /** Files that lie beside the records: documents, schema, notice, manifest. Absent in a bare file. */
  readonly beside?: {
    readonly documents?: Chosen;
    /** The package is a bag (BagIt): records and documents below `data/`, checksums beside it. */
    readonly bag?: boolean;
    readonly source: RecordSource;
    readonly extras: () => Promise<readonly ExportFile[]>;
    /** Files that explain those written before them. */
    readonly companions: (written: readonly ManifestFile[]) => Promise<readonly ExportFile[]>;
    readonly exportInfo: () => ExportInfo;
    readonly tombstones: () => Promise<readonly Tombstone[]>;
  };
  /** Filled while the files are written. */
  readonly written: RecordFile[];
}

/** The files of an export in the order they are written: records, documents, extras, manifest last. */
export async function* writeFiles(input: FilesInput): AsyncGenerator<ExportFile> {
  const listed: ManifestFile[] = [];
  for (const group of input.groups) {
    for (const format of input.formats) yield* recordFiles(input, group, format, listed);
  }
  const { beside } = input;
  if (beside === undefined) return;
  if (beside.documents !== undefined) yield* documentFiles(input, beside.documents, listed);
  for (const file of await beside.extras()) yield listing(input, file, listed, () => ({}));
  const companions = await beside.companions(listed);
  for (const file of companions) yield listing(input, file, listed, () => ({}));
  const bag = beside.bag === true ? await import("../archive/bag-files.ts") : undefined;
  for (const file of bag?.bagFiles(beside.exportInfo(), listed) ?? []) {
    yield listing(input, file, listed, () => ({}));
  }
  const manifest = makeManifest(beside.exportInfo(), [...listed], await beside.tombstones());
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  yield listing(input, { name: manifestName, bytes: byteStream(one(text)) }, listed, () => ({}));
  if (bag !== undefined) yield bag.tagManifest(listed);
}

async function* recordFiles(
  input: FilesInput,
  group: FileGroup,
  { id, format }: ChosenFormat,
  listed: ManifestFile[],
): AsyncGenerator<ExportFile> {
  const rest = input.documentOf(id);
  const place = group.name === "" ? "" : `${group.name}/`;
  const tallies: Tally[] = [];
  const sections = cleanSections(format, group.chosen, tallies, input.clean);
  if (format.layout === "whole") {
    const name = nameIn(input, `${place}data.${format.extension}`);
    const bytes = byteStream(format.write({ ...rest, sections }));
    input.written.push({ name, formatId: id, tallies });
    yield listing(input, { name, bytes }, listed, () => ({ format: id, ...countOf(tallies) }));
    return;
  }
  for (const section of sections) {
    const own = tallies.slice(-1);
    const name = nameIn(input, `${place}data/${section.kindId}.${format.extension}`);
    const bytes = byteStream(format.write({ ...rest, sections: [section] }));
    input.written.push({ name, formatId: id, tallies: own });
    const more = (): Partial<ManifestFile> => ({
      format: id,
      kind: section.kindId,
      ...countOf(own),
    });
    yield listing(input, { name, bytes }, listed, more);
  }
}

function nameIn({ beside }: FilesInput, name: string): string {
  return beside?.bag === true ? payloadName(name) : name;
}

function countOf(tallies: readonly Tally[]): { readonly records: number } {
  return { records: tallies.reduce((sum, { count }) => sum + count, 0) };
}

async function* documentFiles(
  input: FilesInput,
  documents: Chosen,
  listed: ManifestFile[],
): AsyncGenerator<ExportFile> {
  let index = 0;
  for await (const batch of documents.batches()) {
    for (const document of batch) {
      input.clean.check();
      const blob = await input.beside?.source.bytes(document.id);
      const name = nameIn(input, documentFileName(document, index++));
      if (blob === undefined) continue;
      const file = {
        name,
        bytes: blob.stream() as ReadableStream<Bytes>,
        stored: isCompressed(name),
      };
      const kind: KindId = "documents";
      yield listing(input, file, listed, () => ({ kind, document_id: document.id }));
    }
  }
}

/** Lets a file through and adds it to the manifest, if there is one, once it has been read to its end. */
function listing(
  { makeHasher, beside }: FilesInput,
  file: ExportFile,
  listed: ManifestFile[],
  more: () => Partial<ManifestFile>,
): ExportFile {
  if (beside === undefined) return file;
  const done = ({ bytes, sha256 }: Measured): void => {
    listed.push({ name: file.name, bytes, sha256, ...more() });
  };
  return { ...file, bytes: measure(file.bytes, makeHasher(), done) };
}

async function* one(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}
