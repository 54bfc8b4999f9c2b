import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { collectBlob, regroup, streamFrom } from "./byte-streams.ts";
import { openZip } from "./open-zip.ts";
import { fixedDosDate, loadZip } from "./zip-library.ts";

/** The only name an encrypted ZIP shows: names, counts and dates are all inside. */
export const sealedName = "export.zip";
const pieceBytes = 64 * 1024;

/**
 * Wraps a finished ZIP as the one stored, sealed entry of another (WinZip AE-2, AES-256). The inner
 * archive is gathered first, because its size stands in front of it: strict readers refuse a data
 * descriptor on a stored entry.
 */
export function writeSealed(inner: ReadableStream<Bytes>, password: string): ReadableStream<Bytes> {
  return streamFrom(regroup(sealed(inner, password), pieceBytes));
}

async function* sealed(inner: ReadableStream<Bytes>, password: string): AsyncGenerator<Uint8Array> {
  const zip = await loadZip();
  const blob = await collectBlob(inner);
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const write = async (): Promise<void> => {
    const writer = new zip.ZipWriter(pipe.writable);
    await writer.add(sealedName, new zip.BlobReader(blob), {
      passThrough: "compressed",
      compressionMethod: 0,
      uncompressedSize: blob.size,
      password,
      encryptionStrength: 3,
      zipCrypto: false,
      dataDescriptor: false,
      extendedTimestamp: false,
      rawLastModDate: fixedDosDate,
    });
    await writer.close();
  };
  const writing = write().catch(async (error: unknown) => {
    await pipe.writable.abort(error).catch(() => undefined);
    throw error;
  });
  const settled = writing.catch(() => undefined);
  try {
    yield* pipe.readable;
    await writing;
  } finally {
    await settled;
  }
}

/**
 * The inner ZIP of an encrypted one, used only after its authentication code was compared.
 * @throws FailureError `passphrase-missing`, `wrong-passphrase`, `archive-damaged`, `archive-refused`.
 */
export async function openSealed(archive: Blob, passphrase: string | undefined): Promise<Blob> {
  const { entries } = await openZip(archive, passphrase === undefined ? {} : { passphrase });
  const [entry, ...more] = entries;
  if (entry === undefined || more.length > 0 || !entry.name.toLowerCase().endsWith(".zip")) {
    const detail = "An encrypted export holds exactly one entry, export.zip";
    return fail({ code: "archive-refused", where: "the directory", detail });
  }
  return collectBlob(entry.open());
}
