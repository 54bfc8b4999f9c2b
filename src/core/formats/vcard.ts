import type { Format } from "./contract.ts";

/** An address book (RFC 6350; RFC 2426 on request): contacts, and nothing else. Option `version`: `3.0` or `4.0`. */
export const vcard: Format = {
  label: "Address book",
  words: ["vcard", "vcards", "vcf", "vcf file", "address book", "contact cards"],
  extension: "vcf",
  mediaType: "text/vcard;charset=utf-8",
  layout: "whole",
  lossless: false,
  refuses: (kindId) => (kindId === "contacts" ? undefined : "An address book holds contacts only"),
  async *write(document) {
    const { writeCards } = await import("../layout/write-cards.ts");
    yield* writeCards(document);
  },
  async count(bytes) {
    const { countCards } = await import("../layout/write-cards.ts");
    return countCards(bytes);
  },
};
