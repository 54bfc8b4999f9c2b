import type { ReportBar, ReportWeek } from "../report-model.ts";
import { percent } from "../report-model.ts";
import type { TextStyle } from "./ink.ts";
import { ink } from "./ink.ts";
import type { Sheet } from "./sheet.ts";

const label: TextStyle = { size: 9.4, color: ink.second };
const small: TextStyle = { size: 8.6, color: ink.third };

/** Horizontal bars over a track, each with its number and share. */
export function drawBars(sheet: Sheet, bars: readonly ReportBar[]): void {
  const from = sheet.left + 87;
  const width = sheet.right - 76 - from;
  const height = 18;
  for (const { label: name, count, share } of bars) {
    const top = sheet.y;
    sheet.decorate(() => {
      sheet.kit.fillColor(ink.track).roundedRect(from, top, width, height, 2.5).fill();
      const length = share * width;
      if (length <= 0) return;
      const radius = Math.min(2.5, length / 2);
      sheet.kit.fillColor(ink.accent).roundedRect(from, top, length, height, radius).fill();
    });
    const baseline = top + 12.4;
    sheet.tag("P", () => {
      sheet.text(name, sheet.left, baseline, label);
      sheet.textRight(String(count), sheet.right - 42, baseline, { size: 9, bold: true });
      sheet.textRight(percent(share), sheet.right, baseline, { size: 9, color: ink.third });
    });
    sheet.y += height + 6.6;
  }
  sheet.y += 13;
}

/** Columns, one a week, with a dashed line at the goal; the unfinished week is lighter. */
export function drawWeeks(
  sheet: Sheet,
  weeks: readonly ReportWeek[],
  goal: number | undefined,
): void {
  const height = 75;
  const top = sheet.y + 6;
  const base = top + height;
  const from = sheet.left + 17;
  const to = goal === undefined ? sheet.right : sheet.right - 36;
  const most = niceTop(Math.max(1, goal ?? 0, ...weeks.map(({ count }) => count)));
  const step = (to - from) / weeks.length;
  const bar = Math.min(21, step * 0.66);
  const heightOf = (count: number): number => (count / most) * height;
  sheet.decorate(() => {
    for (const value of [0, most / 2, most]) {
      const y = base - heightOf(value);
      sheet.kit.lineWidth(0.5).strokeColor(ink.line).moveTo(from, y).lineTo(to, y).stroke();
    }
    for (const [at, { count, over }] of weeks.entries()) {
      if (count === 0) continue;
      const x = from + at * step + (step - bar) / 2;
      const tall = heightOf(count);
      sheet.kit.fillColor(over ? ink.accent : lighter);
      sheet.kit.roundedRect(x, base - tall, bar, tall, Math.min(1.6, tall / 2)).fill();
    }
    if (goal !== undefined) drawGoal(sheet, from, to, base - heightOf(goal));
  });
  const alt = weeks.map(({ from: week, count }) => `${week}: ${String(count)}`).join(", ");
  sheet.tag(
    "Figure",
    () => {
      for (const value of [0, most / 2, most]) {
        sheet.textRight(String(value), from - 6, base - heightOf(value) + 3, small);
      }
      for (const [at, week] of weeks.entries()) {
        const middle = from + at * step + step / 2;
        sheet.text(week.label, middle - sheet.measure(small)(week.label) / 2, base + 12, small);
      }
      if (goal !== undefined) {
        const style = { ...small, color: ink.second };
        sheet.text(`goal ${String(goal)}`, to + 5, base - heightOf(goal) + 3, style);
      }
    },
    undefined,
    `Applications a week. ${alt}`,
  );
  sheet.y = base + 32;
}

const lighter = "#9db7e6";

function drawGoal(sheet: Sheet, from: number, to: number, y: number): void {
  sheet.kit.lineWidth(1).strokeColor(ink.text).dash(3.2, { space: 2.4 });
  sheet.kit.moveTo(from, y).lineTo(to, y).stroke().undash();
}

/** An even number at the top of the axis, so that its half is whole too. */
function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(most));
  const steps = [1, 2, 4, 6, 8, 10].map((step) => step * size);
  return steps.find((step) => step >= most && step % 2 === 0) ?? most;
}
