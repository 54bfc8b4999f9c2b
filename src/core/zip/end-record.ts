import { fail } from "../failure.ts";
import { limits } from "../restore/limits.ts";
import { startsLikeZip } from "./zip-start.ts";

const endSize = 22;
const longestComment = 0xffff;
const [endSign, end64Sign, locatorSign] = [0x06054b50, 0x06064b50, 0x07064b50];

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export interface EndRecord {
  readonly entries: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

const refuse = (detail: string): never =>
  fail({ code: "archive-refused", where: "end of the archive", detail });

/**
 * The one end record of a ZIP, at its exact end. More tolerant readers search backwards, and then two
 * programs can see two contents in one file.
 * @throws FailureError `archive-damaged`, `archive-refused`, `limit-exceeded`.
 */
export async function readEndRecord(archive: Blob): Promise<EndRecord> {
  const first = new Uint8Array(await archive.slice(0, 4).arrayBuffer());
  if (!startsLikeZip(first)) {
    return fail({
      code: "archive-refused",
      where: "byte 0",
      detail: "The archive does not begin with its first entry",
    });
  }
  const tailAt = Math.max(0, archive.size - endSize - longestComment - 76);
  const tail = viewOf(new Uint8Array(await archive.slice(tailAt).arrayBuffer()));
  const at = findEnd(tail);
  const entries = tail.getUint16(at + 10, true);
  const record = {
    entries,
    directoryBytes: tail.getUint32(at + 12, true),
    directoryAt: tail.getUint32(at + 16, true),
  };
  const saturated =
    entries === 0xffff || record.directoryBytes === 0xffffffff || record.directoryAt === 0xffffffff;
  const locatorAt = at - 20;
  const has64 = locatorAt >= 0 && tail.getUint32(locatorAt, true) === locatorSign;
  if (!has64 && saturated && entries !== 0xffff) return refuse("The Zip64 record is missing");
  if (!has64) return checked(record, tailAt + at);
  const found = await readEnd64(archive, tail, locatorAt);
  return checked(found, found.endsAt);
}

/** Position of the end record in the tail: the only place from which the file ends exactly. */
function findEnd(tail: DataView): number {
  const fits: number[] = [];
  let seen = 0;
  for (let at = tail.byteLength - endSize; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSign) continue;
    seen += 1;
    if (at + endSize + tail.getUint16(at + 20, true) === tail.byteLength) fits.push(at);
  }
  const [at] = fits;
  if (seen === 0) {
    return fail({
      code: "archive-damaged",
      where: "end of the archive",
      detail: "It is cut off: the end record is missing",
    });
  }
  if (at === undefined) return refuse("There are bytes after the end record");
  if (fits.length > 1) return refuse("There are two end records");
  for (let more = at + endSize; more + 4 <= tail.byteLength; more += 1) {
    if (tail.getUint32(more, true) === endSign) return refuse("The comment holds another archive");
  }
  return at;
}

async function readEnd64(archive: Blob, tail: DataView, locatorAt: number) {
  const endsAt = safe(tail.getBigUint64(locatorAt + 8, true), "position of the Zip64 record");
  const bytes = new Uint8Array(await archive.slice(endsAt, endsAt + 56).arrayBuffer());
  if (bytes.byteLength < 56) return refuse("The Zip64 record is missing");
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== end64Sign) return refuse("The Zip64 record is missing");
  return {
    entries: safe(view.getBigUint64(32, true), "number of entries"),
    directoryBytes: safe(view.getBigUint64(40, true), "size of the directory"),
    directoryAt: safe(view.getBigUint64(48, true), "position of the directory"),
    endsAt,
  };
}

function safe(value: bigint, what: string): number {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : refuse(`Impossible ${what}`);
}

function checked(record: EndRecord, endsAt: number): EndRecord {
  const { entries, directoryAt, directoryBytes } = record;
  if (entries > limits.zipEntries) {
    return fail({
      code: "limit-exceeded",
      what: "Entries in the archive",
      limit: limits.zipEntries,
      actual: entries,
    });
  }
  if (directoryBytes < 46 * entries) {
    return refuse(`It counts ${String(entries)} entries, the directory has room for fewer`);
  }
  if (directoryAt + directoryBytes !== endsAt) {
    return refuse("The directory is not where the end record says");
  }
  return { entries, directoryAt, directoryBytes };
}
