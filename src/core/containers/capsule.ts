import { capsuleVersion } from "../capsule/layout.ts";
import type { Bytes } from "../formats/contract.ts";
import { streamFrom } from "../zip/byte-streams.ts";
import type { Container } from "./contract.ts";
import { vault } from "./vault.ts";

/** A page that opens itself in any desktop browser, offline, for people without this app (docs/formats/capsule.md). */
export const capsule: Container = {
  label: "Capsule",
  words: ["capsule", "self-opening page", "page that opens itself", "self-decrypting page"],
  extension: "html",
  mediaType: "text/html",
  encrypts: true,
  pack: (files, key, made) => streamFrom(paged(vault.pack(files, key), made)),
  recognises: (head) => capsuleVersion(head) !== undefined,
  async *unpack(archive, key) {
    const { vaultInside } = await import("../capsule/read-capsule.ts");
    yield* vault.unpack(await vaultInside(archive), key);
  },
};

async function* paged(sealed: ReadableStream<Bytes>, made?: Date): AsyncGenerator<Bytes> {
  const [page, { writeCapsule }] = await Promise.all([
    import("../../generated/capsule-page.ts"),
    import("../capsule/write-capsule.ts"),
  ]);
  const options = { day: "numeric", month: "long", year: "numeric" } as const;
  const madeOn = made?.toLocaleDateString("en-GB", options);
  yield* writeCapsule(sealed, page, madeOn);
}
