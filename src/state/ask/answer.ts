import type { JobTracker } from "../../core/job-tracker.ts";
import { describeFailure } from "../../core/describe-failure.ts";
import { attempt } from "../../core/failure.ts";
import type { ParseResult } from "../../core/request/request.ts";
import { readMeant } from "../../core/schedule/obey.ts";
import { isYes, readOrder } from "../../core/schedule/read-order.ts";
import type { Schedule } from "../../core/schedule/schedule.ts";
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

/** "only what's new": the export that goes with the answer to "what changed". */
const takeChanges = " “only what’s new since my last backup” takes them into a file.";

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
    text: `${changes}${risk.changes === 0 ? " changed" : ""} since the proved backup of ${since}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.${risk.changes === 0 ? "" : takeChanges}`,
    hash: `#/history/${encodeURIComponent(risk.backup.exportId)}`,
  };
}

/** The answer to a wish that writes no file; undefined where the assistant has to be asked. */
function answerTo(parsed: ParseResult, context: AnswerContext): Answer | undefined {
  const { intent, target } = parsed.said;
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
  return undefined;
}

/** Wishes whose plan stays in the card. */
function keepsItsCard({ said }: ParseResult): boolean {
  const { intent, op } = said;
  if (intent === "schedule") return op === undefined || op === "create";
  return ["export", "preview", "template", "explain"].includes(intent);
}

type Pending = Pick<Schedule, "id" | "name">;

/** What Ask does and says to a sentence that is no export; remembers which schedule is spoken of. */
export class Answers {
  readonly #tracker: Pick<JobTracker, "assistant" | "schedules">;
  #about: string | undefined;
  /** "Remove it?" was asked and waits for a yes. Any other sentence lets it be. */
  #pending: Pending | undefined;

  constructor(tracker: Pick<JobTracker, "assistant" | "schedules">) {
    this.#tracker = tracker;
  }

  /**
   * Whether a sentence is answered, and not planned in its card. `afterRequest`: it stands below a request
   * that "it" may mean as well.
   */
  takes(sentence: string, parsed: ParseResult, afterRequest: boolean): boolean {
    if (this.#pending !== undefined && isYes(sentence)) return true;
    if (!keepsItsCard(parsed)) return true;
    const order = readOrder(sentence, parsed.said);
    const isPlain = parsed.said.entities === undefined && parsed.said.template === undefined;
    if (order === undefined) return false;
    // "make it weekly" below a request makes that request weekly, unless a schedule was spoken of since.
    return order.op === "update"
      ? isPlain && (this.#about !== undefined || !afterRequest)
      : order.op === "resume" || isPlain;
  }

  /** @throws nothing: what could not be done is the answer. */
  async answer(sentence: string, parsed: ParseResult, context: AnswerContext): Promise<Answer> {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined && isYes(sentence)) return this.#remove(pending);
    const { intent, op } = parsed.said;
    const named = intent === "schedule" && op !== undefined && op !== "create" && op !== "list";
    if (named || readOrder(sentence, parsed.said) !== undefined) {
      return this.#obey(sentence, parsed);
    }
    if (pending !== undefined && intent === "none") {
      return { text: `${pending.name} stays.`, hash: "#/schedules" };
    }
    const known = answerTo(parsed, context);
    if (known !== undefined) return known;
    return { text: (await this.#tracker.assistant.chat(sentence)).text };
  }

  async #obey(sentence: string, { said }: ParseResult): Promise<Answer> {
    const { schedules } = this.#tracker;
    const hash = "#/schedules";
    const done = await attempt(async () => {
      const { op, schedule } = readMeant(await schedules.list(), sentence, said, this.#about);
      this.#about = schedule.id;
      if (op !== "delete") return (await schedules.obey(sentence, schedule.id)).text;
      this.#pending = schedule;
      return `Remove ${schedule.name}? Its copies stay where they are. Say “yes” to remove it.`;
    });
    return { text: done.ok ? done.value : describeFailure(done.failure).message, hash };
  }

  async #remove({ id, name }: Pending): Promise<Answer> {
    this.#about = undefined;
    const done = await attempt(() => this.#tracker.schedules.remove(id));
    if (!done.ok) return { text: describeFailure(done.failure).message, hash: "#/schedules" };
    return { text: `${name} is removed. Its copies stay where they are.` };
  }
}
