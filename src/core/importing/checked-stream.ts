import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { streamFrom } from "../zip/byte-streams.ts";

/** What a manifest says about a file. */
export interface Expected {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A stream that fails at its end when its size or SHA-256 is not the one the manifest states. */
export function checkedStream(
  stream: ReadableStream<Bytes>,
  expected: Expected,
): ReadableStream<Bytes> {
  return streamFrom(checked(stream, expected));
}

async function* checked(stream: ReadableStream<Bytes>, expected: Expected): AsyncGenerator<Bytes> {
  const hash = sha256.create();
  let size = 0;
  for await (const part of stream) {
    hash.update(part);
    size += part.byteLength;
    yield part;
  }
  const { name: where } = expected;
  if (size !== expected.bytes) {
    const detail = `It has ${String(size)} bytes, the manifest says ${String(expected.bytes)}`;
    fail({ code: "archive-damaged", where, detail });
  }
  if (bytesToHex(hash.digest()) !== expected.sha256) {
    fail({ code: "archive-damaged", where, detail: "Its SHA-256 is not the one in the manifest" });
  }
}
