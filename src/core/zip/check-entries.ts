import type { Entry } from "@zip.js/zip.js";
import { fail } from "../failure.ts";
import { refuseTwins, shownName, unsafeName } from "./entry-name.ts";

const localHeader = 30;
const unixType = 0xf000;
/** Regular file, folder, or a writer that states none. */
const plainTypes = new Set([0, 0x8000, 0x4000]);
const stored = 0;
const deflated = 8;

/**
 * What zip.js leaves to us: names, twins, links and devices, methods, ranges before anything is read.
 * @throws FailureError `archive-refused`
 */
export function checkEntries(files: readonly Entry[], own: boolean, directoryAt: number): void {
  for (const file of files) {
    const why = unsafeName(file.filename, own) ?? oddName(file) ?? oddEntry(file);
    if (why !== undefined) refuse(file.filename, why);
  }
  refuseTwins(files.map((file) => ({ name: file.filename, folder: file.directory })));
  refuseOverlap(files, directoryAt);
}

function oddName(file: Entry): string | undefined {
  if (!file.filenameUTF8) return undefined;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(file.rawFilename);
    return undefined;
  } catch {
    return "The name is not UTF-8, though the entry says so";
  }
}

function oddEntry(file: Entry): string | undefined {
  const type = (file.externalFileAttributes >>> 16) & unixType;
  const fromUnix = file.versionMadeBy >> 8 === 3;
  if (fromUnix && !plainTypes.has(type)) return "It is a link or a device, not a file";
  const method = file.compressionMethod;
  if (method !== stored && method !== deflated) {
    return `It is packed with method ${String(method)}; only 0 (stored) and 8 (deflated) are read`;
  }
  // Some readers skip the MAC of an empty AES entry (libzip pull request 563).
  if (file.encrypted && file.uncompressedSize === 0) return "It is sealed and empty";
  return undefined;
}

/** Entries that share bytes are how a small file unpacks to an endless one. */
function refuseOverlap(files: readonly Entry[], directoryAt: number): void {
  const sorted = [...files].sort((one, other) => one.offset - other.offset);
  sorted.forEach((file, index) => {
    const end = file.offset + localHeader + file.rawFilename.byteLength + file.compressedSize;
    const next = sorted[index + 1]?.offset ?? directoryAt;
    if (end > next) refuse(file.filename, "It shares bytes with another entry");
  });
}

const refuse = (name: string, detail: string): never =>
  fail({ code: "archive-refused", where: shownName(name), detail });
