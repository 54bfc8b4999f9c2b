import type { FoundFile } from "../importers/contract.ts";
import { headText } from "../restore/sniff.ts";

/** What the first bytes of one of our own files say it is, or undefined. */
export function ownHead(file: FoundFile): "json" | "ndjson" | undefined {
  const text = headText(file.head).trimStart();
  // The schema of a package describes `export_info` and `data`, and holds neither.
  if (!text.startsWith("{") || /^\{\s*"\$schema"/.test(text)) return undefined;
  const [line = ""] = text.split("\n", 1);
  if (/^\{\s*"export_info"\s*:/.test(line) && isWholeObject(line)) {
    // A JSON document on one line holds `data` as well.
    return /"data"\s*:\s*\{/.test(line) ? "json" : "ndjson";
  }
  return /"export_info"\s*:\s*\{/.test(text) && /"data"\s*:|"version"\s*:/.test(text)
    ? "json"
    : undefined;
}

function isWholeObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}
