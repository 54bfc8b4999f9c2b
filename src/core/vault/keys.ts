import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "../zip/byte-streams.ts";
import { keyBytes } from "./layout.ts";

const zeroNonce = new Uint8Array(12);

/** The bytes of an ASCII label. */
export const ascii = (text: string): Bytes => new TextEncoder().encode(text);

/** HKDF-SHA-256 (RFC 5869) of a 32-byte secret, 32 bytes out. */
export async function hkdf(secret: Bytes, salt: Bytes, info: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt, info },
    key,
    keyBytes * 8,
  );
  return new Uint8Array(bits);
}

/** PBKDF2-HMAC-SHA-256, 32 bytes out. `counter` counts derivations: they are the cost of a guess. */
export async function pbkdf2(
  passphrase: string,
  salt: Bytes,
  iterations: number,
  counter?: { derivations: number },
): Promise<Bytes> {
  if (counter !== undefined) counter.derivations += 1;
  const key = await crypto.subtle.importKey("raw", ascii(passphrase), "PBKDF2", false, [
    "deriveBits",
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    key,
    keyBytes * 8,
  );
  return new Uint8Array(bits);
}

const aesKey = (key: Bytes, use: "encrypt" | "decrypt"): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);

/** Seals once under a key that is used once: only then is the zero nonce safe. */
export async function sealOnce(key: Bytes, plain: Bytes): Promise<Bytes> {
  const algorithm = { name: "AES-GCM", iv: zeroNonce };
  return new Uint8Array(
    await crypto.subtle.encrypt(algorithm, await aesKey(key, "encrypt"), plain),
  );
}

/** @throws DOMException `OperationError` when the tag does not fit. */
export async function unsealOnce(key: Bytes, sealed: Bytes): Promise<Bytes> {
  const algorithm = { name: "AES-GCM", iv: zeroNonce };
  return new Uint8Array(
    await crypto.subtle.decrypt(algorithm, await aesKey(key, "decrypt"), sealed),
  );
}

/** The key that a slot's secret becomes in one file. */
export function slotKey(secret: Bytes, fileSalt: Bytes, type: number, context: Bytes) {
  const info = joinBytes([ascii("jtb/v1 slot"), Uint8Array.of(type), context]);
  return hkdf(secret, fileSalt, info);
}

/** HMAC over the header: under a key of the file key, so that one file key alone fits (key commitment). */
export async function headerMac(fileKey: Bytes, fileSalt: Bytes, use: "sign" | "verify") {
  const key = await hkdf(fileKey, fileSalt, ascii("jtb/v1 header"));
  return crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [use]);
}

export async function payloadKey(fileKey: Bytes, fileSalt: Bytes, use: "encrypt" | "decrypt") {
  return aesKey(await hkdf(fileKey, fileSalt, ascii("jtb/v1 payload")), use);
}

/** 7 zero bytes, the number of the chunk, and 1 for the last one: STREAM. */
export function chunkNonce(index: number, last: boolean): Bytes {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
