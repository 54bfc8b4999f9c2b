import type { Bytes } from "../formats/contract.ts";
import type { Sanitizer } from "../sanitize/make-sanitizer.ts";
import { isSanitizing } from "./sanitizing.ts";

const textExtensions = new Set(
  "json ndjson csv tsv md html xml yaml yml txt ics svg css".split(" "),
);
/** Large enough that searching for every original value costs little. */
const pageCharacters = 2_000_000;

export function isText(fileName: string): boolean {
  return textExtensions.has(fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase());
}

/**
 * Reads finished text once more for what the level removes, and for values that were replaced. Pages end
 * at a line end, so that nothing is cut in two. Returns the type of the first find.
 */
export async function findLeak(
  bytes: ReadableStream<Bytes>,
  sanitizer: Sanitizer,
): Promise<string | undefined> {
  const scans = isSanitizing(sanitizer.sanitization);
  const decoder = new TextDecoder();
  let text = "";
  let found: string | undefined;
  for await (const piece of bytes) {
    if (!scans || found !== undefined) continue;
    text += decoder.decode(piece, { stream: true });
    if (text.length < pageCharacters) continue;
    const end = text.lastIndexOf("\n") + 1;
    if (end === 0) continue;
    found = sanitizer.rescan(text.slice(0, end))[0]?.type;
    text = text.slice(end);
  }
  return found ?? (text === "" ? undefined : sanitizer.rescan(text)[0]?.type);
}
