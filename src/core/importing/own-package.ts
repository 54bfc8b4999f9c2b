import type { FoundFile } from "../importers/contract.ts";
import type { KindId } from "../records/any-kind.ts";
import { isKindId } from "../records/any-kind.ts";
import type { Skipped } from "../restore/contract.ts";
import { ownHead } from "./own-head.ts";
import type { ReadManifest } from "./own-manifest.ts";

export interface DataFile {
  readonly file: FoundFile;
  readonly form: "json" | "ndjson" | "csv";
  /** Set for a table: its kind is in its name. */
  readonly kind?: KindId;
}
export interface DocumentFile {
  readonly file: FoundFile;
  readonly documentId: string;
}
export interface OwnPackage {
  readonly records: readonly DataFile[];
  readonly documents: readonly DocumentFile[];
  readonly skipped: readonly Skipped[];
  /** Files that hold no record to take. */
  readonly unread: readonly FoundFile[];
}

/** Best first: what keeps everything is read, and the same records in another form are not read again. */
const forms = ["json", "ndjson", "csv"] as const;

/** Sorts the files of one of our packages into records, bytes of documents, and companions. */
export function sortPackage(
  files: readonly FoundFile[],
  manifest: ReadManifest | undefined,
  prefix: string,
): OwnPackage {
  const records: DataFile[] = [];
  const documents: DocumentFile[] = [];
  const skipped: Skipped[] = [];
  const listed = new Map(manifest?.files.map((one) => [`${prefix}${one.name}`, one]));
  for (const file of files) {
    if (manifest !== undefined && !listed.has(file.name)) {
      if (!/(?:manifest\.json|tagmanifest-sha256\.txt)$/.test(file.name)) {
        skipped.push({ what: file.name, why: "The manifest does not list it" });
      }
      continue;
    }
    const documentId = listed.get(file.name)?.documentId ?? documentIdOf(file.name);
    const data = documentId === undefined ? dataFile(file) : undefined;
    if (documentId !== undefined) documents.push({ file, documentId });
    else if (data !== undefined) records.push(data);
    else if (!file.name.endsWith("manifest.json")) {
      skipped.push({ what: file.name, why: "It goes with the records and holds none" });
    }
  }
  const [taken, others] = preferred(records);
  const again = others.map(({ file }) => ({
    what: file.name,
    why: "The same records in another form",
  }));
  const used = new Set([...taken, ...documents].map(({ file }) => file));
  const unread = files.filter((file) => !used.has(file));
  return { records: taken, documents, skipped: [...skipped, ...again], unread };
}

const documentIdOf = (name: string): string | undefined =>
  /(?:^|\/)documents\/([^/]+?)(?:\.[A-Za-z0-9]{1,8})?$/.exec(name)?.[1];

function dataFile(file: FoundFile): DataFile | undefined {
  const head = ownHead(file);
  if (head !== undefined) return { file, form: head };
  const kind = /(?:^|\/)data\/([a-z_]+)\.csv$/.exec(file.name)?.[1];
  return kind !== undefined && isKindId(kind) ? { file, form: "csv", kind } : undefined;
}

/** A place is a folder that holds `data.json` or `data/`: a grouped export has several. */
const placeOf = (name: string): string => name.replace(/(?:data\/[a-z_]+|data)\.[a-z]+$/, "");

function preferred(
  records: readonly DataFile[],
): readonly [readonly DataFile[], readonly DataFile[]] {
  const best = new Map<string, number>();
  for (const { file, form } of records) {
    const place = placeOf(file.name);
    best.set(place, Math.min(best.get(place) ?? forms.length, forms.indexOf(form)));
  }
  const isBest = ({ file, form }: DataFile): boolean =>
    forms.indexOf(form) === best.get(placeOf(file.name));
  return [records.filter(isBest), records.filter((one) => !isBest(one))];
}
