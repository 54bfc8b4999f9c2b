import { bytesToHex } from "@noble/hashes/utils.js";
import { fail } from "../failure.ts";
import { chunksOf } from "../reading/chunks-of.ts";
import { makeHasher, type MakeHasher } from "./hasher.ts";
import { PieceDigests } from "./piece-digests.ts";
import { BlockOf, blockBytes, type Written } from "./write-to-sink.ts";

/** Up to here a file is read at once and hashed by WebCrypto, twenty times faster than in pieces. */
const atOnceBytes = 64 * 1024 * 1024;

/**
 * Reads a finished file again, compares it block by block with what was written, and returns its SHA-256.
 * @throws FailureError `proof-failed` with the place of the first difference.
 */
export async function compareBytes(
  file: Blob,
  written: Written,
  check: () => void,
  makeOne: MakeHasher = makeHasher,
): Promise<string> {
  if (file.size !== written.bytes) {
    refuse(`${String(file.size)} bytes instead of ${String(written.bytes)}`);
  }
  return file.size <= atOnceBytes
    ? compareAtOnce(file, written)
    : compareInBlocks(file, written, check, makeOne);
}

async function compareAtOnce(file: Blob, written: Written): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digests = new PieceDigests();
  for (let from = 0; from < bytes.byteLength; from += blockBytes) {
    await digests.add(bytes.subarray(from, from + blockBytes));
  }
  refuseDifferent(await digests.list(), written);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

async function compareInBlocks(
  file: Blob,
  written: Written,
  check: () => void,
  makeOne: MakeHasher,
): Promise<string> {
  const digests = new PieceDigests();
  // Hashed while it was written: equal blocks are then the same file.
  const hasher = written.sha256 === "" ? makeOne() : undefined;
  const block = new BlockOf(blockBytes);
  for await (const piece of chunksOf(file.stream())) {
    check();
    await hasher?.update(piece);
    for (const full of block.add(piece)) await digests.add(full);
  }
  const last = block.rest();
  if (last.byteLength > 0) await digests.add(last);
  refuseDifferent(await digests.list(), written);
  return hasher?.digest() ?? written.sha256;
}

function refuseDifferent(found: readonly string[], { pieces }: Written): void {
  const wrong = pieces.findIndex((digest, index) => digest !== found[index]);
  if (wrong >= 0) refuse(`the bytes from ${String(wrong * blockBytes)} on`);
}

function refuse(detail: string): never {
  return fail({ code: "proof-failed", detail });
}
