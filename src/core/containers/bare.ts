import { fail } from "../failure.ts";
import { streamFrom, streamOf } from "../zip/byte-streams.ts";
import type { Bytes } from "../formats/contract.ts";
import type { Container, ExportFile } from "./contract.ts";

/** The file itself, nothing around it. */
export const bare: Container = {
  label: "One file",
  words: ["plain file", "single file", "just the file", "uncompressed"],
  encrypts: false,
  single: true,
  pack: (files) => streamFrom(onlyFile(files)),
  recognises: () => false,
  async *unpack(archive) {
    await Promise.resolve();
    yield { name: "file", bytes: streamOf(archive) };
  },
};

async function* onlyFile(files: AsyncIterable<ExportFile>): AsyncGenerator<Bytes> {
  let found = false;
  for await (const file of files) {
    if (found) fail({ code: "unsupported", what: "One file cannot hold several" });
    found = true;
    yield* file.bytes;
  }
}
