import { fail } from "../failure.ts";
import { streamOf } from "../zip/byte-streams.ts";
import { readEndRecord } from "../zip/end-record.ts";

/** A file in the opened payload. */
export interface CapsuleEntry {
  readonly name: string;
  readonly size: number;
  /** @throws FailureError `archive-damaged` when the bytes are not as many as the directory says. */
  readonly read: () => Promise<Blob>;
}

const entryHead = 46;
const localHead = 30;

/**
 * The files of a ZIP that this app wrote (stored or deflated, APPNOTE 4.3.12). The vault around it
 * has proved who wrote it, so that this stays small; Restore has the strict reader.
 */
export async function listEntries(zip: Blob): Promise<readonly CapsuleEntry[]> {
  const { entries, directoryAt, directoryBytes } = await readEndRecord(zip);
  const end = directoryAt + directoryBytes;
  const directory = new DataView(await zip.slice(directoryAt, end).arrayBuffer());
  const found: CapsuleEntry[] = [];
  let at = 0;
  for (let index = 0; index < entries; index += 1) {
    const nameBytes = directory.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, at + entryHead, nameBytes),
    );
    const size = directory.getUint32(at + 24, true);
    const packed = directory.getUint32(at + 20, true);
    const method = directory.getUint16(at + 10, true);
    const offset = directory.getUint32(at + 42, true);
    found.push({ name, size, read: () => readEntry(zip, { name, size, packed, method, offset }) });
    // Extra field and comment: this app writes neither, but for Zip64.
    at +=
      entryHead +
      nameBytes +
      directory.getUint16(at + 30, true) +
      directory.getUint16(at + 32, true);
  }
  return found;
}

interface Place {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly offset: number;
}

async function readEntry(zip: Blob, { name, size, packed, method, offset }: Place): Promise<Blob> {
  const local = new DataView(await zip.slice(offset, offset + localHead).arrayBuffer());
  const from = offset + localHead + local.getUint16(26, true) + local.getUint16(28, true);
  const stored = zip.slice(from, from + packed);
  const blob =
    method === 0
      ? stored
      : await new Response(
          streamOf(stored).pipeThrough(new DecompressionStream("deflate-raw")),
        ).blob();
  if (blob.size === size) return blob;
  return fail({ code: "archive-damaged", where: name, detail: "It is not as long as it says" });
}
