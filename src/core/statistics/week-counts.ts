import { startOfUnit, toDayNumber, toISODate } from "../dates/calendar-day.ts";

export interface WeekCount {
  /** The Monday, `YYYY-MM-DD`. */
  readonly from: string;
  readonly count: number;
  /** The week that holds `today` is not over. */
  readonly over: boolean;
}

/** How many of `days` fall into each week, from the first one to that of `today`; later days do not count. */
export function countWeeks(days: readonly string[], today: string): readonly WeekCount[] {
  const mondays = days.filter((day) => day <= today).map((day) => startOfUnit(day, "week"));
  const first = mondays.reduce<string | undefined>(
    (least, day) => (least === undefined || day < least ? day : least),
    undefined,
  );
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const monday of mondays) counts.set(monday, (counts.get(monday) ?? 0) + 1);
  const weeks: WeekCount[] = [];
  const present = toDayNumber(startOfUnit(today, "week"));
  for (let day = toDayNumber(first); day <= present; day += 7) {
    const from = toISODate(day);
    weeks.push({ from, count: counts.get(from) ?? 0, over: day < present });
  }
  return weeks;
}

/** Of the weeks that are over, how many reached the goal. */
export function weeksThatMet(weeks: readonly WeekCount[], goal: number) {
  const over = weeks.filter((week) => week.over);
  return { met: over.filter((week) => week.count >= goal).length, of: over.length };
}
