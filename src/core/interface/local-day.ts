import { localMinute } from "../schedule/occurrences.ts";

/** The day on the wall clock of this device, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  return localMinute(at).slice(0, 10);
}
