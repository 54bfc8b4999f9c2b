import type { Format } from "./contract.ts";

/** A readable document: a table for each kind, conversations as threads. CommonMark with GFM tables. */
export const markdown: Format = {
  label: "Markdown",
  words: ["markdown", "md", "notes"],
  extension: "md",
  mediaType: "text/markdown;charset=utf-8",
  layout: "whole",
  lossless: false,
  async *write(document) {
    const { writeMarkdown } = await import("../layout/write-markdown.ts");
    yield* writeMarkdown(document);
  },
  async count(bytes) {
    const { countMarkdown } = await import("../layout/write-markdown.ts");
    return countMarkdown(bytes);
  },
};
