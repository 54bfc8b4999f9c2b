import { FailureError } from "../../failure.ts";
import type { Bytes } from "../../formats/contract.ts";
import type { Budget } from "../../zip/budget.ts";
import { joinBytes } from "../../zip/byte-streams.ts";
import { openZip } from "../../zip/open-zip.ts";
import type { FoundEntry } from "./scan-entries.ts";

/**
 * A sealed entry without its directory: an archive of this one entry is written round it, with the sizes
 * that are still there, and opened like the rest. What comes out before the damage is kept.
 * @throws FailureError `passphrase-missing`, `wrong-passphrase`
 */
export async function openSealedEntry(
  archive: Uint8Array,
  entry: FoundEntry,
  passphrase: string | undefined,
  budget: Budget,
): Promise<{ readonly bytes: Bytes; readonly ended: boolean }> {
  const rebuilt = rebuild(archive, entry);
  const opened = await openZip(rebuilt, {
    budget,
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const parts: Uint8Array[] = [];
  try {
    for await (const part of opened.entries[0]?.open() ?? []) parts.push(part);
    return { bytes: joinBytes(parts), ended: true };
  } catch (error) {
    const known = error instanceof FailureError ? error.failure.code : undefined;
    if (known === "wrong-passphrase" || known === "limit-exceeded") throw error;
    return { bytes: joinBytes(parts), ended: false };
  }
}

const [fixedBytes, directoryBytes] = [30, 46];

function rebuild(archive: Uint8Array, entry: FoundEntry): Blob {
  const local = archive.slice(entry.headerAt, entry.dataAt);
  const packed = archive.slice(entry.dataAt, entry.endsAt);
  new DataView(local.buffer).setUint32(18, packed.byteLength, true);
  const names = local.subarray(fixedBytes);
  const record = new Uint8Array(directoryBytes + names.byteLength);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 0x033f, true);
  // From the version needed to the lengths, a directory record repeats the header (APPNOTE 4.3.12).
  record.set(local.subarray(4, fixedBytes), 6);
  view.setUint32(38, 0x81a4_0000, true);
  record.set(names, directoryBytes);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, record.byteLength, true);
  end.setUint32(16, local.byteLength + packed.byteLength, true);
  return new Blob([local, packed, record, end.buffer]);
}
