import type { Bytes } from "../formats/contract.ts";
import { regroup } from "../zip/byte-streams.ts";

/** 57 bytes are 76 characters, the line that every base64 program takes (RFC 2045). */
const lineBytes = 57;

/** Bytes as lines of base64, for a stream of any length. */
export async function* toBase64Lines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const part of regroup(bytes, lineBytes * 512)) {
    let binary = "";
    for (let at = 0; at < part.byteLength; at += 8192) {
      binary += String.fromCharCode(...part.subarray(at, at + 8192));
    }
    yield btoa(binary).replace(/.{1,76}/g, "$&\n");
  }
}

/** The bytes of base64 text, blanks and line ends between them forgiven; undefined where it is none. */
export function fromBase64(text: string): Bytes | undefined {
  const plain = text.replace(/[\t\n\r ]+/g, "");
  if (plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return undefined;
  const binary = atob(plain);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
