import { bytesToHex } from "@noble/hashes/utils.js";
import type { Bytes } from "../formats/contract.ts";
import type { KindId } from "../records/any-kind.ts";
import { rowTexts } from "../records/row-texts.ts";
import { digestsAtOnce } from "./piece-digests.ts";

const pieceBytes = 256 * 1024;
type Row = Readonly<Record<string, unknown>>;

/**
 * Digest of a list of records: what was written and what was read back are equal exactly when their
 * digests are. Pieces of 256 KiB are hashed by WebCrypto (1.5 GB/s, beside this thread) and the list of
 * their digests is hashed again.
 */
export class RecordDigest {
  #piece: Bytes = new Uint8Array(pieceBytes);
  #filled = 0;
  #count = 0;
  #hashing: Promise<ArrayBuffer>[] = [];
  readonly #done: ArrayBuffer[] = [];
  readonly #encoder = new TextEncoder();
  readonly #asWritten: boolean;

  /** `asWritten`: fields are taken in the order they stand in, which the format keeps; else by name. */
  constructor(asWritten: boolean) {
    this.#asWritten = asWritten;
  }

  get count(): number {
    return this.#count;
  }

  async add(rows: readonly Row[]): Promise<void> {
    this.#count += rows.length;
    const texts = this.#asWritten ? rowTexts(rows) : rows.map(sortedText);
    let text = texts.join("\n");
    if (text !== "") text += "\n";
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
    const list = new Blob(this.#done);
    const digest = await crypto.subtle.digest("SHA-256", await list.arrayBuffer());
    return bytesToHex(new Uint8Array(digest));
  }

  async #flush(): Promise<void> {
    if (this.#filled === 0) return;
    const full = this.#piece.subarray(0, this.#filled);
    this.#hashing.push(crypto.subtle.digest("SHA-256", full));
    this.#piece = new Uint8Array(pieceBytes);
    this.#filled = 0;
    if (this.#hashing.length >= digestsAtOnce) await this.#settle();
  }

  async #settle(): Promise<void> {
    this.#done.push(...(await Promise.all(this.#hashing)));
    this.#hashing = [];
  }
}

function sortedText(row: Row): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** A format writes the key of a setting before everything else, so those are always taken by name. */
export function makeRecordDigest(kind: KindId, keepsFieldOrder: boolean): RecordDigest {
  return new RecordDigest(keepsFieldOrder && kind !== "settings");
}
