import type { ExportDocument, Format } from "./contract.ts";

/**
 * A document to read and print: a report for the template `sharing`, a log to sign for `work-search`,
 * tables for everything else. Options: `paper` (`a4` or `letter`), `goal` (applications a week).
 */
export const pdf: Format = {
  label: "PDF",
  words: ["pdf", "printable", "print"],
  extension: "pdf",
  mediaType: "application/pdf",
  layout: "whole",
  lossless: false,
  async *write(document: ExportDocument) {
    const { writePdf } = await import("../layout/pdf/write-pdf.ts");
    yield* writePdf(document);
  },
  async count(bytes) {
    const { countPdfRecords } = await import("../layout/pdf/read-pdf.ts");
    return countPdfRecords(bytes);
  },
  async *text(bytes) {
    const { readPdfText } = await import("../layout/pdf/read-pdf.ts");
    yield* readPdfText(bytes);
  },
};
