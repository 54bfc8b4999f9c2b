import type { Bytes } from "../../formats/contract.ts";
import { ascii, hkdf } from "../keys.ts";

/** What opens the rows of a locked database. Not extractable: it may be sent to a worker, not read. */
export interface LockKeys {
  /** AES-256-GCM for rows. */
  readonly row: CryptoKey;
  /** HKDF: every file has a key of its own, because its chunks count from 0. */
  readonly file: CryptoKey;
  /** HMAC-SHA-256: hides keys of rows that a person wrote. */
  readonly name: CryptoKey;
}

const noSalt = new Uint8Array(32);

/** Three keys of one secret of 32 bytes, each for one use. */
export async function lockKeys(secret: Bytes): Promise<LockKeys> {
  const [row, name] = await Promise.all([
    hkdf(secret, noSalt, ascii("jtb/v1 row")),
    hkdf(secret, noSalt, ascii("jtb/v1 name")),
  ]);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const { subtle } = crypto;
  return {
    row: await subtle.importKey("raw", row, "AES-GCM", false, ["encrypt", "decrypt"]),
    file: await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]),
    name: await subtle.importKey("raw", name, hmac, false, ["sign"]),
  };
}
