import type { Entry, FileEntry } from "@zip.js/zip.js";
import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { normalizePassphrase } from "../vault/passphrase.ts";
import type { Budget } from "./budget.ts";
import { countEntries, newBudget } from "./budget.ts";
import { checkEntries } from "./check-entries.ts";
import { readEndRecord } from "./end-record.ts";
import { shownName } from "./entry-name.ts";
import { inflateEntry } from "./inflate-entry.ts";
import { toZipFailure } from "./zip-failure.ts";
import { loadZip } from "./zip-library.ts";

export interface ZipEntry {
  readonly name: string;
  /** Bytes, as the directory states; checked while the entry is read. */
  readonly size: number;
  /** Provisional until the stream ends: the checksum comes last. */
  open(): ReadableStream<Bytes>;
}
export interface OpenedZip {
  readonly entries: readonly ZipEntry[];
  readonly warnings: readonly string[];
  /** True when an entry wants a passphrase. */
  readonly locked: boolean;
}
export interface OpenZipOptions {
  readonly passphrase?: string;
  /** Our own layout allows fewer names than foreign archives do. */
  readonly own?: boolean;
  /** Shared by an archive and the one inside it. */
  readonly budget?: Budget;
}

const strict = {
  strictness: "strict",
  // Names are judged by our own, stricter rules, which say what is wrong and where.
  filenameValidation: "tolerant",
  checkOverlappingEntry: true,
  checkCrc32: true,
  checkAuthenticationCode: true,
} as const;

/**
 * Lists a ZIP strictly: one end record at the end, disjoint entries, safe names that are all
 * different, regular files only, stored or deflated.
 * @throws FailureError `archive-damaged`, `archive-refused`, `limit-exceeded`, `passphrase-missing`.
 */
export async function openZip(archive: Blob, options: OpenZipOptions): Promise<OpenedZip> {
  if (archive.size === 0) {
    return fail({ code: "archive-refused", where: "byte 0", detail: "The file is empty" });
  }
  const end = await readEndRecord(archive);
  const budget = options.budget ?? newBudget();
  countEntries(budget, end.entries);
  if (end.entries === 0) return { entries: [], warnings: [], locked: false };
  const files = await listFiles(archive, end.entries);
  checkEntries(files, options.own === true, end.directoryAt);
  const warnings = files.some((file) => file.zipCrypto)
    ? ["This ZIP is sealed with ZipCrypto, which protects little. Keep the copy you make here."]
    : [];
  const locked = files.some((file) => file.encrypted);
  // As the writer takes it: without blanks and line ends around it.
  const { passphrase } = options;
  const typed = passphrase === undefined ? undefined : normalizePassphrase(passphrase);
  if (locked && typed === undefined) return fail({ code: "passphrase-missing" });
  const entries = files.filter(isFile).map((file) => ({
    name: file.filename,
    size: file.uncompressedSize,
    open: () => inflateEntry(file, typed, budget),
  }));
  return { entries, warnings, locked };
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory;

async function listFiles(archive: Blob, expected: number): Promise<readonly Entry[]> {
  const zip = await loadZip();
  const reader = new zip.ZipReader(new zip.BlobReader(archive), strict);
  const files: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      files.push(entry);
      if (files.length > expected) break;
    }
  } catch (error) {
    const last = files.at(-1)?.filename;
    const where = last === undefined ? "the first entry" : `the entry after ${shownName(last)}`;
    throw toZipFailure(error, where);
  }
  if (files.length === expected) return files;
  return fail({
    code: "archive-refused",
    where: "end of the archive",
    detail: `It counts ${String(expected)} entries, the directory lists ${String(files.length)}`,
  });
}
