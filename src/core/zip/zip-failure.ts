import type { Failure } from "../failure.ts";
import { FailureError } from "../failure.ts";

type Words = readonly [text: string, code: "archive-damaged" | "archive-refused", detail: string];

/** What zip.js says, and what it means to a person. Its messages are constants of the library. */
const known: readonly Words[] = [
  ["Invalid CRC", "archive-damaged", "Its checksum differs"],
  ["Invalid signature", "archive-damaged", "Its checksum differs"],
  ["Invalid authentication code", "archive-damaged", "It was changed after it was sealed"],
  ["Invalid uncompressed size", "archive-refused", "It does not hold as many bytes as it says"],
  ["Invalid compressed data", "archive-damaged", "It cannot be unpacked"],
  ["Ambiguous archive", "archive-refused", "Two places of the archive disagree about it"],
  ["Overlapping entry", "archive-refused", "It shares bytes with another entry"],
  ["Entry data out of bounds", "archive-damaged", "It is cut off"],
  ["Local file header not found", "archive-damaged", "It is not where the directory says"],
  ["Central directory header not found", "archive-damaged", "The directory is damaged"],
  ["End of central directory not found", "archive-damaged", "It is cut off"],
  ["File format is not recognized", "archive-damaged", "It cannot be read as a ZIP"],
  ["Unsafe filename", "archive-refused", "The name leaves its folder"],
  ["Encryption method not supported", "archive-refused", "It is sealed in a way that is not read"],
  ["Compression method not supported", "archive-refused", "It is packed in a way that is not read"],
  ["Split zip file", "archive-refused", "It is one part of a split archive"],
];

/** Turns an error of zip.js into a failure that names the entry; failures pass unchanged. */
export function toZipFailure(error: unknown, where: string): FailureError {
  if (error instanceof FailureError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new FailureError(failureOf(text, where), error);
}

function failureOf(text: string, where: string): Failure {
  if (/^Invalid password/i.test(text)) return { code: "wrong-passphrase" };
  if (text === "File contains encrypted entry") return { code: "passphrase-missing" };
  const found = known.find(([start]) => text.toLowerCase().startsWith(start.toLowerCase()));
  if (found !== undefined) return { code: found[1], where, detail: found[2] };
  return { code: "archive-damaged", where, detail: "It cannot be read" };
}
