import type { Format } from "./contract.ts";

/**
 * XML 1.0: `<export>` holds `<info>` and `<data>`, a list for each kind, a `<record>` for each record and
 * an element for each field. Names of elements are fixed; names that people chose are attributes.
 */
export const xml: Format = {
  label: "XML",
  words: ["xml"],
  extension: "xml",
  mediaType: "application/xml",
  layout: "whole",
  lossless: false,
  keepsEveryField: true,
  async *write(document) {
    const { writeXml } = await import("../layout/write-xml.ts");
    yield* writeXml(document);
  },
  async count(bytes) {
    const { countRecords } = await import("../layout/write-xml.ts");
    return countRecords(bytes);
  },
};
