import { capsuleVersion } from "../capsule/layout.ts";
import { startsLikeVault } from "../vault/layout.ts";
import { startsLikeZip } from "../zip/zip-start.ts";

export type Sniffed = "vault" | "capsule" | "zip" | "text" | { readonly not: string };

const ascii = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** First bytes of what people drop by mistake, whatever its name says. */
const others: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "a picture (PNG)"],
  [[0xff, 0xd8, 0xff], "a picture (JPEG)"],
  [ascii("GIF8"), "a picture (GIF)"],
  [ascii("RIFF"), "a picture or a sound"],
  [ascii("%PDF"), "a PDF"],
  [[0x1f, 0x8b], "a gzip file; unpack it first"],
  [ascii("BZh"), "a bzip2 file; unpack it first"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "an xz file; unpack it first"],
  [[0x28, 0xb5, 0x2f, 0xfd], "a zstd file; unpack it first"],
  [ascii("7z\xbc\xaf"), "a 7-Zip file; unpack it first"],
  [ascii("Rar!"), "a RAR file; unpack it first"],
  [ascii("SQLite format 3"), "a database (SQLite)"],
  [ascii("PAR1"), "a Parquet file"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Office file (.xls, .doc); save it as .xlsx or CSV"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program"],
  [ascii("MZ"), "a program"],
];

/** What a file is by its first bytes, never by its name or media type. */
export function sniff(head: Uint8Array): Sniffed {
  if (startsLikeVault(head)) return "vault";
  if (capsuleVersion(head) !== undefined) return "capsule";
  if (startsLikeZip(head)) return "zip";
  // A TAR says so behind the name of its first file (POSIX ustar).
  if (headText(head.subarray(257, 262)) === "ustar") return { not: "a TAR file; unpack it first" };
  const other = others.find(([sign]) => sign.every((byte, index) => head[index] === byte));
  if (other !== undefined) return { not: other[1] };
  return "text";
}

/** The first bytes as text, for recognising only: damage shows as replacement characters. */
export function headText(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head)).decode(head);
}

/**
 * The encoding by mark, or by the pattern of NUL bytes that UTF-16 has in Western text; anything else is
 * taken as UTF-8 here.
 */
export function encodingOf(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const sample = head.subarray(0, 512);
  const zeros = (odd: number): number =>
    sample.reduce((sum, byte, index) => sum + (byte === 0 && index % 2 === odd ? 1 : 0), 0);
  const many = sample.byteLength / 5;
  if (sample.byteLength >= 4 && zeros(1) > many && zeros(0) < many / 4) return "utf-16le";
  if (sample.byteLength >= 4 && zeros(0) > many && zeros(1) < many / 4) return "utf-16be";
  return "utf-8";
}
