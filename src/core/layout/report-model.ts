import type { ExportDocument } from "../formats/contract.ts";
import type { ApplicationStatistics } from "../statistics/application-statistics.ts";
import { applicationStatistics } from "../statistics/application-statistics.ts";
import type { Readable } from "../statistics/application-path.ts";
import { applicationPath } from "../statistics/application-path.ts";
import type { OpenGroup } from "./report-open.ts";
import { openGroups, sayEnded } from "./report-open.ts";
import { sayFunnel, saySources, sayWeeks } from "./report-words.ts";
import { sayLongDay, sayPeriod, sayShortDay } from "./say-date.ts";

interface KeyFigure {
  readonly big: string;
  readonly small: readonly [string, string];
}
export interface ReportBar {
  readonly label: string;
  readonly count: number;
  /** 0..1 */
  readonly share: number;
}
export interface ReportWeek {
  /** Empty where the axis has no room for a label. */
  readonly label: string;
  readonly from: string;
  readonly count: number;
  readonly over: boolean;
}
interface SourceRow {
  readonly source: string;
  readonly applications: number;
  readonly replies: number;
  readonly rate: string;
  readonly within: string;
}

/** A report as data: what PDF and HTML draw. Only sentences that the records prove; no advice. */
export interface ReportModel {
  readonly date: string;
  readonly title: string;
  readonly period: string;
  readonly figures: readonly KeyFigure[];
  readonly funnel: { readonly sentence: string; readonly bars: readonly ReportBar[] };
  readonly weeks: {
    readonly sentence: string;
    readonly bars: readonly ReportWeek[];
    readonly goal: number | undefined;
  };
  readonly sources: { readonly rows: readonly SourceRow[]; readonly sentence: string };
  readonly about: string;
  readonly open: { readonly sentence: string; readonly groups: readonly OpenGroup[] };
  readonly foot: string;
}

const shownWeeks = 26;
const shownSources = 8;
const axisLabels = 7;

/**
 * @param rows clean rows of `applications`.
 * The day of the report is the local day of `export_info.timestamp`; `options.goal` is the number of
 * applications a week that was agreed on.
 */
export function reportModel(document: ExportDocument, rows: readonly Readable[]): ReportModel {
  const today = document.exportInfo.timestamp.slice(0, 10);
  const statistics = applicationStatistics(rows, today);
  const goalOption = document.options?.["goal"];
  const goal = typeof goalOption === "number" && goalOption > 0 ? goalOption : undefined;
  const days = rows
    .flatMap((row) => applicationPath(row).appliedOn ?? [])
    .filter((d) => d <= today);
  const first = days.reduce((least, day) => (day < least ? day : least), today);
  const groups = openGroups(rows);
  return {
    date: sayLongDay(today),
    title: document.title,
    period: `${sayPeriod(first, today)}.`,
    figures: keyFigures(statistics),
    funnel: {
      sentence: sayFunnel(statistics),
      bars: statistics.funnel.map(({ stage, count, share }) => ({
        label: `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`,
        count,
        share,
      })),
    },
    weeks: { sentence: sayShownWeeks(statistics, goal), bars: weekBars(statistics), goal },
    sources: { rows: sourceRows(statistics), sentence: saySources(statistics, shownSources) },
    about: aboutNames(document),
    open: { sentence: sayEnded(statistics, groups), groups },
    foot: `${document.title} · ${levelWords(document.exportInfo.privacy_level)}`,
  };
}

/** Says what the chart shows, and that it does not show all. */
function sayShownWeeks({ weeks }: ApplicationStatistics, goal: number | undefined): string {
  const sentence = sayWeeks(weeks.slice(-shownWeeks), goal);
  return weeks.length > shownWeeks ? `The last ${String(shownWeeks)} weeks. ${sentence}` : sentence;
}

function keyFigures(s: ApplicationStatistics): readonly KeyFigure[] {
  const offers: readonly [string, string] =
    s.offers === 0
      ? ["offers", "so far"]
      : s.offers === 1
        ? ["offer,", s.openOffers === 1 ? "still open" : "answered"]
        : [
            s.offers === 2 && s.openOffers === 2 ? "offers, both" : "offers,",
            s.openOffers === s.offers ? "still open" : `${String(s.openOffers)} still open`,
          ];
  const days = s.medianReplyDays;
  return [
    {
      big: String(s.applied),
      small:
        s.applied === 0
          ? ["applications", "so far"]
          : [s.applied === 1 ? "application," : "applications,", perWeek(s.perWeek)],
    },
    {
      big: s.applied === 0 ? "–" : percent(s.replyRate),
      small: ["had a reply", `(${String(s.replied)} of ${String(s.applied)})`],
    },
    {
      big: days === undefined ? "–" : sayDays(days),
      small: days === undefined ? ["no day of a", "reply noted"] : ["to half of", "all replies"],
    },
    { big: String(s.interviewed), small: ["reached an", "interview"] },
    { big: String(s.offers), small: offers },
  ];
}

function perWeek(count: number): string {
  if (count > 0 && count < 1) return "less than one a week";
  return `about ${String(Math.round(count))} a week`;
}

export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

export function sayDays(days: number): string {
  return `${String(days)} ${days === 1 ? "day" : "days"}`;
}

function weekBars({ weeks }: ApplicationStatistics): readonly ReportWeek[] {
  const shown = weeks.slice(-shownWeeks);
  const step = Math.max(1, Math.ceil(shown.length / axisLabels));
  let month = "";
  return shown.map(({ from, count, over }, at) => {
    const labelled = at % step === 0;
    const sameMonth = month === from.slice(0, 7);
    if (labelled) month = from.slice(0, 7);
    const label = sameMonth ? String(Number(from.slice(8))) : sayShortDay(from);
    return { label: labelled ? label : "", from, count, over };
  });
}

function sourceRows({ bySource }: ApplicationStatistics): readonly SourceRow[] {
  return bySource
    .slice(0, shownSources)
    .toSorted((a, b) => b.rate - a.rate || b.applications - a.applications)
    .map(({ source, applications, replies, rate, medianDays }) => ({
      source: source === "" ? "Not stated" : source,
      applications,
      replies,
      rate: percent(rate),
      within: medianDays === undefined ? "–" : sayDays(medianDays),
    }));
}

function levelWords(level: string): string {
  return level === "none" ? "nothing removed" : `level ${level}`;
}

const aboutLevels: Readonly<Record<string, string>> = {
  none: "Nothing was removed: people, companies and contact details stand here as they were stored.",
  basic:
    "Passwords and other secrets are removed. People, companies and contact details stand here as they were stored.",
  moderate: "Contact details and whatever identifies a person by number are replaced.",
  strict:
    "People, companies and contact details are replaced; Person A is the same person throughout.",
  custom: "What was chosen to be hidden is replaced.",
};

function aboutNames({ exportInfo }: ExportDocument): string {
  const known = Object.hasOwn(aboutLevels, exportInfo.privacy_level);
  const level = known ? (aboutLevels[exportInfo.privacy_level] ?? "") : "";
  // Said only where the pipeline promises it: the file is discarded when the second look finds something.
  const looked = exportInfo["second_look"] === true && exportInfo.privacy_level !== "none";
  const look =
    "The finished file was opened and searched again: nothing that identifies a person was found.";
  return looked ? `${level} ${look}` : level;
}
