import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../formats/contract.ts";

/** SHA-256 of bytes that come in pieces; WebCrypto cannot do that. */
export interface Hasher {
  /** Resolves when the next piece may come. The piece may be used again at once. */
  update(piece: Bytes): void | Promise<void>;
  /** Lower-case hex. Ends the hasher. */
  digest(): string | Promise<string>;
}
export type MakeHasher = () => Hasher;

/** Hashes in this thread: 74 MB/s. */
export const makeHasher: MakeHasher = () => {
  const hash = sha256.create();
  return {
    update: (piece) => {
      hash.update(piece);
    },
    digest: () => bytesToHex(hash.digest()),
  };
};
