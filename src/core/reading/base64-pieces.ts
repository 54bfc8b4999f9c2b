import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { chunksOf, joinBytes } from "./chunks-of.ts";

/** Bytes encoded at a time: a multiple of 3, so that pieces join without padding between them. */
const pieceBytes = 24_576;
const partLetters = 655_360;

/** Standard base64 (RFC 4648 section 4) of bytes that are already in memory. */
export function encodeBase64(bytes: Bytes): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}

/** Base64 of a Blob in pieces that join to one string; never the whole in memory. */
export async function* base64Pieces(blob: Blob): AsyncGenerator<string> {
  let rest: Bytes = new Uint8Array(0);
  for await (const chunk of chunksOf(blob.stream())) {
    const bytes = rest.length === 0 ? chunk : joinBytes([rest, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    for (let at = 0; at < whole; at += pieceBytes) {
      yield encodeBase64(bytes.subarray(at, Math.min(at + pieceBytes, whole)));
    }
    rest = bytes.slice(whole);
  }
  if (rest.length > 0) yield encodeBase64(rest);
}

/** The same in parts of about 690 kB: one line of NDJSON each. An empty Blob is one empty part. */
export async function* base64Parts(blob: Blob): AsyncGenerator<string> {
  let part = "";
  let parts = 0;
  for await (const piece of base64Pieces(blob)) {
    part += piece;
    if (part.length < partLetters) continue;
    yield part;
    parts += 1;
    part = "";
  }
  if (part !== "" || parts === 0) yield part;
}

/** Decodes base64 that arrives in pieces of any length. */
export class Base64Decoder {
  readonly #where: string;
  readonly #parts: Blob[] = [];
  #pending: Bytes[] = [];
  #pendingBytes = 0;
  #rest = "";
  #ended = false;

  /** @param where names the place for a message. */
  constructor(where: string) {
    this.#where = where;
  }

  /** @throws FailureError `archive-damaged` when the text is not base64. */
  push(text: string): void {
    if (text === "") return;
    if (this.#ended) this.#refuse();
    const all = this.#rest + text;
    const whole = all.length - (all.length % 4);
    this.#rest = all.slice(whole);
    if (whole > 0) this.#keep(all.slice(0, whole));
  }

  /** The type is never the claimed one: nothing that was read may be rendered by its own say. */
  finish(): Blob {
    if (this.#rest !== "") this.#refuse();
    this.#flush();
    return new Blob(this.#parts, { type: "application/octet-stream" });
  }

  #keep(text: string): void {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) this.#refuse();
    this.#ended = text.endsWith("=");
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    // Blobs may leave the heap; many tiny ones would cost more than they save.
    if (this.#pendingBytes >= 1_048_576) this.#flush();
  }

  #flush(): void {
    if (this.#pending.length > 0) this.#parts.push(new Blob(this.#pending));
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #refuse(): never {
    return fail({
      code: "archive-damaged",
      where: this.#where,
      detail: "The bytes of a document are not base64",
    });
  }
}
