import type { Format } from "./contract.ts";

/** For leaving: a CSV for each table of Airtable; links say the names of the first column. */
export const airtable: Format = {
  label: "Airtable",
  words: ["airtable", "air table"],
  extension: "zip",
  mediaType: "application/zip",
  layout: "whole",
  lossless: false,
  keepsEveryField: true,
  program: "Airtable",
  async *write(document) {
    const { writeAirtable } = await import("../layout/leave/write-airtable.ts");
    yield* writeAirtable(document);
  },
  async count(bytes) {
    const { countPackedRows } = await import("../layout/leave/pack.ts");
    return countPackedRows(bytes);
  },
};
