import type { Format } from "./contract.ts";

/** A folder of Markdown notes in a ZIP, for Obsidian and the like: one note a record, front matter, links. */
export const notes: Format = {
  label: "Markdown notes",
  words: [
    "obsidian notes",
    "obsidian vault",
    "obsidian",
    "markdown vault",
    "markdown notes",
    "vault of notes",
  ],
  extension: "zip",
  mediaType: "application/zip",
  layout: "whole",
  lossless: false,
  keepsEveryField: true,
  async *write(document) {
    const { writeNotes } = await import("../layout/notes/write-notes.ts");
    yield* writeNotes(document);
  },
  async count(bytes) {
    const { countNotes } = await import("../layout/notes/write-notes.ts");
    return countNotes(bytes);
  },
};
