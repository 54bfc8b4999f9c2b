import type { Bytes } from "../../formats/contract.ts";
import { fail } from "../../failure.ts";
import { joinBytes } from "../../zip/byte-streams.ts";
import { chunkNonce, payloadKey } from "../../vault/keys.ts";
import { tagBytes } from "../../vault/layout.ts";
import { readHeader } from "../../vault/header.ts";
import { findFileKey } from "../../vault/read-vault.ts";
import type { Piece } from "../contract.ts";

/**
 * A vault chunk by chunk: each has a seal of its own. A chunk that does not open is left as zeros, so that
 * what comes after it keeps its place in the archive inside.
 * @throws FailureError `passphrase-missing`, `wrong-passphrase`, and every refusal of the header.
 */
export async function rescueVault(
  vault: Blob,
  passphrase: string | undefined,
): Promise<{ readonly plain: Bytes; readonly pieces: readonly Piece[] }> {
  if (passphrase === undefined) return fail({ code: "passphrase-missing" });
  const header = await readHeader(vault);
  const fileKey = await findFileKey(header, { passphrase }, { derivations: 0 });
  if (fileKey === undefined) return fail({ code: "wrong-passphrase" });
  const key = await payloadKey(fileKey, header.fileSalt, "decrypt");
  const payload = new Uint8Array(await vault.slice(header.headerBytes).arrayBuffer());
  const size = 2 ** header.chunkLog2 + tagBytes;
  const count = Math.max(1, Math.ceil(payload.byteLength / size));
  const parts: Bytes[] = [];
  const pieces: Piece[] = [];
  let opened = 0;
  for (let index = 0; index < count; index += 1) {
    const sealed = payload.slice(index * size, (index + 1) * size);
    const plain = await openEither(sealed, key, index);
    if (plain !== undefined) opened += 1;
    else pieces.push(lostChunk(index, count, header.headerBytes + index * size));
    parts.push(plain ?? new Uint8Array(Math.max(0, sealed.byteLength - tagBytes)));
  }
  const why = `${String(opened)} of ${String(count)} chunks have a whole seal`;
  const certainty = opened === count ? "proved" : opened === 0 ? "lost" : "part";
  return { plain: joinBytes(parts), pieces: [{ what: "The vault", certainty, why }, ...pieces] };
}

const lostChunk = (index: number, count: number, byte: number): Piece => ({
  what: `Chunk ${String(index + 1)} of ${String(count)}`,
  certainty: "lost",
  why: `It was changed or cut after it was sealed, from byte ${String(byte)}`,
});

/** Where the end was cut off, nobody knows which chunk was the last: both nonces are tried. */
async function openEither(
  sealed: Bytes,
  key: CryptoKey,
  index: number,
): Promise<Bytes | undefined> {
  if (sealed.byteLength < tagBytes) return undefined;
  for (const last of [false, true]) {
    const algorithm = { name: "AES-GCM", iv: chunkNonce(index, last) };
    const plain = await crypto.subtle.decrypt(algorithm, key, sealed).catch(() => undefined);
    if (plain !== undefined) return new Uint8Array(plain);
  }
  return undefined;
}
