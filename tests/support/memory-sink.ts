import type { OpenSink } from "../../src/core/pipeline/ports.ts";

export interface MemorySink extends OpenSink {
  /** The file under its final name; undefined before the commit and after a discard. */
  readonly finished: () => Blob | undefined;
  readonly writes: () => readonly number[];
}

/** A place in memory. `refuse` may throw before a write; `spoil` may change what is read back. */
export function memorySink(
  options: {
    readonly refuse?: (write: number) => void;
    readonly spoil?: (file: Blob) => Blob | Promise<Blob>;
    readonly blind?: true;
  } = {},
): MemorySink {
  const parts: Blob[] = [];
  const sizes: number[] = [];
  let state: "open" | "closed" | "finished" | "gone" = "open";
  const file = (): Blob => new Blob(parts);
  return {
    place: "memory",
    write: (chunk) => {
      options.refuse?.(sizes.length);
      parts.push(new Blob([chunk]));
      sizes.push(chunk.byteLength);
      return Promise.resolve();
    },
    close: () => {
      state = "closed";
      const readBack = async (): Promise<Blob> => (await options.spoil?.(file())) ?? file();
      return Promise.resolve({ fileName: "file", ...(options.blind !== true && { readBack }) });
    },
    commit: () => {
      state = "finished";
      return Promise.resolve();
    },
    discard: () => {
      state = "gone";
      return Promise.resolve();
    },
    finished: () => (state === "finished" ? file() : undefined),
    writes: () => sizes,
  };
}
