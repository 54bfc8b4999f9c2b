import type { ExportDocument, Section } from "../formats/contract.ts";
import { findKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { CleanRow } from "../sanitize/clean-row.ts";
import { valuesAt } from "../select/matches.ts";
import type { RelationNames } from "./relation-names.ts";
import { showValue } from "./show-value.ts";

/** Rows under one heading; without a wish to group, all rows under none. */
export interface RowGroup {
  readonly heading?: string;
  readonly count?: number;
  readonly batches: AsyncIterable<readonly CleanRow[]>;
}
interface GroupCount {
  readonly heading: string;
  readonly count: number;
}

const without = "None";
/** The order in which an application goes through them. */
const statuses = findKind("applications").fields["status"]?.choices ?? [];

/** The field that a section is grouped by, or undefined: its kind may not have it. */
export function groupField(
  section: Section,
  group: ExportDocument["group"],
  as: "section" | "count",
): string | undefined {
  if (group?.as !== as || group.by === "entity") return undefined;
  const [name = ""] = group.by.split(".");
  return Object.hasOwn(section.kind.fields, name) ? group.by : undefined;
}

/** Headings of the wished groups with their rows: stages in their order, everything else by name. */
export async function* rowGroups(
  section: Section,
  group: ExportDocument["group"],
): AsyncGenerator<RowGroup> {
  const by = groupField(section, group, "section");
  if (by === undefined) {
    yield { batches: section.batches };
    return;
  }
  for (const [heading, rows] of await gather(section, by)) {
    yield { heading, count: rows.length, batches: once(rows) };
  }
}

/** How many records each value has. */
export async function groupCounts(
  section: Section,
  by: string,
  names: RelationNames,
): Promise<readonly GroupCount[]> {
  const groups = await gather(section, by);
  for (const [, rows] of groups) for (const row of rows) names.learn(row, section);
  return groups.map(([heading, rows]) => ({ heading, count: rows.length }));
}

/** The head of the column that names the groups. */
export function groupLabel(section: Section, by: string): string {
  const [name = ""] = by.split(".");
  return section.kind.fields[name]?.label ?? by;
}

async function gather(
  section: Section,
  by: string,
): Promise<readonly (readonly [string, readonly CleanRow[]])[]> {
  const groups = new Map<string, CleanRow[]>();
  for await (const batch of section.batches) {
    for (const row of batch) {
      const value = valuesAt(row as unknown as AnyRecord, by)[0];
      const heading = showValue(value, undefined).trim() || without;
      const rows = groups.get(heading) ?? [];
      rows.push(row);
      groups.set(heading, rows);
    }
  }
  return [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function rank(heading: string): number {
  if (heading === without) return statuses.length + 1;
  const place = statuses.indexOf(heading.toLowerCase());
  return place < 0 ? statuses.length : place;
}

async function* once(rows: readonly CleanRow[]): AsyncGenerator<readonly CleanRow[]> {
  yield await Promise.resolve(rows);
}
