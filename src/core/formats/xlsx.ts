import type { Format } from "./contract.ts";

/** A workbook with a sheet for each kind: typed days and numbers, no formulas, no links to elsewhere. */
export const xlsx: Format = {
  label: "Excel",
  words: ["excel", "xlsx", "spreadsheet", "workbook"],
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  layout: "whole",
  lossless: false,
  async *write(document) {
    const { writeWorkbook } = await import("../layout/write-workbook.ts");
    yield* writeWorkbook(document);
  },
  async count(bytes) {
    const { countRows } = await import("../layout/write-workbook.ts");
    return countRows(bytes);
  },
};
