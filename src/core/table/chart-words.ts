import { activeStatuses } from "../kinds/applications.ts";
import type { ApplicationStatistics } from "../statistics/application-statistics.ts";
import { weeksThatMet, type WeekCount } from "../statistics/week-counts.ts";
import { countOf, formatCount } from "../words/format-count.ts";
import { capitalize } from "./field-text.ts";

const days = (count: number, locale: string): string => countOf(count, "day", locale);

/** A share in whole per cent, rounded: 6 of 7 is 86 %. */
export function percentWords(share: number, locale: string): string {
  return `${formatCount(Math.round(share * 100), locale)} %`;
}

/** "61 in 13 weeks, 5 a week": the finding of the chart of weeks. */
export function weeksSentence(weeks: ApplicationStatistics["weeks"], locale: string): string {
  const sum = weeks.reduce((total, week) => total + week.count, 0);
  if (weeks.length === 0 || sum === 0) return "No application has a day yet";
  const best = weeks.reduce((most, week) => Math.max(most, week.count), 0);
  const span = countOf(weeks.length, "week", locale);
  return `${countOf(sum, "application", locale)} in ${span}, at most ${String(best)} in one`;
}

/** "11 of 61 reached an interview, 2 an offer". */
export function funnelSentence(statistics: ApplicationStatistics, locale: string): string {
  const { applied, interviewed, offers } = statistics;
  if (applied === 0) return "Nothing is applied for yet";
  const of = `${String(interviewed)} of ${countOf(applied, "application", locale)}`;
  return `${of} reached an interview, ${String(offers)} an offer`;
}

/** "Half of all replies came within 9 days". */
export function stageTimeSentence(statistics: ApplicationStatistics, locale: string): string {
  const { medianReplyDays, stageTimes } = statistics;
  if (medianReplyDays !== undefined) {
    return `Half of all replies came within ${days(medianReplyDays, locale)}`;
  }
  const longest = openStageTimes(stageTimes).toSorted((a, b) => b.medianDays - a.medianDays)[0];
  if (longest === undefined) return "No stage has ended yet";
  return `${capitalize(longest.status)} takes longest: ${days(longest.medianDays, locale)}`;
}

/** Times of the stages from which an application moves on. */
export function openStageTimes(
  times: ApplicationStatistics["stageTimes"],
): ApplicationStatistics["stageTimes"] {
  return times.filter(({ status }) => activeStatuses.includes(status));
}

/** Sources with the best reply rate first; a rate of one or two says little, so those stand last. */
export function rankedSources(
  sources: ApplicationStatistics["bySource"],
): ApplicationStatistics["bySource"] {
  const few = (count: number) => Number(count < 3);
  return sources.toSorted(
    (a, b) => few(a.applications) - few(b.applications) || b.rate - a.rate || b.replies - a.replies,
  );
}

/** "Referral answers most often: 8 of 9". */
export function sourcesSentence({ bySource }: ApplicationStatistics, locale: string): string {
  const best = rankedSources(bySource)[0];
  if (best === undefined || best.replies === 0) return "No source has answered yet";
  const name = best.source === "" ? "No source" : best.source;
  const share = percentWords(best.rate, locale);
  return `${name} answers most often: ${String(best.replies)} of ${String(best.applications)}, ${share}`;
}

/** "Goal of 3 met in 4 of 12 weeks"; the week that is not over is not judged. */
export function goalSentence(weeks: readonly WeekCount[], goal: number, locale: string): string {
  const sum = weeks.reduce((total, week) => total + week.count, 0);
  if (sum === 0) return "No activity has a day yet";
  if (goal <= 0) {
    return `${countOf(sum, "activity", locale, "activities")} in ${countOf(weeks.length, "week", locale)}`;
  }
  const { met, of } = weeksThatMet(weeks, goal);
  if (of === 0) return `The first week runs; the goal is ${String(goal)}`;
  return `Goal of ${String(goal)} met in ${String(met)} of ${countOf(of, "week", locale)}`;
}
