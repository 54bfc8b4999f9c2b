import type { ApplicationStatistics } from "../statistics/application-statistics.ts";
import type { WeekCount } from "../statistics/week-counts.ts";
import { sayShortDay } from "./say-date.ts";

const words = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** A small number in words, as in a sentence. */
function sayNumber(count: number): string {
  return words[count] ?? String(count);
}

export function sayFunnel(s: ApplicationStatistics): string {
  if (s.applied === 0) return "No application was sent yet.";
  const screened = s.funnel.find(({ stage }) => stage === "screening")?.count ?? 0;
  const replies = `${String(s.replied)} of ${String(s.applied)} had a reply.`;
  if (screened === 0) return replies;
  return `${replies} Of ${String(screened)} that were screened, ${String(s.interviewed)} went on to an interview.`;
}

export function sayWeeks(weeks: readonly WeekCount[], goal: number | undefined): string {
  if (weeks.length === 0) return "No application has a date.";
  const present = weeks.at(-1)?.over === false ? " The present week is not over." : "";
  if (goal !== undefined) {
    const met = weeks.filter(({ count }) => count >= goal).length;
    return `The goal of ${sayNumber(goal)} was met in ${String(met)} of ${String(weeks.length)} weeks.${present}`;
  }
  const most = weeks.reduce((best, week) => (week.count > best.count ? week : best));
  if (most.count === 0) return `None in these weeks.${present}`;
  return `The most in one week were ${sayNumber(most.count)}, from ${sayShortDay(most.from)}.${present}`;
}

export function saySources({ bySource }: ApplicationStatistics, shown: number): string {
  const rest = bySource.slice(shown);
  if (rest.length === 0) return "";
  const count = rest.reduce((sum, source) => sum + source.applications, 0);
  return `${String(rest.length)} more ${rest.length === 1 ? "source" : "sources"} brought ${String(count)}.`;
}
