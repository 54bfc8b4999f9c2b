import type { JobTracker } from "../../core/job-tracker.ts";
import type { KindId } from "../../core/records/any-kind.ts";
import { findKind } from "../../core/records/any-kind.ts";
import { formatBytes } from "../../core/words/format-bytes.ts";
import { countOf } from "../../core/words/format-count.ts";
import type { Risk } from "../standing.svelte.ts";
import { readMarks, type Piece } from "./read-marks.ts";

export interface Suggestion {
  readonly sentence: string;
  readonly about: "backup" | "log" | "report" | "company" | "changes" | "schedule";
  readonly pieces: readonly Piece[];
  /** What it would give: `640 records · 388 MB`. */
  readonly gives: string;
}
export interface SuggestionContext {
  readonly counts: Readonly<Record<string, number>>;
  readonly risk: Risk;
  readonly locale: string;
}

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

/** Sentences that this data can answer now. */
export class Suggestions {
  list = $state.raw<readonly Suggestion[]>([]);
  readonly #tracker: Pick<JobTracker, "exports" | "parser" | "records">;
  #turn = 0;

  constructor(tracker: Pick<JobTracker, "exports" | "parser" | "records">) {
    this.#tracker = tracker;
  }

  async read(context: SuggestionContext): Promise<void> {
    const turn = ++this.#turn;
    const wanted = await this.#candidates(context);
    const list: Suggestion[] = [];
    for (const { sentence, about, gives } of wanted) {
      const shown =
        gives ??
        (isLarge(context)
          ? roughly(about, context)
          : await this.#gives(sentence, about, context.locale));
      if (turn !== this.#turn) return;
      if (shown === undefined) continue;
      const pieces = readMarks(sentence, this.#tracker.parser.parse(sentence));
      list.push({ sentence, about, pieces, gives: shown });
    }
    this.list = list;
  }

  async #candidates(
    context: SuggestionContext,
  ): Promise<readonly (Pick<Suggestion, "sentence" | "about"> & { readonly gives?: string })[]> {
    const { counts, risk, locale } = context;
    const has = (kind: KindId): boolean => (counts[kind] ?? 0) > 0;
    const company = has("applications") ? await this.#busiestCompany() : undefined;
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

  async #gives(
    sentence: string,
    about: Suggestion["about"],
    locale: string,
  ): Promise<string | undefined> {
    try {
      const { counts, estimatedBytes } = await this.#tracker.exports.plan(sentence);
      const filled = (Object.entries(counts) as [KindId, number][]).filter(
        ([, count]) => count > 0,
      );
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
  async #busiestCompany(): Promise<string | undefined> {
    const applications = await this.#tracker.records.list("applications", { limit: 500 });
    const counts: Record<string, number> = {};
    for (const { company } of applications)
      if (typeof company === "string" && company.length > 1 && company.length < 40)
        counts[company] = (counts[company] ?? 0) + 1;
    return Object.entries(counts).reduce<readonly [string, number] | undefined>(
      (best, one) => (best === undefined || one[1] >= best[1] ? one : best),
      undefined,
    )?.[0];
  }
}
