import { replaceIllegal } from "./markup.ts";

/** A text as the value of a content line (RFC 5545 and 6350): the library escapes LF, but would let CR through. */
export function contentText(text: string): string {
  return replaceIllegal(text).replace(/\r\n?/g, "\n");
}
