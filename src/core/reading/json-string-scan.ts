import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "./chunks-of.ts";
import { latinText, refuseByte } from "./json-atoms.ts";
import { maxJsonStringBytes } from "./limits.ts";

/** `key` keeps its bytes, `text` only counts them, `pieces` hands them on as they come. */
type StringMode = "key" | "text" | "pieces";

/** Scans one JSON string over any number of chunks, from behind its opening quote. */
export class JsonStringScan {
  mode: StringMode = "text";
  ended = false;
  /** Bytes between the quotes, as written. */
  size = 0;
  /** File offset of the first byte. */
  start = 0;
  #kept: Bytes[] = [];
  #escaped = false;
  #hexLeft = 0;
  readonly #onPiece: (text: string) => void;

  constructor(onPiece: (text: string) => void) {
    this.#onPiece = onPiece;
  }

  begin(mode: StringMode, start: number): void {
    this.mode = mode;
    this.start = start;
    this.ended = false;
    this.size = 0;
    this.#kept = [];
    this.#escaped = false;
    this.#hexLeft = 0;
  }

  get overlong(): boolean {
    return this.mode !== "pieces" && this.size > maxJsonStringBytes;
  }

  get bytes(): Bytes {
    return joinBytes(this.#kept);
  }

  /** Scans from `at`; returns the place behind the last byte that belongs to the string. */
  scan(chunk: Bytes, at: number, base: number): number {
    if (this.#escaped) return this.#scanEscape(chunk, at, base);
    let to = at;
    let byte = 0;
    while (to < chunk.length) {
      byte = chunk[to] ?? 0;
      if (byte === 0x22 || byte === 0x5c || byte < 0x20) break;
      to += 1;
    }
    this.#take(chunk, at, to);
    if (to === chunk.length) return to;
    if (byte === 0x22) {
      this.ended = true;
      return to + 1;
    }
    if (byte < 0x20) refuseByte(base + to, "A text holds a control character");
    if (this.mode === "pieces") refuseByte(base + to, "The bytes of a document are not base64");
    this.#take(chunk, to, to + 1);
    this.#escaped = true;
    return to + 1;
  }

  #scanEscape(chunk: Bytes, at: number, base: number): number {
    const letter = String.fromCharCode(chunk[at] ?? 0);
    const known = this.#hexLeft > 0 ? /[0-9a-fA-F]/ : /["\\/bfnrtu]/;
    if (!known.test(letter)) refuseByte(base + at, "A text holds an escape that JSON lacks");
    this.#take(chunk, at, at + 1);
    this.#hexLeft = this.#hexLeft > 0 ? this.#hexLeft - 1 : letter === "u" ? 4 : 0;
    this.#escaped = this.#hexLeft > 0;
    return at + 1;
  }

  #take(chunk: Bytes, from: number, to: number): void {
    this.size += to - from;
    if (this.mode === "pieces") this.#onPiece(latinText(chunk, from, to));
    // An overlong key is counted to its end for the message, not kept.
    else if (this.mode === "key" && !this.overlong && to > from) {
      this.#kept.push(chunk.slice(from, to));
    }
  }
}
