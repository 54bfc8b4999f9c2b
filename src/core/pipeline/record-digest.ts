import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../formats/contract.ts";

const pieceBytes = 256 * 1024;

/**
 * Digest of a set of records, in order: what was written and what was read back are equal exactly when
 * their digests are. Fields are taken in the order of their names. Pieces of 256 KiB are hashed by
 * WebCrypto (1.5 GB/s, beside this thread) and the list of their digests is hashed again.
 */
export class RecordDigest {
  #piece: Bytes = new Uint8Array(pieceBytes);
  #filled = 0;
  #count = 0;
  #hashing: Promise<Bytes>[] = [];
  readonly #done: Bytes[] = [];
  #names: readonly string[] = [];
  #sorted: readonly string[] = [];
  readonly #encoder = new TextEncoder();

  get count(): number {
    return this.#count;
  }

  async add(rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    this.#count += rows.length;
    let text = rows.map((row) => this.#line(row)).join("");
    while (text.length > 0) {
      const target = this.#filled === 0 ? this.#piece : this.#piece.subarray(this.#filled);
      const { read, written } = this.#encoder.encodeInto(text, target);
      this.#filled += written;
      text = text.slice(read);
      if (text.length > 0) await this.#flush();
    }
  }

  async hex(): Promise<string> {
    await this.#flush();
    await this.#settle();
    const list = new Uint8Array(this.#done.length * 32);
    this.#done.forEach((digest, index) => {
      list.set(digest, index * 32);
    });
    return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", list)));
  }

  #line(row: Readonly<Record<string, unknown>>): string {
    const names = Object.keys(row);
    const same =
      names.length === this.#names.length &&
      names.every((name, index) => name === this.#names[index]);
    if (!same) {
      this.#names = names;
      this.#sorted = [...names].sort();
    }
    const ordered: Record<string, unknown> = {};
    for (const name of this.#sorted) ordered[name] = row[name];
    return `${JSON.stringify(ordered)}\n`;
  }

  async #flush(): Promise<void> {
    if (this.#filled === 0) return;
    const full = this.#piece.subarray(0, this.#filled);
    this.#hashing.push(crypto.subtle.digest("SHA-256", full).then((hash) => new Uint8Array(hash)));
    this.#piece = new Uint8Array(pieceBytes);
    this.#filled = 0;
    if (this.#hashing.length >= 4) await this.#settle();
  }

  async #settle(): Promise<void> {
    this.#done.push(...(await Promise.all(this.#hashing)));
    this.#hashing = [];
  }
}
