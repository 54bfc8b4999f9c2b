import type { LabelGroup } from "./label-words.ts";
import type { Page } from "./page.ts";

/** A cell under a head that is a label. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly LabelGroup[];
}

function cellsOf(page: Page, start: number, end: number): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && page.text.charAt(at) !== "|" && page.text.charAt(at) !== "\t") continue;
    const raw = page.text.slice(from, at);
    const left = raw.length - raw.trimStart().length;
    cells.push({ start: from + left, end: from + left + raw.trim().length });
    from = at + 1;
  }
  return cells;
}

/** Cells of tables with bars or tabs whose first line names the columns: a head labels all cells below it. */
export function* labelledCells(page: Page): Generator<Cell> {
  let heads: { readonly groups: readonly LabelGroup[] }[] = [];
  if (!/\|[^\n]*\||\t/.test(page.text)) return;
  for (const line of page.lines) {
    if (!/[|\t]/.test(page.text.slice(line.start, line.end))) {
      if (line.kind !== "empty" || line.end === line.start) heads = [];
      continue;
    }
    const cells = cellsOf(page, line.start, line.end);
    if (heads.length === 0) {
      heads = cells.map((cell) => ({
        groups:
          page.labels.find((label) => label.start === cell.start && label.end >= cell.end - 4)
            ?.groups ?? [],
      }));
      continue;
    }
    for (const [i, cell] of cells.entries()) {
      const groups = heads[i]?.groups ?? [];
      if (groups.length > 0 && cell.end > cell.start) yield { ...cell, groups };
    }
  }
}
