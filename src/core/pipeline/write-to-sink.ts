import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import type { Hasher } from "./hasher.ts";
import type { Measured } from "./meter.ts";
import { PieceDigests } from "./piece-digests.ts";
import type { OpenSink } from "./ports.ts";

export interface Written extends Measured {
  /** SHA-256 of each block of 1 MiB, to compare with what is read back. */
  readonly pieces: readonly string[];
}

/** Picked files take 1 MiB at once ten times faster than 16 KiB. */
export const blockBytes = 1024 * 1024;

/**
 * Writes a stream to the sink in blocks of 1 MiB and, where a hasher is given, measures the written bytes. The next block is made
 * only after this one is written: the slowest stage sets the pace, and memory stays flat.
 * @throws FailureError `cancelled` as soon as `signal` says so.
 */
export async function writeToSink(
  packed: ReadableStream<Bytes>,
  sink: OpenSink,
  hasher: Hasher | undefined,
  signal: AbortSignal,
  onWritten: (bytes: number) => void,
): Promise<Written> {
  const reader = packed.getReader();
  const block = new BlockOf(blockBytes);
  const pieces = new PieceDigests();
  let bytes = 0;
  const write = async (full: Bytes): Promise<void> => {
    await hasher?.update(full);
    await pieces.add(full);
    await sink.write(full);
    bytes += full.byteLength;
    onWritten(bytes);
  };
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (signal.aborted) fail({ code: "cancelled" });
      for (const full of block.add(next.value)) await write(full);
    }
    const last = block.rest();
    if (last.byteLength > 0) await write(last);
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  return { bytes, sha256: (await hasher?.digest()) ?? "", pieces: await pieces.list() };
}

/** Gathers pieces into blocks of one size; each block has a buffer of its own, exactly as long. */
export class BlockOf {
  #block: Bytes;
  #filled = 0;

  constructor(size: number) {
    this.#block = new Uint8Array(size);
  }

  *add(piece: Bytes): Generator<Bytes> {
    let at = 0;
    while (at < piece.byteLength) {
      const taken = Math.min(piece.byteLength - at, this.#block.byteLength - this.#filled);
      this.#block.set(piece.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled < this.#block.byteLength) continue;
      yield this.#block;
      this.#block = new Uint8Array(this.#block.byteLength);
      this.#filled = 0;
    }
  }

  rest(): Bytes {
    return this.#block.slice(0, this.#filled);
  }
}
