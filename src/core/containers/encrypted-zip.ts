import { fail } from "../failure.ts";
import { normalizePassphrase } from "../vault/passphrase.ts";
import { openSealed, writeSealed } from "../zip/sealed-zip.ts";
import { startsLikeZip } from "../zip/end-record.ts";
import { openZip } from "../zip/open-zip.ts";
import { writeZip } from "../zip/write-zip.ts";
import type { Container, SealingKey } from "./contract.ts";

/** WinZip AE-2, AES-256, with exactly one stored entry: the plain ZIP (security.md D1). */
export const encryptedZip: Container = {
  label: "Encrypted ZIP",
  words: ["encrypted zip", "zip with password", "password-protected zip", "protected zip"],
  extension: "zip",
  mediaType: "application/zip",
  encrypts: true,
  pack: (files, key) => writeSealed(writeZip(files), zipPassword(key)),
  recognises: (head) => startsLikeZip(head) && (head[8] ?? 0) === 99,
  async *unpack(archive, key) {
    const inner = await openSealed(archive, typeof key === "string" ? key : undefined);
    const opened = await openZip(inner, {});
    for (const entry of opened.entries) yield { name: entry.name, bytes: entry.open() };
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
