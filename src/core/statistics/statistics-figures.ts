import type { ApplicationStatistics } from "./application-statistics.ts";

/** One line of the `analytics` kind, still without id and times. */
interface FigureValues {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Statistics as single figures: what an export carries as `analytics`. Shares are in per cent. */
export function statisticsFigures(statistics: ApplicationStatistics): readonly FigureValues[] {
  const figure = (group: string, name: string, value: number, unit: string): FigureValues => ({
    group,
    name,
    value: Math.round(value * 100) / 100,
    unit,
  });
  const s = statistics;
  return [
    figure("Totals", "Applications", s.applied, "applications"),
    figure("Totals", "Saved only", s.records - s.applied, "applications"),
    figure("Totals", "Open", s.open, "applications"),
    figure("Totals", "Closed", s.closed, "applications"),
    figure("Totals", "A week", s.perWeek, "applications"),
    figure("Rates", "Had a reply", s.replyRate * 100, "%"),
    ...(s.medianReplyDays === undefined
      ? []
      : [figure("Durations", "Half of the replies within", s.medianReplyDays, "days")]),
    ...s.byStatus.map(({ status, count }) => figure("Status", status, count, "applications")),
    ...s.funnel.map(({ stage, count }) => figure("Funnel", stage, count, "applications")),
    ...s.funnel.map(({ stage, share }) => figure("Funnel share", stage, share * 100, "%")),
    ...s.stageTimes.map(({ status, medianDays }) =>
      figure("Time in stage, half within", status, medianDays, "days"),
    ),
    ...s.weeks.map(({ from, count }) => figure("Applications a week", from, count, "applications")),
    ...s.bySource.flatMap(({ source, applications, replies, rate }) => [
      figure("Applications by source", source || "not stated", applications, "applications"),
      figure("Replies by source", source || "not stated", replies, "applications"),
      figure("Reply rate by source", source || "not stated", rate * 100, "%"),
    ]),
  ];
}
