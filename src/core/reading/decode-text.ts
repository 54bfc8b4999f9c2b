import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { chunksOf } from "./chunks-of.ts";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Where UTF-8 breaks, or undefined: the well-formed sequences of Unicode 16, table 3-7. A sequence that
 * is cut off at the end counts as broken.
 */
export function findBrokenUtf8(bytes: Bytes): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const size = sequenceSize(bytes, at);
    if (size === 0) return at;
    at += size;
  }
  return undefined;
}

function sequenceSize(bytes: Bytes, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const size = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
  if (first < 0xc2 || first > 0xf4) return 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let next = 2; next < size; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return size;
}

/**
 * Bytes that are whole characters as text.
 * @param offset place of the first byte in its file, for the message.
 * @throws FailureError `archive-damaged` with the byte that is not UTF-8.
 */
export function decodeUtf8(bytes: Bytes, offset = 0): string {
  try {
    return strict.decode(bytes);
  } catch {
    const place = offset + (findBrokenUtf8(bytes) ?? 0);
    return fail({
      code: "archive-damaged",
      where: `byte ${String(place)}`,
      detail: "The text is not UTF-8",
    });
  }
}

/**
 * The stream as UTF-8 without its byte order mark. UTF-16 is recognised by its mark alone and
 * transcoded; a file without a mark is taken as UTF-8.
 */
export async function* utf8Chunks(stream: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const source = chunksOf(stream);
  let head: Bytes = new Uint8Array(0);
  let wide: TextDecoder | undefined;
  let begun = false;
  const encoder = new TextEncoder();
  for await (const chunk of source) {
    let rest = chunk;
    if (!begun) {
      head = concat(head, chunk);
      if (head.length < 3) continue;
      begun = true;
      wide = wideDecoder(head);
      rest = wide !== undefined ? head : withoutMark(head);
    }
    yield wide === undefined ? rest : encoder.encode(decodeWide(wide, rest));
  }
  if (!begun && head.length > 0) yield head;
}

function concat(a: Bytes, b: Bytes): Bytes {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function wideDecoder(head: Bytes): TextDecoder | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  return undefined;
}

function withoutMark(head: Bytes): Bytes {
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return marked ? head.subarray(3) : head;
}

function decodeWide(decoder: TextDecoder, bytes: Bytes): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return fail({ code: "archive-damaged", where: "the text", detail: "The text is not UTF-16" });
  }
}
