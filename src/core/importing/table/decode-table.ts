import type { Bytes } from "../../formats/contract.ts";
import type { FoundFile } from "../../importers/contract.ts";
import { encodingOf } from "../../restore/sniff.ts";

/** Encodings that a guess may name; anything else is taken as Windows-1252, the usual one of old files. */
const guessable = new Set([
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "gb18030",
  "big5",
  "windows-1251",
  "koi8-r",
  "iso-8859-2",
  "windows-1250",
]);

export interface Encoding {
  readonly label: string;
  /** Set where it is a guess: shown, and worth a look at the letters. */
  readonly guessed?: true;
}

/** The encoding of a table: its mark, strict UTF-8, the NULs of UTF-16, then a guess. */
export async function guessEncoding(head: Uint8Array): Promise<Encoding> {
  const wide = encodingOf(head);
  if (wide !== "utf-8") {
    const marked = head[0] === 0xff || head[0] === 0xfe;
    return marked ? { label: wide } : { label: wide, guessed: true };
  }
  if (isUtf8(head)) return { label: "utf-8" };
  return guessOld(head);
}

/** What a file that is no UTF-8 is written in. */
export async function guessOld(head: Uint8Array): Promise<Encoding> {
  const { default: chardet } = await import("chardet");
  const high = head.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0) / head.byteLength;
  // One umlaut in a hundred letters is Western; a text of another script is mostly high bytes.
  const [best] = high < 0.15 ? [] : chardet.analyse(head);
  const name = best?.name.toLowerCase() ?? "";
  const label = guessable.has(name) ? name : "windows-1252";
  return { label, guessed: true };
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file in pieces, without its byte order mark. Throws TypeError where it does not fit. */
export async function* decodeTable(
  stream: ReadableStream<Bytes>,
  label: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: label === "utf-8" });
  for await (const part of stream) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}

/** Bytes that the first letters of a file take up: the place of a fault, for the message. */
export async function bytesOfLetters(
  file: Pick<FoundFile, "open">,
  label: string,
  letters: number,
): Promise<number> {
  if (label.startsWith("utf-16")) return letters * 2;
  if (label !== "utf-8") return letters;
  const encoder = new TextEncoder();
  let left = letters;
  let bytes = 0;
  for await (const text of decodeTable(file.open(), label)) {
    bytes += encoder.encode(text.slice(0, left)).byteLength;
    left -= Math.min(left, text.length);
    if (left === 0) break;
  }
  return bytes;
}
