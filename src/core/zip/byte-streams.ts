import type { Bytes } from "../formats/contract.ts";

/** A copy with a buffer of its own: WebKit ignores the offset of a view when it writes. */
export function whole(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Bytes)
    : Uint8Array.from(bytes);
}

/** Joins pieces into one array. */
export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}

/** Everything a stream holds; for pieces that are known to be small. */
export async function collectBytes(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return joinBytes(parts);
}

/** Everything a stream holds, as a Blob: the browser may keep it on disk. */
export async function collectBlob(stream: ReadableStream<Bytes>, type = ""): Promise<Blob> {
  const parts: Blob[] = [];
  let waiting: Bytes[] = [];
  let size = 0;
  for await (const part of stream) {
    waiting.push(whole(part));
    size += part.byteLength;
    if (size < 4 * 1024 * 1024) continue;
    parts.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  }
  return new Blob([...parts, ...waiting], { type });
}

/** The stream of a Blob, typed. */
export function streamOf(blob: Blob): ReadableStream<Bytes> {
  return blob.stream();
}

/** Makes pull-driven bytes of a generator; a consumer that stops ends the generator. */
export function streamFrom(source: AsyncIterable<Bytes>): ReadableStream<Bytes> {
  let iterator: AsyncIterator<Bytes> | undefined;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        iterator ??= source[Symbol.asyncIterator]();
        const next = await iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await iterator?.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A stream that is made, and what makes it loaded, when it is first read. */
export function streamWhenRead(make: () => Promise<ReadableStream<Bytes>>): ReadableStream<Bytes> {
  return streamFrom(
    (async function* () {
      yield* await make();
    })(),
  );
}

/** Regroups a stream into pieces of exactly `size` bytes; the last one is shorter, or there is none. */
export async function* regroup(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Bytes> {
  let buffer = new Uint8Array(size);
  let filled = 0;
  for await (const part of stream) {
    let at = 0;
    while (at < part.byteLength) {
      const take = Math.min(size - filled, part.byteLength - at);
      buffer.set(part.subarray(at, at + take), filled);
      [filled, at] = [filled + take, at + take];
      if (filled < size) continue;
      yield buffer;
      [buffer, filled] = [new Uint8Array(size), 0];
    }
  }
  if (filled > 0) yield buffer.slice(0, filled);
}
