/**
 * What every seal is made of: NFC, without TAB, LF, CR and SPACE at the ends (contracts of the vault,
 * "P"). `trim()` would drop more, and then no other reader could open the file.
 */
export function normalizePassphrase(typed: string): string {
  return typed.normalize("NFC").replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
}
