/** How a document can be looked at inside the app. */
export type PreviewKind = "image" | "text" | "pdf" | "none";

const starts: readonly (readonly [kind: PreviewKind, media: string, bytes: readonly number[]])[] = [
  ["pdf", "application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image", "image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image", "image/jpeg", [0xff, 0xd8, 0xff]],
  ["image", "image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image", "image/webp", [0x52, 0x49, 0x46, 0x46]],
];

/**
 * Decided by the first bytes, never by the name or the stated type: a page that calls itself a picture is
 * shown as text, and nothing is ever opened as a page of this app.
 * @param head the first bytes, 512 are enough.
 */
export function previewKind(head: Uint8Array): {
  readonly kind: PreviewKind;
  readonly mediaType: string;
} {
  const known = starts.find(([, , bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (known !== undefined) return { kind: known[0], mediaType: known[1] };
  return { kind: isText(head) ? "text" : "none", mediaType: "text/plain" };
}

/** UTF-8 without control characters; a character that the cut at the end halved does not count. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return [...text].every((one) => one >= " " || one === "\t" || one === "\n" || one === "\r");
  } catch {
    return false;
  }
}
