/**
 * The self-opening page, version 1 (docs/formats/capsule.md): HTML around a vault in base64. The mark
 * names the version; the payload stands on lines of its own between the two tags.
 */
export const capsuleMark = '<!doctype html>\n<html lang="en" data-job-tracker-capsule="1">';
export const payloadOpens = '<script type="text/plain" id="vault">\n';
export const payloadCloses = "</script>";
/** Behind the payload, to the last byte: a cut page can be told from a whole one. */
export const pageEnd = `${payloadCloses}\n<i id="whole" hidden></i>\n</body>\n</html>\n`;

/** Bytes of the vault inside: base64 and the document hold it several times over (security.md, D1). */
export const maxVaultBytes = 50_000_000;

/** Everything that is not the payload fits in this, so that a reader need not search the whole file. */
export const maxFrameBytes = 131_072;

const anyVersion = /^<!doctype html>\n<html lang="en" data-job-tracker-capsule="(\d{1,3})">/;

/** The version of a capsule by its first bytes; undefined where it is none. */
export function capsuleVersion(head: Uint8Array): number | undefined {
  const text = new TextDecoder("latin1").decode(head.subarray(0, 96));
  const version = anyVersion.exec(text)?.[1];
  return version === undefined ? undefined : Number(version);
}
