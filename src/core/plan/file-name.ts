import { fold } from "../select/fold.ts";

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const maxLength = 100;

/**
 * A file name that every system accepts: `[A-Za-z0-9._-]`, at most 100 characters, no device name,
 * no leading or trailing dot. Letters outside ASCII are folded, or dropped where they cannot be.
 */
export function fileName(parts: readonly string[], extension: string): string {
  const plain = parts
    .map((part) =>
      fold(part)
        .replaceAll("&", "and")
        .replace(/[^a-z0-9._-]+/g, "-"),
    )
    .map((part) => part.replace(/^[-._]+|[-._]+$/g, "").replace(/\.{2,}/g, "."))
    .filter((part) => part !== "");
  const base = plain
    .join("-")
    .slice(0, maxLength - extension.length - 1)
    .replace(/[-._]+$/, "");
  const safe = base === "" ? "export" : reserved.test(base) ? `${base}-file` : base;
  return `${safe}.${extension}`;
}
