import type { Format } from "./contract.ts";

/** One file without scripts that fetches nothing: the report for `sharing`, tables for everything else. */
export const html: Format = {
  label: "HTML",
  words: ["html", "web page", "webpage"],
  extension: "html",
  mediaType: "text/html;charset=utf-8",
  layout: "whole",
  lossless: false,
  async *write(document) {
    const { writeHtml } = await import("../layout/write-html.ts");
    yield* writeHtml(document);
  },
  async count(bytes) {
    const { countRecords } = await import("../layout/write-html.ts");
    return countRecords(bytes);
  },
};
