import type { Bytes } from "../formats/contract.ts";

/** Measured best between stages: fewer calls, and still little memory. */
const pieceBytes = 256 * 1024;

/**
 * Text and bytes of a format → pieces of 256 KiB, pulled by whoever reads them. Text is encoded straight
 * into the piece, which is faster than `encode` and copying. Lone surrogates leave as U+FFFD.
 */
export function byteStream(chunks: AsyncIterable<string | Bytes>): ReadableStream<Bytes> {
  let pieces: AsyncGenerator<Bytes> | undefined;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        pieces ??= gather(chunks);
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await pieces?.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* gather(chunks: AsyncIterable<string | Bytes>): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  let piece: Bytes = new Uint8Array(pieceBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    let rest: string | Bytes = chunk;
    while (rest.length > 0) {
      const put: Put =
        typeof rest === "string" ? encode(encoder, rest, piece, filled) : copy(rest, piece, filled);
      filled += put.written;
      rest = put.rest;
      // A character of up to four bytes may not fit any more.
      if (rest.length === 0 && filled < pieceBytes - 4) break;
      yield filled === pieceBytes ? piece : piece.slice(0, filled);
      piece = new Uint8Array(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}

interface Put {
  readonly written: number;
  readonly rest: string | Bytes;
}

function encode(encoder: TextEncoder, text: string, piece: Bytes, at: number): Put {
  const { read, written } = encoder.encodeInto(text, at === 0 ? piece : piece.subarray(at));
  return { written, rest: read === text.length ? "" : text.slice(read) };
}

function copy(bytes: Bytes, piece: Bytes, at: number): Put {
  const written = Math.min(bytes.byteLength, piece.byteLength - at);
  piece.set(bytes.subarray(0, written), at);
  return { written, rest: bytes.subarray(written) };
}
