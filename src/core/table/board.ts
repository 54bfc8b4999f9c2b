import type { Stage } from "../kinds/applications.ts";
import { statuses } from "../kinds/applications.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { orderCards, type BoardOrder } from "./board-order.ts";

/** Stages from which nothing more is expected: narrow targets on the board. */
export const closedStatuses: readonly string[] = ["accepted", "rejected", "ghosted", "withdrawn"];

const openStatuses: readonly string[] = statuses.filter((name) => !closedStatuses.includes(name));

export interface BoardColumn {
  readonly status: string;
  readonly closed: boolean;
  readonly records: readonly AnyRecord[];
}

/** The status of an application; one without is saved, as on every board. */
export function statusOf(record: AnyRecord): string {
  const status = record["status"];
  return typeof status === "string" && status !== "" ? status : "saved";
}

/**
 * One column a status: the open ones in the order of a search, then the person's own (`kept` in their
 * order, also empty), then the closed ones. Records keep the order they come in, but for those that were placed by hand.
 */
export function boardColumns(
  records: readonly AnyRecord[],
  order: BoardOrder = {},
  kept: readonly string[] = [],
): readonly BoardColumn[] {
  const byStatus = new Map<string, AnyRecord[]>();
  for (const record of records) {
    const status = statusOf(record);
    const column = byStatus.get(status);
    if (column === undefined) byStatus.set(status, [record]);
    else column.push(record);
  }
  const known = new Set<string>([...statuses, ...kept]);
  const own = [...kept, ...[...byStatus.keys()].filter((status) => !known.has(status)).sort()];
  return [...openStatuses, ...own, ...closedStatuses].map((status) => ({
    status,
    closed: closedStatuses.includes(status),
    records: orderCards(byStatus.get(status) ?? [], order[status]),
  }));
}

/** The stage history as a list; foreign shapes read as none. */
export function stagesOf(record: AnyRecord): readonly Stage[] {
  const stages = record["stages"];
  return Array.isArray(stages) ? (stages as readonly Stage[]) : [];
}

/** The application at another status, with the move appended to its history (append-only). */
export function moveToStatus(record: AnyRecord, status: string, at: string): AnyRecord {
  if (statusOf(record) === status) return record;
  const applied = record["applied_on"] === undefined && status === "applied";
  return {
    ...record,
    status,
    stages: [...stagesOf(record), { status, at }],
    ...(applied ? { applied_on: at.slice(0, 10) } : {}),
  };
}

/** When the application last moved: its newest stage, else the day it was applied for or made. */
export function movedAt(record: AnyRecord): string {
  const newest = stagesOf(record).reduce((last, stage) => (stage.at > last ? stage.at : last), "");
  if (newest !== "") return newest;
  const applied = record["applied_on"];
  return typeof applied === "string" && applied !== "" ? applied : record.created_at;
}
