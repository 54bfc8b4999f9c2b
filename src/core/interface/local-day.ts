import { localDay as dayOfInstant } from "../words/format-date.ts";

/** The day on the wall clock of this device, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  return dayOfInstant(at.toISOString());
}
