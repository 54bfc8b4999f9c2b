import type { Format } from "./contract.ts";

/** Plain text to read or paste anywhere: one block a record, one line a field. */
export const text: Format = {
  label: "Plain text",
  words: ["plain text", "text", "txt"],
  extension: "txt",
  mediaType: "text/plain;charset=utf-8",
  layout: "whole",
  lossless: false,
  async *write(document) {
    const { writeText } = await import("../layout/write-text.ts");
    yield* writeText(document);
  },
  async count(bytes) {
    const { countBlocks } = await import("../layout/write-text.ts");
    return countBlocks(bytes);
  },
};
