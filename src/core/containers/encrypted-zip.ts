import { fail } from "../failure.ts";
import { normalizePassphrase } from "../vault/passphrase.ts";
import { streamWhenRead } from "../zip/byte-streams.ts";
import { startsLikeZip } from "../zip/zip-start.ts";
import type { Container, SealingKey } from "./contract.ts";

/** WinZip AE-2, AES-256, with exactly one stored entry: the plain ZIP (security.md D1). */
export const encryptedZip: Container = {
  label: "Encrypted ZIP",
  words: ["encrypted zip", "zip with password", "password-protected zip", "protected zip"],
  extension: "zip",
  mediaType: "application/zip",
  encrypts: true,
  pack(files, key) {
    const password = zipPassword(key);
    return streamWhenRead(async () => {
      const [{ writeSealed }, { writeZip }] = await Promise.all([
        import("../zip/sealed-zip.ts"),
        import("../zip/write-zip.ts"),
      ]);
      return writeSealed(writeZip(files), password);
    });
  },
  recognises: (head) => startsLikeZip(head) && head[8] === 99,
  async *unpack(archive, key) {
    const { openSealed } = await import("../zip/sealed-zip.ts");
    const { readEntries } = await import("../zip/read-entries.ts");
    yield* readEntries(await openSealed(archive, typeof key === "string" ? key : undefined));
  },
};

/** Tools disagree on the encoding of other characters, so the password is printable ASCII. */
function zipPassword(key: SealingKey | undefined): string {
  if (key === undefined || !("passphrase" in key)) return fail({ code: "passphrase-missing" });
  const passphrase = normalizePassphrase(key.passphrase);
  if (passphrase === "") return fail({ code: "passphrase-missing" });
  if (!/^[\x20-\x7e]+$/.test(passphrase)) {
    const why = "An encrypted ZIP takes letters, digits and signs of ASCII alone.";
    return fail({ code: "passphrase-weak", why });
  }
  return passphrase;
}
