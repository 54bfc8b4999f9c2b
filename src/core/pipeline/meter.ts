import type { Bytes } from "../formats/contract.ts";
import type { Hasher } from "./hasher.ts";

/** What one stream held, once it has ended. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** Lets bytes through and measures them; `done` hears the result when the stream has ended. */
export function measure(
  bytes: ReadableStream<Bytes>,
  hasher: Hasher,
  done: (measured: Measured) => void,
): ReadableStream<Bytes> {
  const reader = bytes.getReader();
  let count = 0;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await reader.read();
        if (next.done) {
          done({ bytes: count, sha256: await hasher.digest() });
          controller.close();
          return;
        }
        count += next.value.byteLength;
        await hasher.update(next.value);
        controller.enqueue(next.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
