import type { Format } from "./contract.ts";

/** For leaving: a workbook that Google Sheets imports, a sheet a kind, every field a column. */
export const googlesheets: Format = {
  label: "Google Sheets",
  words: ["google sheets", "google sheet", "googlesheets", "gsheets"],
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  layout: "whole",
  lossless: false,
  keepsEveryField: true,
  program: "Google Sheets",
  async *write(document) {
    const { writeSheets } = await import("../layout/leave/write-sheets.ts");
    yield* writeSheets(document);
  },
  async count(bytes) {
    const { countRows } = await import("../layout/write-workbook.ts");
    return countRows(bytes);
  },
};
