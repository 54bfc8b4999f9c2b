import type { Format } from "./contract.ts";

/** A Word document: the report, the log to sign, or tables; the same parts as PDF, HTML and Markdown. */
export const docx: Format = {
  label: "Word",
  words: ["docx", "word", "word document", "word file", "word doc", "ms word", "microsoft word"],
  extension: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  layout: "whole",
  lossless: false,
  async *write(document) {
    const { writeDocx } = await import("../layout/docx/write-docx.ts");
    yield* writeDocx(document);
  },
  async count(bytes) {
    const { countDocx } = await import("../layout/docx/write-docx.ts");
    return countDocx(bytes);
  },
};
