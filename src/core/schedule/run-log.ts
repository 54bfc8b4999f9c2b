import { describeFailure } from "../describe-failure.ts";
import type { Receipt } from "../pipeline/ports.ts";
import { formatMoment } from "../words/format-date.ts";
import { localMinute } from "./occurrences.ts";
import type { Miss, Schedule } from "./schedule.ts";

/** One run, or one that did not happen: what came of it, and what to do next. */
export interface LogLine {
  readonly id: string;
  readonly at: string;
  readonly when: string;
  readonly outcome:
    "proved" | "not-verified" | "failed" | "interrupted" | "running" | "missed" | "nothing-new";
  /** "142 records, 383 kB, 2.4 s". */
  readonly text: string;
  /** What to do, where there is something. */
  readonly next?: string;
}

interface WordsContext {
  readonly today: string;
  readonly locale: string;
}

/** Every run of a schedule and every slot that had none, newest first. An interrupted run is never called done. */
export function runLog(
  schedule: Schedule,
  receipts: readonly Receipt[],
  context: WordsContext,
): readonly LogLine[] {
  const runs = receipts.map((receipt) => lineOfRun(receipt, context));
  const misses = schedule.missed.map((miss) => lineOfMiss(miss, context));
  return [...runs, ...misses].sort((a, b) => b.at.localeCompare(a.at));
}

function lineOfRun(receipt: Receipt, { today, locale }: WordsContext): LogLine {
  const { exportId, startedAt, status, verified, failure } = receipt;
  const head = {
    id: exportId,
    at: localMinute(new Date(startedAt)),
    when: formatMoment(startedAt, today, locale),
  };
  if (status === "running") return { ...head, outcome: "running", text: "Running now." };
  if (status === "interrupted") {
    const text = "The app was closed before the copy was proved. Older copies are whole.";
    return { ...head, outcome: "interrupted", text, next: "It is made again at the next start." };
  }
  if (status === "done") return { ...head, outcome: verified, text: measures(receipt, locale) };
  const { message } = describeFailure(failure ?? { code: "cancelled" });
  return { ...head, outcome: "failed", text: message };
}

function measures({ records, milliseconds, plan, proof }: Receipt, locale: string): string {
  const count = `${records.toLocaleString(locale)} ${records === 1 ? "record" : "records"}`;
  const part = plan.chain === undefined ? "" : `, increment ${String(plan.chain.number)}`;
  const seconds =
    milliseconds === undefined
      ? ""
      : `, ${(milliseconds / 1000).toLocaleString(locale, { maximumFractionDigits: 1 })} s`;
  return `${count}${part}${seconds}. ${proof}`;
}

const nextSteps: Readonly<Partial<Record<NonNullable<Miss["code"]>, string>>> = {
  "permission-lost": "Allow the folder again.",
  "file-gone": "Choose another folder.",
  "storage-full": "Free some space; it is tried again within a quarter of an hour.",
  "passphrase-missing": "Set its passphrase.",
};
const triedAgain = "It is tried again within a quarter of an hour.";

function lineOfMiss({ at, why, code, nothingNew }: Miss, { today, locale }: WordsContext): LogLine {
  const next = code === undefined ? undefined : (nextSteps[code] ?? triedAgain);
  return {
    id: `miss-${at}`,
    at,
    when: formatMoment(at, today, locale),
    outcome: nothingNew === true ? "nothing-new" : "missed",
    text: why,
    ...(next !== undefined && { next }),
  };
}
