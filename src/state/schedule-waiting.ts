import type { PlaceState, Schedules } from "../core/job-tracker.ts";
import type { Schedule } from "../core/schedule/schedule.ts";

interface Waiting {
  readonly places: Readonly<Record<string, PlaceState>>;
  readonly pending: Readonly<Record<string, number>>;
}

/** What schedules wait for: a folder that has to be allowed again, or changes. */
export async function readWaiting(
  schedules: Pick<Schedules, "placeState" | "pending">,
  list: readonly Schedule[],
): Promise<Waiting> {
  const places: Record<string, PlaceState> = {};
  const pending: Record<string, number> = {};
  for (const { id, target, rule } of list) {
    if (target.kind === "folder") places[id] = await schedules.placeState(id);
    const count = rule.freq === "onChange" ? await schedules.pending(id) : undefined;
    if (count !== undefined) pending[id] = count;
  }
  return { places, pending };
}
