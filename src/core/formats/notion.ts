import type { Format } from "./contract.ts";

/** For leaving: the shape of Notion's own export, a CSV for each database and pages for long texts. */
export const notion: Format = {
  label: "Notion",
  words: ["notion"],
  extension: "zip",
  mediaType: "application/zip",
  layout: "whole",
  lossless: false,
  keepsEveryField: true,
  program: "Notion",
  async *write(document) {
    const { writeNotion } = await import("../layout/leave/write-notion.ts");
    yield* writeNotion(document);
  },
  async count(bytes) {
    const { countPackedRows } = await import("../layout/leave/pack.ts");
    return countPackedRows(bytes);
  },
};
