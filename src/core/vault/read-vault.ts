import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { streamFrom } from "../zip/byte-streams.ts";
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
  const fileKey = await findFileKey(header, readable(credential), counter);
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

async function findFileKey(
  header: VaultHeader,
  credential: Credential | undefined,
  counter: Counter,
): Promise<Bytes | undefined> {
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

async function* openChunks(payload: Blob, key: CryptoKey, size: number): AsyncGenerator<Bytes> {
  const sealedSize = size + tagBytes;
  const count = Math.max(1, Math.ceil(payload.size / sealedSize));
  const open = async (index: number): Promise<Bytes> => {
    const last = index === count - 1;
    const sealed = payload.slice(index * sealedSize, (index + 1) * sealedSize);
    const bytes = await sealed.arrayBuffer();
    // The last chunk is empty only where the whole payload is.
    if (bytes.byteLength < tagBytes || (bytes.byteLength === tagBytes && count > 1)) {
      return damaged(index, count);
    }
    const algorithm = { name: "AES-GCM", iv: chunkNonce(index, last) };
    const plain = await crypto.subtle
      .decrypt(algorithm, key, bytes)
      .catch(() => damaged(index, count));
    return new Uint8Array(plain);
  };
  let ahead = open(0);
  for (let index = 0; index < count; index += 1) {
    const chunk = await ahead;
    if (index + 1 < count) {
      ahead = open(index + 1);
      ahead.catch(() => undefined);
    }
    yield chunk;
  }
}

const damaged = (index: number, count: number): never =>
  fail({
    code: "archive-damaged",
    where: `chunk ${String(index + 1)} of ${String(count)}`,
    detail: "It was changed, cut or put in another order after it was sealed",
  });
