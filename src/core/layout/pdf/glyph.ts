import type { StageGlyph } from "../report-open.ts";
import { ink } from "./ink.ts";
import type { Sheet } from "./sheet.ts";

const radius = 4.3;
const shares: Readonly<Record<StageGlyph, number>> = {
  ring: 0,
  quarter: 0.25,
  half: 0.5,
  "three-quarters": 0.75,
};

/** The sign of a stage: a ring that fills clockwise from the top (look.md, stage glyph). */
export function drawGlyph(sheet: Sheet, glyph: StageGlyph, x: number, y: number): void {
  const share = shares[glyph];
  const color = share === 0 ? ink.second : ink.accent;
  sheet.kit.lineWidth(1.3).strokeColor(color).circle(x, y, radius).stroke();
  if (share === 0) return;
  const inner = radius - 1.4;
  const angle = share * 2 * Math.PI;
  const endX = x + inner * Math.sin(angle);
  const endY = y - inner * Math.cos(angle);
  const large = share > 0.5 ? 1 : 0;
  const arc = `A ${String(inner)} ${String(inner)} 0 ${String(large)} 1 ${String(endX)} ${String(endY)}`;
  const path = `M ${String(x)} ${String(y)} L ${String(x)} ${String(y - inner)} ${arc} Z`;
  sheet.kit.fillColor(color).path(path).fill();
}
