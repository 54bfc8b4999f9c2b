import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { joinBytes } from "./chunks-of.ts";
import type { JsonPath } from "./json-atoms.ts";
import {
  checkNumber,
  decodeKey,
  describePath,
  isNumberByte,
  latinText,
  parseValue,
  refuseByte,
} from "./json-atoms.ts";
import { JsonStringScan } from "./json-string-scan.ts";
import { maxJsonDepth, maxJsonStringBytes } from "./limits.ts";

interface Frame {
  /** Absent in an array. */
  readonly keys: Set<string> | undefined;
  key: string;
  index: number;
}

interface JsonVisitor {
  /** True where a value is to be handed over whole; asked on the way down until one is captured. */
  captures(path: JsonPath): boolean;
  onValue(path: JsonPath, value: unknown): void;
  /** True for a string in a captured value that arrives in pieces and reads as `null` in the value. */
  streams?(path: JsonPath): boolean;
  onPiece?(text: string): void;
}

type State =
  | "value"
  | "first-value"
  | "first-key"
  | "key"
  | "colon"
  | "after"
  | "string"
  | "number"
  | "literal"
  | "end";

const nullBytes: Bytes = new TextEncoder().encode("null");

/**
 * Walks JSON bytes in chunks of any size and checks them before anything is parsed: strict grammar
 * (RFC 8259), depth, length of strings, duplicate keys, the key `__proto__`, numbers that cannot be
 * held. What the visitor captures is parsed one value at a time, so memory stays bounded.
 */
export class JsonWalker {
  readonly #visitor: JsonVisitor;
  readonly #frames: Frame[] = [];
  readonly #string: JsonStringScan;
  #state: State = "value";
  #chunk: Bytes = new Uint8Array(0);
  /** File offset of the first byte of the chunk. */
  #base: number;
  #atom = "";
  #atomStart = 0;
  #parts: Bytes[] = [];
  /** Depth of the value that is being captured, or -1. */
  #captureDepth = -1;
  #captureStart = 0;
  #captureFrom = 0;

  constructor(visitor: JsonVisitor, base = 0) {
    this.#visitor = visitor;
    this.#base = base;
    this.#string = new JsonStringScan((text) => visitor.onPiece?.(text));
  }

  /** @throws FailureError `archive-damaged`, `archive-refused`, `limit-exceeded`, with the place. */
  push(chunk: Bytes): void {
    this.#chunk = chunk;
    this.#captureFrom = 0;
    let at = 0;
    while (at < chunk.length) at = this.#step(at);
    if (this.#captureDepth >= 0 && !this.#dropsBytes()) {
      this.#parts.push(chunk.slice(this.#captureFrom));
    }
    this.#base += chunk.length;
  }

  finish(): void {
    this.#chunk = new Uint8Array(0);
    this.#captureFrom = 0;
    if (this.#state === "number" && this.#frames.length === 0) this.#endNumber(0);
    if (this.#state !== "end") refuseByte(this.#base, "The text ends in the middle");
  }

  #step(at: number): number {
    if (this.#state === "string") {
      const to = this.#string.scan(this.#chunk, at, this.#base);
      if (this.#string.ended) this.#endString(to);
      return to;
    }
    if (this.#state === "number") return this.#scanNumber(at);
    if (this.#state === "literal") return this.#scanLiteral(at);
    return this.#scanStructure(at);
  }

  #dropsBytes(): boolean {
    return this.#state === "string" && (this.#string.mode === "pieces" || this.#string.overlong);
  }

  #scanStructure(at: number): number {
    const byte = this.#chunk[at] ?? 0;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return at + 1;
    const state = this.#state;
    if (state === "value" || (state === "first-value" && byte !== 0x5d)) {
      return this.#beginValue(at, byte);
    }
    const frame = this.#frames.at(-1);
    if (byte === 0x22 && (state === "key" || state === "first-key")) {
      this.#string.begin("key", this.#base + at + 1);
      this.#state = "string";
    } else if (byte === 0x3a && state === "colon") this.#state = "value";
    else if (byte === 0x2c && state === "after" && frame !== undefined) {
      frame.index += 1;
      this.#state = frame.keys === undefined ? "value" : "key";
    } else if (frame !== undefined && byte === (frame.keys === undefined ? 0x5d : 0x7d)) {
      if (state === "key" || state === "colon") this.#refuse(at);
      this.#frames.pop();
      this.#endValue(at + 1);
    } else this.#refuse(at);
    return at + 1;
  }

  #refuse(at: number): never {
    const what = this.#state === "end" ? "There is text after the document" : "This is not JSON";
    return refuseByte(this.#base + at, what);
  }

  #path(): JsonPath {
    return this.#frames.map((frame) => (frame.keys === undefined ? frame.index : frame.key));
  }

  #beginValue(at: number, byte: number): number {
    if (this.#captureDepth < 0 && this.#visitor.captures(this.#path())) {
      this.#captureDepth = this.#frames.length;
      this.#captureFrom = at;
      this.#captureStart = this.#base + at;
      this.#parts = [];
    }
    if (byte === 0x7b || byte === 0x5b) return this.#open(at, byte === 0x7b);
    if (byte === 0x22) return this.#beginString(at);
    this.#atomStart = this.#base + at;
    this.#atom = "";
    this.#state = byte === 0x2d || (byte >= 0x30 && byte <= 0x39) ? "number" : "literal";
    return at;
  }

  #open(at: number, isObject: boolean): number {
    const depth = this.#frames.length + 1;
    if (depth > maxJsonDepth) {
      const what = `Depth of ${describePath(this.#path())}`;
      fail({ code: "limit-exceeded", what, limit: maxJsonDepth, actual: depth });
    }
    this.#frames.push({ keys: isObject ? new Set() : undefined, key: "", index: 0 });
    this.#state = isObject ? "first-key" : "first-value";
    return at + 1;
  }

  #beginString(at: number): number {
    const inPieces = this.#captureDepth >= 0 && this.#visitor.streams?.(this.#path()) === true;
    if (inPieces) this.#parts.push(this.#chunk.slice(this.#captureFrom, at), nullBytes);
    this.#string.begin(inPieces ? "pieces" : "text", this.#base + at + 1);
    this.#state = "string";
    return at + 1;
  }

  #endString(after: number): void {
    if (this.#string.overlong) {
      fail({
        code: "limit-exceeded",
        what: `Text at ${describePath(this.#path())}`,
        limit: maxJsonStringBytes,
        actual: this.#string.size,
        unit: "bytes",
      });
    }
    if (this.#string.mode === "key") {
      this.#endKey();
      return;
    }
    if (this.#string.mode === "pieces") this.#captureFrom = after;
    this.#endValue(after);
  }

  #endKey(): void {
    const key = decodeKey(this.#string.bytes, this.#string.start);
    const frame = this.#frames.at(-1);
    if (frame?.keys === undefined) return;
    const twice = frame.keys.has(key);
    frame.keys.add(key);
    frame.key = key;
    this.#state = "colon";
    if (!twice && key !== "__proto__") return;
    const detail = twice ? "A key appears twice in one object" : "A key may not be named __proto__";
    fail({ code: "archive-refused", where: describePath(this.#path()), detail });
  }

  #scanNumber(at: number): number {
    let to = at;
    while (to < this.#chunk.length && isNumberByte(this.#chunk[to] ?? 0)) to += 1;
    if (this.#atom.length < 2000) this.#atom += latinText(this.#chunk, at, to);
    if (to < this.#chunk.length) this.#endNumber(to);
    return to;
  }

  #endNumber(after: number): void {
    checkNumber(this.#atom, this.#atomStart, this.#path());
    this.#endValue(after);
  }

  #scanLiteral(at: number): number {
    this.#atom += latinText(this.#chunk, at, at + 1);
    const word = ["true", "false", "null"].find((whole) => whole.startsWith(this.#atom));
    if (word === undefined) refuseByte(this.#atomStart, "This is not JSON");
    if (word === this.#atom) this.#endValue(at + 1);
    return at + 1;
  }

  /** `after` is the place in the chunk behind the last byte of the value. */
  #endValue(after: number): void {
    this.#state = this.#frames.length === 0 ? "end" : "after";
    if (this.#captureDepth !== this.#frames.length) return;
    this.#parts.push(this.#chunk.subarray(this.#captureFrom, after));
    this.#captureDepth = -1;
    const value = parseValue(joinBytes(this.#parts), this.#captureStart);
    this.#parts = [];
    this.#visitor.onValue(this.#path(), value);
  }
}
