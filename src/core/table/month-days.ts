import { partsOf, startOfUnit, toDayNumber, toISODate, unitStart } from "../dates/calendar-day.ts";

export interface MonthDay {
  readonly day: string;
  /** Belongs to the month that is shown, not to its neighbours. */
  readonly inside: boolean;
}

/** The weeks that a month touches, Monday first, each of seven days. `month` is any day of it. */
export function monthWeeks(month: string): readonly (readonly MonthDay[])[] {
  const first = toDayNumber(startOfUnit(month, "month"));
  const end = unitStart(first, "month", 1);
  const wanted = partsOf(first).month;
  const weeks: MonthDay[][] = [];
  for (let monday = unitStart(first, "week"); monday < end; monday += 7) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => ({
        day: toISODate(monday + at),
        inside: partsOf(monday + at).month === wanted,
      })),
    );
  }
  return weeks;
}

/** The first day of the month `by` months away. */
export function shiftMonth(month: string, by: number): string {
  return startOfUnit(month, "month", by);
}
