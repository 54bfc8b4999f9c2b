import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { regroup, streamFrom, streamOf } from "../zip/byte-streams.ts";
import type { VaultHeader } from "./header.ts";
import { readHeader } from "./header.ts";
import { chunkNonce, headerMac, payloadKey } from "./keys.ts";
import { tagBytes } from "./layout.ts";
import type { Counter, Credential } from "./open-slot.ts";
import { openSlot } from "./open-slot.ts";
import { normalizePassphrase } from "./passphrase.ts";

/**
 * The plaintext of a vault, as a stream. What it yields is provisional until the stream ends: only
 * the last chunk proves that nothing was cut off.
 * @throws FailureError `not-an-archive`, `newer-archive`, `archive-refused` before any key derivation;
 * `wrong-passphrase` (also for a damaged header); the stream fails with `archive-damaged`.
 */
export async function readVault(
  archive: Blob,
  credential: Credential,
  counter: Counter = { derivations: 0 },
): Promise<ReadableStream<Bytes>> {
  const header = await readHeader(archive);
  const fileKey = await findFileKey(header, credential, counter);
  if (fileKey === undefined) return fail({ code: "wrong-passphrase" });
  const key = await payloadKey(fileKey, header.fileSalt, "decrypt");
  return streamFrom(openChunks(archive.slice(header.headerBytes), key, 2 ** header.chunkLog2));
}

/** A passphrase no writer accepts opens nothing: no slot is tried with it. */
function readable(credential: Credential): Credential | undefined {
  if ("secret" in credential) return credential;
  const passphrase = normalizePassphrase(credential.passphrase);
  return passphrase === "" || !passphrase.isWellFormed() ? undefined : { passphrase };
}

/** The key of the file by the first slot that the credential opens, or undefined. */
export async function findFileKey(
  header: VaultHeader,
  given: Credential,
  counter: Counter,
): Promise<Bytes | undefined> {
  const credential = readable(given);
  if (credential === undefined) return undefined;
  for (const slot of header.slots) {
    // Any failure of a slot means the next one: a person gets one message, an attacker no oracle.
    const fileKey = await openSlot(slot, credential, header.fileSalt, counter).catch(
      () => undefined,
    );
    if (fileKey !== undefined && (await fits(header, fileKey))) return fileKey;
  }
  return undefined;
}

async function fits(header: VaultHeader, fileKey: Bytes): Promise<boolean> {
  const key = await headerMac(fileKey, header.fileSalt, "verify");
  return crypto.subtle.verify("HMAC", key, header.mac, header.signed);
}

/** Opens chunk after chunk of the stream; the next one is read while this one is opened. */
async function* openChunks(payload: Blob, key: CryptoKey, size: number): AsyncGenerator<Bytes> {
  const sealedSize = size + tagBytes;
  const count = Math.max(1, Math.ceil(payload.size / sealedSize));
  let index = 0;
  let opening: Promise<Bytes> | undefined;
  for await (const sealed of regroup(streamOf(payload), sealedSize)) {
    const next = openChunk(sealed, key, index, count);
    // Awaited one turn later; a failure is met there.
    next.catch(() => undefined);
    index += 1;
    if (opening !== undefined) yield await opening;
    opening = next;
  }
  yield opening === undefined ? damaged(0, 1) : await opening;
}

async function openChunk(
  sealed: Bytes,
  key: CryptoKey,
  index: number,
  count: number,
): Promise<Bytes> {
  // The last chunk is empty only where the whole payload is.
  if (sealed.byteLength < tagBytes || (sealed.byteLength === tagBytes && count > 1)) {
    return damaged(index, count);
  }
  const algorithm = { name: "AES-GCM", iv: chunkNonce(index, index === count - 1) };
  const plain = await crypto.subtle
    .decrypt(algorithm, key, sealed)
    .catch(() => damaged(index, count));
  return new Uint8Array(plain);
}

const damaged = (index: number, count: number): never =>
  fail({
    code: "archive-damaged",
    where: `chunk ${String(index + 1)} of ${String(count)}`,
    detail: "It was changed, cut or put in another order after it was sealed",
  });
