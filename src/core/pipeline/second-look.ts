import type { Bytes, Format } from "../formats/contract.ts";
import { textOfPackage } from "../reading/package-text.ts";
import type { Sanitizer } from "../sanitize/make-sanitizer.ts";

const textExtensions = new Set(
  "json ndjson csv tsv md html xml yaml yml txt ics svg css".split(" "),
);
/** ZIPs of XML parts. */
function isPackage(extension: string | undefined): boolean {
  return extension === "xlsx" || extension === "docx";
}

/** Large enough that searching for every original value costs little. */
const pageCharacters = 2_000_000;

export function isText(fileName: string): boolean {
  return textExtensions.has(fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase());
}

/** True where a finished file of the format can be read as text again. */
export function isReadable(format: Format): boolean {
  return (
    format.text !== undefined || isText(`x.${format.extension}`) || isPackage(format.extension)
  );
}

/** What a person reads in a finished file: decoded by the format, or the text as it stands. */
export function textOf(
  bytes: ReadableStream<Bytes>,
  format: Format | undefined,
): AsyncIterable<string> {
  if (format?.text === undefined && isPackage(format?.extension)) return textOfPackage(bytes);
  return format?.text?.(bytes) ?? decode(bytes);
}

async function* decode(bytes: ReadableStream<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/**
 * Reads finished text once more for what the level removes, and for values that were replaced. Pages end
 * at a line end, so that nothing is cut in two. Returns the type of the first find.
 */
export async function findLeak(
  texts: AsyncIterable<string>,
  sanitizer: Sanitizer,
): Promise<string | undefined> {
  let text = "";
  let found: string | undefined;
  // Read to the end even after a find: whoever feeds both halves of a stream waits for both.
  for await (const piece of texts) {
    if (found !== undefined) continue;
    text += piece;
    if (text.length < pageCharacters) continue;
    const end = text.lastIndexOf("\n") + 1;
    if (end === 0) continue;
    found = sanitizer.rescan(text.slice(0, end))[0]?.type;
    text = text.slice(end);
  }
  return found ?? (text === "" ? undefined : sanitizer.rescan(text)[0]?.type);
}
