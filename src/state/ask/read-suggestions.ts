import type { KindId } from "../../core/records/any-kind.ts";
import { findKind } from "../../core/records/any-kind.ts";
import { formatBytes } from "../../core/words/format-bytes.ts";
import { countOf } from "../../core/words/format-count.ts";
import { readMarks } from "./read-marks.ts";
import type { Suggestion, SuggestionContext, SuggestionSource } from "./suggestions.svelte.ts";

/** Figures and settings go along with records; nobody asks for their number. */
const derived: ReadonlySet<KindId> = new Set(["analytics", "settings", "companies"]);

/** Counting a plan reads all records; above so many only what is counted already is said. */
const mostRead = 20_000;

const isLarge = ({ counts }: SuggestionContext): boolean =>
  Object.values(counts).some((count) => count > mostRead);

function roughly(
  about: Suggestion["about"],
  { counts, locale }: SuggestionContext,
): string | undefined {
  if (about === "backup") {
    return countOf(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      "record",
      locale,
    );
  }
  const kind = about === "log" ? "activities" : about === "report" ? "applications" : undefined;
  if (kind === undefined) return undefined;
  const { one, label } = findKind(kind);
  return countOf(counts[kind] ?? 0, one, locale, label.toLowerCase());
}

/** @returns `undefined` once nobody waits for them any more. */
export async function readSuggestions(
  tracker: SuggestionSource,
  context: SuggestionContext,
  isWanted: () => boolean,
): Promise<readonly Suggestion[] | undefined> {
  const list: Suggestion[] = [];
  for (const { sentence, about, gives } of await candidates(tracker, context)) {
    const shown =
      gives ??
      (isLarge(context)
        ? roughly(about, context)
        : await counted(tracker, sentence, about, context.locale));
    if (!isWanted()) return undefined;
    if (shown === undefined) continue;
    const pieces = readMarks(sentence, tracker.parser.parse(sentence));
    list.push({ sentence, about, pieces, gives: shown });
  }
  return list;
}

async function candidates(
  tracker: SuggestionSource,
  context: SuggestionContext,
): Promise<readonly (Pick<Suggestion, "sentence" | "about"> & { readonly gives?: string })[]> {
  const { counts, risk, locale } = context;
  const has = (kind: KindId): boolean => (counts[kind] ?? 0) > 0;
  const company = has("applications") ? await busiestCompany(tracker) : undefined;
  return [
    { sentence: "backup everything encrypted", about: "backup" as const },
    ...(has("activities")
      ? [{ sentence: "work-search log for the last four weeks", about: "log" as const }]
      : []),
    ...(has("applications")
      ? [{ sentence: "sanitized report for my mentor", about: "report" as const }]
      : []),
    ...(company === undefined
      ? []
      : [{ sentence: `everything about ${company} as markdown`, about: "company" as const }]),
    ...(risk.backup === undefined || risk.changes === 0
      ? []
      : [
          {
            sentence: "what changed since my last backup",
            about: "changes" as const,
            gives: countOf(risk.changes, "change", locale),
          },
        ]),
    {
      sentence: "every Monday at 8, encrypted backup, keep the last five",
      about: "schedule" as const,
      gives: "while the app is open",
    },
  ];
}

async function counted(
  tracker: SuggestionSource,
  sentence: string,
  about: Suggestion["about"],
  locale: string,
): Promise<string | undefined> {
  try {
    const { counts, estimatedBytes } = await tracker.exports.plan(sentence);
    const filled = (Object.entries(counts) as [KindId, number][]).filter(([, count]) => count > 0);
    const total = filled.reduce((sum, [, count]) => sum + count, 0);
    if (total === 0) return undefined;
    if (about === "backup")
      return `${countOf(total, "record", locale)} · ${formatBytes(estimatedBytes, locale)}`;
    return filled
      .filter(([kind]) => !derived.has(kind))
      .slice(0, 3)
      .map(([kind, count]) =>
        countOf(count, findKind(kind).one, locale, findKind(kind).label.toLowerCase()),
      )
      .join(" · ");
  } catch {
    return undefined;
  }
}

/** The company with the most applications; the newest of those that tie. */
async function busiestCompany(tracker: SuggestionSource): Promise<string | undefined> {
  const applications = await tracker.records.list("applications", { limit: 500 });
  const counts: Record<string, number> = {};
  for (const { company } of applications)
    if (typeof company === "string" && company.length > 1 && company.length < 40)
      counts[company] = (counts[company] ?? 0) + 1;
  return Object.entries(counts).reduce<readonly [string, number] | undefined>(
    (best, one) => (best === undefined || one[1] >= best[1] ? one : best),
    undefined,
  )?.[0];
}
