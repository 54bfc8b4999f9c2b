import { fail } from "../failure.ts";
import { startsLikeVault } from "../vault/layout.ts";
import { checkPassphrase } from "../vault/passphrase.ts";
import { collectBlob, streamWhenRead } from "../zip/byte-streams.ts";
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
    if ("passphrase" in key) checkPassphrase(key.passphrase);
    return streamWhenRead(async () => {
      const [{ writeVault }, { writeZip }] = await Promise.all([
        import("../vault/write-vault.ts"),
        import("../zip/write-zip.ts"),
      ]);
      return writeVault(writeZip(files), key);
    });
  },
  recognises: startsLikeVault,
  async *unpack(archive, key) {
    if (key === undefined) return fail({ code: "passphrase-missing" });
    const credential = typeof key === "string" ? { passphrase: key } : key;
    const { readVault } = await import("../vault/read-vault.ts");
    const { readEntries } = await import("../zip/read-entries.ts");
    yield* readEntries(await collectBlob(await readVault(archive, credential)));
  },
};
