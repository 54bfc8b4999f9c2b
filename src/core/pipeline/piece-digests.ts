import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../formats/contract.ts";

/** Digests that WebCrypto works on at a time, beside this thread. */
export const digestsAtOnce = 4;

/** SHA-256 of one block after the other, by WebCrypto: 1.5 GB/s. */
export class PieceDigests {
  readonly #digests: Promise<ArrayBuffer>[] = [];

  async add(block: Bytes): Promise<void> {
    this.#digests.push(crypto.subtle.digest("SHA-256", block));
    await this.#digests.at(-digestsAtOnce);
  }

  async list(): Promise<readonly string[]> {
    const digests = await Promise.all(this.#digests);
    return digests.map((digest) => bytesToHex(new Uint8Array(digest)));
  }
}
