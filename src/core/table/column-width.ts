import type { AnyKind } from "../records/any-kind.ts";

/** Least width in px and share of what is left over; a share of 0 stays as it is. */
export interface ColumnWidth {
  readonly least: number;
  readonly share: number;
}

const named: Readonly<Record<string, ColumnWidth>> = {
  company: { least: 140, share: 1.5 },
  title: { least: 140, share: 1.6 },
  name: { least: 160, share: 1.5 },
  status: { least: 104, share: 0 },
  moved: { least: 60, share: 0 },
  next: { least: 168, share: 2.4 },
  salary: { least: 108, share: 0 },
  location: { least: 84, share: 0.8 },
  source: { least: 96, share: 0.8 },
  query: { least: 180, share: 2 },
  text: { least: 260, share: 4 },
  application_id: { least: 190, share: 2 },
};

/** How wide a column is: the same for every row, because rows are laid out one by one. */
function columnWidth(kind: AnyKind, column: string): ColumnWidth {
  const known = named[column];
  if (known !== undefined) return known;
  switch (kind.fields[column]?.type) {
    case "day":
      return { least: 76, share: 0 };
    case "integer":
    case "decimal":
    case "flag":
      return { least: 84, share: 0 };
    case "instant":
      return { least: 150, share: 0 };
    case "long-text":
    case "messages":
      return { least: 140, share: 1.6 };
    default:
      return { least: 110, share: 1 };
  }
}

/** A width set by hand: wide enough to read and to take hold of again, and never wider than a screen. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, 56), 800));
}

type Widths = Readonly<Record<string, number>>;

/** The grid of one row: a box to choose it, then the columns; `widths` are those set by hand. */
export function gridTemplate(
  kind: AnyKind,
  columns: readonly string[],
  widths: Widths = {},
): string {
  const tracks = columns.map((column) => {
    const { least, share } = columnWidth(kind, column);
    const chosen = widths[column];
    if (chosen !== undefined) return `${String(chosen)}px`;
    return share === 0 ? `${String(least)}px` : `minmax(${String(least)}px, ${String(share)}fr)`;
  });
  return ["16px", ...tracks].join(" ");
}

/** What the grid needs at least, gaps and margins included, before the table scrolls sideways. */
export function leastWidth(kind: AnyKind, columns: readonly string[], widths: Widths = {}): number {
  const gap = 16;
  const needed = columns.map((column) => (widths[column] ?? columnWidth(kind, column).least) + gap);
  return needed.reduce((sum, width) => sum + width, 16 + 48);
}
