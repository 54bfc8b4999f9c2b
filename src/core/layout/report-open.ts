import type { ApplicationStatistics } from "../statistics/application-statistics.ts";
import type { Readable } from "../statistics/application-path.ts";
import { applicationPath } from "../statistics/application-path.ts";
import { sayLongDay, sayShortDay } from "./say-date.ts";

interface OpenRow {
  readonly applied: string;
  readonly company: string;
  readonly title: string;
  readonly stands: string;
}
export type StageGlyph = "ring" | "quarter" | "half" | "three-quarters";
export interface OpenGroup {
  readonly label: string;
  /** `18, newest six` */
  readonly count: string;
  readonly glyph: StageGlyph;
  readonly rows: readonly OpenRow[];
}

/** The furthest first; own statuses stand behind them. */
const order = ["offer", "interview", "screening"];
const glyphs: ReadonlyMap<string, StageGlyph> = new Map([
  ["offer", "three-quarters"],
  ["interview", "half"],
  ["screening", "quarter"],
]);
/** The largest group is cut to its newest, and says so. */
const shownApplied = 6;
const wholeApplied = 8;

/** Open applications by how far they have come, newest first. */
export function openGroups(rows: readonly Readable[]): readonly OpenGroup[] {
  const open = rows
    .map((row) => ({ row, path: applicationPath(row) }))
    .filter(({ path }) => path.open)
    .sort((a, b) => ((a.path.appliedOn ?? "") < (b.path.appliedOn ?? "") ? 1 : -1));
  const groups = new Map<string, OpenRow[]>();
  for (const { row, path } of open) {
    const group = groups.get(path.status) ?? [];
    group.push(toRow(row, path.appliedOn));
    groups.set(path.status, group);
  }
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([status, group]) => {
      const cut = status === "applied" && group.length > wholeApplied;
      return {
        label: `${status.charAt(0).toUpperCase()}${status.slice(1)}`,
        count: cut ? `${String(group.length)}, newest six` : String(group.length),
        glyph: glyphs.get(status) ?? "ring",
        rows: cut ? group.slice(0, shownApplied) : group,
      };
    });
}

function rank(status: string): number {
  const place = order.indexOf(status);
  if (place >= 0) return place;
  return status === "applied" ? order.length : order.length + 1;
}

function toRow(row: Readable, appliedOn: string | undefined): OpenRow {
  return {
    applied: appliedOn === undefined ? "" : sayShortDay(appliedOn),
    company: textOf(row["company"]),
    title: textOf(row["title"]),
    stands: whereItStands(row),
  };
}

/** The next action and its day, else the deadline. */
function whereItStands(row: Readable): string {
  const action = textOf(row["next_action"]);
  const on = textOf(row["next_action_on"]);
  const day = on === "" ? "" : sayLongDay(on).replace(/ \d{4}$/, "");
  if (action !== "") return day === "" ? action : `${action}, ${day}`;
  const deadline = textOf(row["deadline"]);
  return deadline === "" ? "" : `Deadline ${sayLongDay(deadline).replace(/ \d{4}$/, "")}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

export function sayEnded(s: ApplicationStatistics, groups: readonly OpenGroup[]): string {
  const saved = s.records - s.applied;
  const parts = [groups.length === 0 ? "None is open." : "Sorted by how far they have come."];
  if (s.closed > 0)
    parts.push(
      `${String(s.closed)} that ended ${s.closed === 1 ? "is" : "are"} listed on request, not here.`,
    );
  if (saved > 0)
    parts.push(
      `${String(saved)} ${saved === 1 ? "that is only saved does not" : "that are only saved do not"} count.`,
    );
  return parts.join(" ");
}
