import { openZip } from "../zip/open-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import { startsLikeZip } from "../zip/end-record.ts";
import type { Container } from "./contract.ts";

/** A ZIP that every system opens without another program. */
export const zip: Container = {
  label: "ZIP",
  words: ["zip", "zip file", "zipped", "archive", "compressed"],
  extension: "zip",
  mediaType: "application/zip",
  encrypts: false,
  pack: (files) => writeZip(files),
  // A first entry of method 99 is sealed: then it is an encrypted ZIP.
  recognises: (head) => startsLikeZip(head) && head[8] !== 99,
  async *unpack(archive, key) {
    const opened = await openZip(archive, typeof key === "string" ? { passphrase: key } : {});
    for (const entry of opened.entries) yield { name: entry.name, bytes: entry.open() };
  },
};
