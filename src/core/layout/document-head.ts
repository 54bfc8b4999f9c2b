import type { ExportDocument } from "../formats/contract.ts";
import { showInstant } from "./show-value.ts";

/** One line of the head of a document: a name and what it says. */
interface HeadLine {
  readonly name: string;
  readonly text: string;
}

/** What every document says about itself: when, what was asked, which level, what was left out. */
export function documentHead(document: ExportDocument): readonly HeadLine[] {
  const { timestamp, request, privacy_level: level, coverage } = document.exportInfo;
  const lines: HeadLine[] = [{ name: "Made", text: showInstant(timestamp) }];
  if (request !== "") lines.push({ name: "Request", text: request });
  lines.push({ name: "Privacy", text: privacyWords(level) });
  lines.push({ name: "Records", text: String(coverage.total) });
  for (const { what, count, why } of coverage.left_out) {
    const amount = count === undefined ? "" : ` (${String(count)})`;
    lines.push({ name: "Left out", text: `${what}${amount}: ${why}` });
  }
  return lines;
}

/** A privacy level as a reader of the file understands it. */
export function privacyWords(level: string): string {
  return level === "none" ? "nothing removed" : `level ${level}`;
}
