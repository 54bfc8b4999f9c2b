import type { JobTracker } from "../../core/job-tracker.ts";
import type { ParseResult } from "../../core/request/request.ts";
import { countOf } from "../../core/words/format-count.ts";
import { formatMoment } from "../../core/words/format-date.ts";
import type { Risk } from "../standing.svelte.ts";

/** What Ask says to a wish that is not an export, and where it leads. */
export interface Answer {
  readonly text: string;
  /** An address of the app that shows more; gone to at once where `leads` is set. */
  readonly hash?: string;
  readonly leads?: true;
}
export interface AnswerContext {
  readonly risk: Risk | undefined;
  readonly locale: string;
  readonly today: string;
}

const help =
  "Say what you need, from when, for whom and as which file: “applications since March as Excel”, “sanitized report for my mentor”, “backup everything encrypted”, “every Monday at 8, keep the last five”. Nothing is written before you have seen the plan.";
const elsewhere =
  "That is not about your job search. Try “everything as CSV”, “backup everything encrypted” or “work-search log for the last four weeks”.";

function sayChanges({ risk, locale, today }: AnswerContext): Answer {
  if (risk?.backup === undefined)
    return {
      text: "There is no proved backup yet to compare with. “backup everything encrypted” makes one.",
    };
  const parts = [
    [risk.added, "added"],
    [risk.edited, "edited"],
    [risk.removed, "removed"],
  ].flatMap(([count, what]) => (Number(count) > 0 ? [`${String(count)} ${String(what)}`] : []));
  const since = formatMoment(risk.backup.startedAt, today, locale);
  const changes = risk.changes === 0 ? "Nothing" : countOf(risk.changes, "change", locale);
  return {
    text: `${changes}${risk.changes === 0 ? " changed" : ""} since the proved backup of ${since}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.`,
    hash: `#/history/${encodeURIComponent(risk.backup.exportId)}`,
  };
}

/** The answer to a wish that writes no file; undefined where the assistant has to be asked. */
export function answerTo(parsed: ParseResult, context: AnswerContext): Answer | undefined {
  const { intent, op, target } = parsed.said;
  if (intent === "help") return { text: help };
  if (intent === "none") return { text: elsewhere };
  if (intent === "restore")
    return {
      text: "Choose or drop the file on Restore: nothing is written until you have seen what would change.",
      hash: "#/restore",
      leads: true,
    };
  if (intent === "verify")
    return {
      text: "Choose the run on History, then “Check the file again”.",
      hash: "#/history",
      leads: true,
    };
  if (intent === "diff") return sayChanges(context);
  if (intent === "list")
    return {
      text: target === "schedules" ? "Here are your schedules." : "Here are your runs.",
      hash: target === "schedules" ? "#/schedules" : "#/history",
      leads: true,
    };
  if (intent === "schedule" && op !== undefined && op !== "create")
    return {
      text: "Schedules are changed where they are listed.",
      hash: "#/schedules",
      leads: true,
    };
  return undefined;
}

/** Wishes whose plan stays in the card. */
export function keepsItsCard(parsed: ParseResult | undefined): boolean {
  const { intent, op } = parsed?.said ?? { intent: "export" };
  if (intent === "schedule") return op === undefined || op === "create";
  return ["export", "preview", "template", "explain"].includes(intent);
}

export async function askAssistant(
  tracker: Pick<JobTracker, "assistant">,
  text: string,
): Promise<Answer> {
  const reply = await tracker.assistant.chat(text);
  return { text: reply.text };
}
