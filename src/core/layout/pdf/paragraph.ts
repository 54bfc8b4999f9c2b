import { cleanText } from "./clean-text.ts";
import type { TextStyle } from "./ink.ts";
import type { Sheet } from "./sheet.ts";
import { wrapText } from "./wrap-text.ts";

interface ParagraphStyle extends TextStyle {
  /** Points from baseline to baseline. */
  readonly leading: number;
}

/** Writes a paragraph at the cursor, over as many pages as it needs, and moves the cursor below it. */
export function writeParagraph(
  sheet: Sheet,
  text: string,
  style: ParagraphStyle,
  place: { readonly x?: number; readonly width?: number; readonly tag?: string } = {},
): void {
  const { x = sheet.left, width = sheet.right - x, tag = "P" } = place;
  const lines = wrapText(cleanText(text), width, sheet.measure(style));
  // A heading that begins where no line fits any more stands on the next page.
  if (tag === "H2" && sheet.y + style.leading > sheet.bottom) sheet.addPage(sheet.orientation);
  if (tag === "H2") sheet.bookmark(cleanText(text));
  sheet.tag(tag, () => {
    for (const line of lines) {
      if (sheet.y + style.leading > sheet.bottom) sheet.addPage(sheet.orientation);
      sheet.y += style.leading;
      sheet.text(line, x, sheet.y - style.leading * 0.26, style, width);
    }
  });
}

/** Begins a new page unless `height` points are left on this one. */
export function ensureRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.bottom) sheet.addPage(sheet.orientation);
}
