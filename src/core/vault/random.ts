import type { Bytes } from "../formats/contract.ts";

/** Draws random bytes at once. */
export type Random = (bytes: number) => Bytes;

/** Draws random bytes for a seal; tests pass a seeded one. */
export type DrawSecret = (bytes: 16 | 32) => Bytes | Promise<Bytes>;

/** 16 or 32 bytes fresh from the key generator of WebCrypto, which no seed can repeat. */
export const drawSecret: DrawSecret = async (bytes) => {
  const algorithm = { name: "AES-GCM", length: bytes === 16 ? 128 : 256 };
  const key = await crypto.subtle.generateKey(algorithm, true, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.exportKey("raw", key));
};
