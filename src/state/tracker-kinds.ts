import type { KindId } from "../core/records/any-kind.ts";

/** The kinds of the switcher, in its order. */
export const trackerKinds = [
  "applications",
  "interviews",
  "contacts",
  "activities",
  "job_searches",
  "conversations",
  "documents",
  "memories",
] as const satisfies readonly KindId[];

export type TrackerMode = "table" | "board" | "charts" | "calendar";

/** How a kind can be looked at; the first is where it starts. */
export function modesOf(kind: KindId): readonly TrackerMode[] {
  if (kind === "applications") return ["table", "board", "charts"];
  return kind === "interviews" ? ["table", "calendar"] : ["table"];
}
