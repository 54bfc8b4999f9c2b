import { streamWhenRead } from "../zip/byte-streams.ts";
import { startsLikeZip } from "../zip/zip-start.ts";
import type { Container } from "./contract.ts";

/** A ZIP that every system opens without another program. */
export const zip: Container = {
  label: "ZIP",
  words: ["zip", "zip file", "zipped", "archive", "compressed"],
  extension: "zip",
  mediaType: "application/zip",
  encrypts: false,
  pack: (files) =>
    streamWhenRead(async () => {
      const { writeZip } = await import("../zip/write-zip.ts");
      return writeZip(files);
    }),
  // A first entry of method 99 is sealed: then it is an encrypted ZIP.
  recognises: (head) => startsLikeZip(head) && head[8] !== 99,
  async *unpack(archive, key) {
    const { readEntries } = await import("../zip/read-entries.ts");
    yield* readEntries(archive, typeof key === "string" ? { passphrase: key } : {});
  },
};
