import { fail } from "../failure.ts";
import { startsLikeVault } from "../vault/header.ts";
import { readVault } from "../vault/read-vault.ts";
import { writeVault } from "../vault/write-vault.ts";
import { collectBlob } from "../zip/byte-streams.ts";
import { openZip } from "../zip/open-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import type { Container } from "./contract.ts";

/** The sealed file `.jtb`: default for backups and schedules (docs/formats/vault.md). */
export const vault: Container = {
  label: "Sealed backup",
  words: ["vault", "sealed", "sealed file", "encrypted", "encrypted backup", "jtb"],
  extension: "jtb",
  mediaType: "application/octet-stream",
  encrypts: true,
  pack(files, key) {
    if (key === undefined) return fail({ code: "passphrase-missing" });
    return writeVault(writeZip(files), key);
  },
  recognises: startsLikeVault,
  async *unpack(archive, key) {
    if (key === undefined) return fail({ code: "passphrase-missing" });
    const credential = typeof key === "string" ? { passphrase: key } : key;
    const plain = await collectBlob(await readVault(archive, credential));
    const opened = await openZip(plain, {});
    for (const entry of opened.entries) yield { name: entry.name, bytes: entry.open() };
  },
};
