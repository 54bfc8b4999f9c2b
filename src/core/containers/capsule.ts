import { capsuleVersion } from "../capsule/layout.ts";
import { vaultInside } from "../capsule/read-capsule.ts";
import { writeCapsule } from "../capsule/write-capsule.ts";
import { fail } from "../failure.ts";
import type { Bytes } from "../formats/contract.ts";
import { readVault } from "../vault/read-vault.ts";
import { writeVault } from "../vault/write-vault.ts";
import { collectBlob, streamFrom } from "../zip/byte-streams.ts";
import { openZip } from "../zip/open-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import type { Container } from "./contract.ts";

/** A page that opens itself in any desktop browser, offline, for people without this app (docs/formats/capsule.md). */
export const capsule: Container = {
  label: "Capsule",
  words: ["capsule", "self-opening page", "page that opens itself", "self-decrypting page"],
  extension: "html",
  mediaType: "text/html",
  encrypts: true,
  pack(files, key, made) {
    if (key === undefined) return fail({ code: "passphrase-missing" });
    return streamFrom(paged(writeVault(writeZip(files), key), made));
  },
  recognises: (head) => capsuleVersion(head) !== undefined,
  async *unpack(archive, key) {
    if (key === undefined) return fail({ code: "passphrase-missing" });
    const credential = typeof key === "string" ? { passphrase: key } : key;
    const plain = await collectBlob(await readVault(await vaultInside(archive), credential));
    const opened = await openZip(plain, {});
    for (const entry of opened.entries) yield { name: entry.name, bytes: entry.open() };
  },
};

const months =
  "January February March April May June July August September October November December";

async function* paged(sealed: ReadableStream<Bytes>, made?: Date): AsyncGenerator<Bytes> {
  const page = await import("../../generated/capsule-page.ts");
  const madeOn =
    made &&
    `${String(made.getDate())} ${months.split(" ")[made.getMonth()] ?? ""} ${String(made.getFullYear())}`;
  yield* writeCapsule(sealed, page, madeOn);
}
