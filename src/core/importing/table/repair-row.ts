import { isLink } from "./column-values.ts";
import type { Target } from "./column-words.ts";
import { isNothing } from "./nothing.ts";
import { isDateLike } from "./read-day.ts";
import { readStatus } from "./status-words.ts";

/**
 * A row with more cells than columns has a comma that was not quoted: the cells that belong together are
 * joined again, where the links, days and status words then stand in their columns. Undefined where no
 * place is better than the others.
 */
export function repairRow(
  cells: readonly string[],
  targets: readonly Target[],
  delimiter: string,
): readonly string[] | undefined {
  const more = cells.length - targets.length;
  if (more <= 0) return cells;
  if (more > 8) return undefined;
  const tries = targets.map((_, at) => joinedAt(cells, at, more, delimiter));
  const scored = tries.map((row, at) => ({
    row,
    score: fit(row, targets) + likely(cells, at, more, targets),
  }));
  const [best, second] = [...scored].sort((one, other) => other.score - one.score);
  if (best === undefined) return undefined;
  return second === undefined || best.score > second.score ? best.row : undefined;
}

function joinedAt(
  cells: readonly string[],
  at: number,
  more: number,
  delimiter: string,
): readonly string[] {
  const whole = cells.slice(at, at + more + 1).join(delimiter);
  return [...cells.slice(0, at), whole, ...cells.slice(at + more + 1)];
}

/** How many cells look like what their column holds. */
function fit(row: readonly string[], targets: readonly Target[]): number {
  return targets.reduce((sum, target, at) => sum + fits(row[at] ?? "", target), 0);
}

function fits(cell: string, target: Target): number {
  if (isNothing(cell)) return 0;
  if (target === "url") return isLink(cell) && !/\s/.test(cell.trim()) ? 3 : -3;
  if (target === "applied_on" || target === "deadline" || target === "next_action_on") {
    return isDateLike(cell) ? 3 : -3;
  }
  if (target === "status") return readStatus(cell) === undefined ? -1 : 2;
  return isLink(cell) || isDateLike(cell) ? -3 : 0;
}

/** A cell that begins with a blank went on behind a comma; long texts hold commas more often. */
function likely(
  cells: readonly string[],
  at: number,
  more: number,
  targets: readonly Target[],
): number {
  const goesOn = cells.slice(at + 1, at + more + 1).filter((cell) => /^\s\S/.test(cell)).length;
  const target = targets[at];
  const texts: readonly (Target | undefined)[] = [
    "title",
    "company",
    "location",
    "notes",
    "description",
    "extra",
  ];
  return goesOn * 1.5 + (texts.includes(target) ? 0.25 : 0) + (at === targets.length - 1 ? 0.1 : 0);
}
