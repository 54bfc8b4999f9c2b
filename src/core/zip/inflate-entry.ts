import type { FileEntry } from "@zip.js/zip.js";
import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import type { Budget } from "./budget.ts";
import { countBytes } from "./budget.ts";
import { streamFrom } from "./byte-streams.ts";
import { toZipFailure } from "./zip-failure.ts";

/** The bytes of an entry, counted as they come out; the checksum is compared at the end. */
export function inflateEntry(
  file: FileEntry,
  passphrase: string | undefined,
  budget: Budget,
): ReadableStream<Bytes> {
  return streamFrom(inflate(file, passphrase, budget));
}

async function* inflate(
  file: FileEntry,
  passphrase: string | undefined,
  budget: Budget,
): AsyncGenerator<Bytes> {
  const pipe = new TransformStream<Bytes, Bytes>();
  const options = passphrase === undefined ? {} : { password: passphrase };
  const reading = file.getData(pipe.writable, options).catch(async (error: unknown) => {
    await pipe.writable.abort(error).catch(() => undefined);
    throw error;
  });
  const settled = reading.catch(() => undefined);
  let produced = 0;
  try {
    for await (const part of pipe.readable) {
      produced += part.byteLength;
      const entry = { name: file.filename, packedBytes: file.compressedSize, produced };
      countBytes(budget, entry, part.byteLength);
      if (produced > file.uncompressedSize) refuseSize(file, produced);
      yield part;
    }
    await reading;
  } catch (error) {
    throw toZipFailure(error, file.filename);
  } finally {
    await settled;
  }
  if (produced !== file.uncompressedSize) refuseSize(file, produced);
}

function refuseSize(file: FileEntry, produced: number): never {
  return fail({
    code: "archive-refused",
    where: file.filename,
    detail: `It says ${String(file.uncompressedSize)} bytes and holds ${produced > file.uncompressedSize ? "more" : String(produced)}`,
  });
}
