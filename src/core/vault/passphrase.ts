import { fail } from "../failure.ts";

/**
 * What every seal is made of: NFC, without TAB, LF, CR and SPACE at the ends (contracts of the vault,
 * "P"). `trim()` would drop more, and then no other reader could open the file.
 */
export function normalizePassphrase(typed: string): string {
  return typed.normalize("NFC").replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
}

/** @throws FailureError `passphrase-missing`; `passphrase-weak` for one that no reader could type. */
export function checkPassphrase(typed: string): void {
  if (normalizePassphrase(typed) === "") fail({ code: "passphrase-missing" });
  if (!typed.isWellFormed()) {
    fail({
      code: "passphrase-weak",
      why: "It holds half a character, which cannot be typed again.",
    });
  }
}
