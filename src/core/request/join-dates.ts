import type { DateFilter } from "./request.ts";

/** "since January" with "until March" is one range; a second range on the same day is dropped. */
export function joinDates(dates: readonly DateFilter[]): DateFilter[] {
  const out: DateFilter[] = [];
  for (const date of dates) {
    const at = out.findIndex((each) => each.field === date.field && !each.negated);
    const known = out[at];
    if (known === undefined || date.negated === true) out.push(date);
    else {
      const joined = join(known, date);
      if (joined !== undefined) out[at] = joined;
    }
  }
  return out;
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
