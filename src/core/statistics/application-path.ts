import { isISODate } from "../dates/calendar-day.ts";

/** A record or a clean row: fields may be missing or replaced by words. */
export type Readable = Readonly<Record<string, unknown>>;

/** The stages of the funnel, in the order in which they are reached. */
export const funnelStages = ["applied", "screening", "interview", "offer", "accepted"] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** How one application went, read from its status and its stage history. */
export interface ApplicationPath {
  readonly status: string;
  /** `YYYY-MM-DD` */
  readonly appliedOn: string | undefined;
  /** Not only saved. */
  readonly applied: boolean;
  /** The furthest stage of the funnel; undefined while only saved. */
  readonly reached: FunnelStage | undefined;
  readonly replied: boolean;
  /** Day of the first answer, where the history has it. */
  readonly repliedOn: string | undefined;
  readonly open: boolean;
  readonly source: string;
  readonly stages: readonly { readonly status: string; readonly on: string }[];
}

const replies: ReadonlySet<string> = new Set([
  "screening",
  "interview",
  "offer",
  "accepted",
  "rejected",
]);
const ended: ReadonlySet<string> = new Set(["accepted", "rejected", "withdrawn", "ghosted"]);

/** Reads an application without trusting it: what is not a text or a day is taken as absent. */
export function applicationPath(row: Readable): ApplicationPath {
  const stages = stagesOf(row["stages"]);
  const status = textOf(row["status"]).toLowerCase() || (stages.at(-1)?.status ?? "");
  const seen = [...stages.map((stage) => stage.status), status];
  const appliedOn = dayOf(row["applied_on"]) ?? stages.find(({ status: s }) => s === "applied")?.on;
  const applied = appliedOn !== undefined || seen.some((name) => name !== "" && name !== "saved");
  const furthest = funnelStages.findLast((stage) => seen.includes(stage));
  return {
    status: status === "" ? (applied ? "applied" : "saved") : status,
    appliedOn,
    applied,
    reached: applied ? (furthest ?? "applied") : undefined,
    replied: seen.some((name) => replies.has(name)),
    repliedOn: stages.find((stage) => replies.has(stage.status))?.on,
    open: applied && !ended.has(status),
    source: textOf(row["source"]),
    stages,
  };
}

function stagesOf(value: unknown): readonly { readonly status: string; readonly on: string }[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items
    .flatMap((item) => {
      if (typeof item !== "object" || item === null) return [];
      const { status, at } = item as Readable;
      const on = dayOf(at);
      return on === undefined ? [] : [{ status: textOf(status).toLowerCase(), on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

/** The day of a day or an instant, as written. */
export function dayOf(value: unknown): string | undefined {
  const day = typeof value === "string" ? value.slice(0, 10) : "";
  return isISODate(day) ? day : undefined;
}
