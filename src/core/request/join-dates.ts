import { toDayNumber } from "../dates/calendar-day.ts";
import type { DateFilter } from "./request.ts";

/** "since January" with "until March" is one range; of two others one counts. */
export function joinDates(dates: readonly DateFilter[]): DateFilter[] {
  const out: DateFilter[] = [];
  for (const date of dates) {
    const at = out.findIndex((each) => each.field === date.field && !each.negated);
    const known = out[at];
    if (known === undefined || date.negated === true) out.push(date);
    else {
      out[at] = join(known, date) ?? longer(known, date);
    }
  }
  return out;
}

/** "I meet them on Monday, export the last four weeks": a single day beside a period is talk. */
function longer(a: DateFilter, b: DateFilter): DateFilter {
  return isDay(a) && !isDay(b) ? b : a;
}

function isDay({ start, end }: DateFilter): boolean {
  return start !== null && end !== null && toDayNumber(end) - toDayNumber(start) === 1;
}

function join(a: DateFilter, b: DateFilter): DateFilter | undefined {
  const relative = a.relative === true || b.relative === true ? { relative: true } : {};
  const from =
    a.end === null && b.start === null ? a : a.start === null && b.end === null ? b : undefined;
  if (from === undefined) return undefined;
  const to = from === a ? b : a;
  if (from.start === null || to.end === null || from.start >= to.end) return undefined;
  return { field: a.field, start: from.start, end: to.end, ...relative };
}
