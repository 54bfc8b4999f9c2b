/** Dates, recurrences and times of one sentence from a single pass, without overlaps (D10). */
import { analyse, type DateContext } from "./analyse.ts";
import { datesIn, type DateSpan } from "./find-dates.ts";
import { recurrencesIn, timesIn, type RecurrenceSpan, type TimeSpan } from "./find-recurrences.ts";

export interface When {
  /** Dates that are no part of a recurrence. */
  readonly dates: readonly DateSpan[];
  /** At most one, possibly loose. */
  readonly recurrences: readonly RecurrenceSpan[];
  readonly times: readonly TimeSpan[];
}

/** A loose recurrence ("the 1st of the month") leaves its date in `dates`: the caller decides. */
export function findWhen(text: string, context: DateContext): When {
  const analysis = analyse(text, context);
  const recurrences = recurrencesIn(analysis);
  const parts = recurrences.filter(({ loose }) => !loose).flatMap((each) => each.parts);
  const dates = datesIn(analysis).filter(
    ({ start, end }) => !parts.some(([from, to]) => from < end && start < to),
  );
  return { dates, recurrences, times: timesIn(analysis) };
}
