import type { DateFilter, ISODate } from "../request/request.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function parts(day: ISODate): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

/** The last day before an exclusive end. */
export function dayBefore(day: ISODate): ISODate {
  const [year, month, date] = parts(day);
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10);
}

/** `1 Sep 2026`. */
export function sayDay(day: ISODate, withYear = true): string {
  const [year, month, date] = parts(day);
  return `${String(date)} ${months[month - 1] ?? ""}${withYear ? ` ${String(year)}` : ""}`;
}

/** What the words became: `1 Sep – 25 Nov 2026`, `since 1 Mar 2026`, `before 1 Jan 2026`. */
export function sayRange({ start, end, negated }: DateFilter): string {
  const said = sayPlain(start, end);
  return negated === true ? `not ${said}` : said;
}

function sayPlain(start: ISODate | null, end: ISODate | null): string {
  if (start === null) return end === null ? "any day" : `up to ${sayDay(dayBefore(end))}`;
  if (end === null) return `since ${sayDay(start)}`;
  const last = dayBefore(end);
  if (last === start) return sayDay(start);
  return `${sayDay(start, start.slice(0, 4) !== last.slice(0, 4))} – ${sayDay(last)}`;
}

const fieldWords: Readonly<Partial<Record<DateFilter["field"], string>>> = {
  created: "added",
  updated: "changed",
  applied: "applied",
  interviewed: "interviewed",
  responded: "heard back",
  rejected: "rejected",
  offered: "offered",
  closed: "closed",
  deadline: "deadline",
  last_contact: "last contact",
};

/** The range with the date it is about: `rejected 1 Jul – 30 Sep 2026`. */
export function sayDates(filter: DateFilter): string {
  const word = fieldWords[filter.field];
  return word === undefined ? sayRange(filter) : `${word} ${sayRange(filter)}`;
}
