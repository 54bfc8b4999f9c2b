import type { Receipt } from "../pipeline/ports.ts";
import { containerEncrypts } from "../plan/seals.ts";
import { sayRetention, saySchedule } from "../plan/say-schedule.ts";
import { labelFile } from "../plan/decide-file.ts";
import { listKinds } from "../plan/decide-kinds.ts";
import { storedKindIds } from "../records/any-kind.ts";
import { formatMoment, formatWeekday } from "../words/format-date.ts";
import { localMinute, nextOccurrences } from "./occurrences.ts";
import { copiesOf } from "./own-runs.ts";
import { decideRetention, type Copy } from "./retention.ts";
import { burstMinutes, scheduleVersion, type Schedule } from "./schedule.ts";

interface WordsContext {
  readonly today: string;
  readonly locale: string;
}

/** When it runs next: a local time, or why there is none. */
export function nextWords(
  schedule: Schedule,
  { today, locale }: WordsContext,
  pending?: number,
): string {
  if (schedule.paused) return "Paused";
  if ((schedule.v ?? 1) > scheduleVersion) return "Needs a newer version of the app";
  if (schedule.nextRun !== undefined) return formatMoment(schedule.nextRun, today, locale);
  if (schedule.rule.freq !== "onChange") return "No more runs";
  const { interval = 1 } = schedule.rule;
  if (interval === 1) return "When something changed";
  return `${String(Math.min(pending ?? 0, interval))} of ${String(interval)} changes`;
}

export interface LastWords {
  readonly text: string;
  readonly state: "none" | "proved" | "not-verified" | "failed" | "missed";
}

/** How it went last: the newest run, or the miss after it. `receipts` are its own, newest first. */
export function lastWords(
  schedule: Schedule,
  receipts: readonly Receipt[],
  { today, locale }: WordsContext,
): LastWords {
  const run = receipts.find((receipt) => receipt.status !== "running");
  const missed = schedule.missed.findLast(({ nothingNew }) => nothingNew !== true);
  const ranAt = run === undefined ? "" : localMinute(new Date(run.startedAt));
  if (missed !== undefined && missed.at > ranAt) {
    return { text: `Missed ${formatWeekday(missed.at, today, locale)}`, state: "missed" };
  }
  if (run === undefined) return { text: "Never", state: "none" };
  const text = formatMoment(run.startedAt, today, locale);
  return { text, state: run.status === "done" ? run.verified : "failed" };
}

/** The newest runs and misses, oldest first, at most `most`: one dot each. */
export function runDots(
  schedule: Schedule,
  receipts: readonly Receipt[],
  most = 8,
): readonly { readonly at: string; readonly state: LastWords["state"] }[] {
  const runs = receipts.map((receipt) => ({
    at: localMinute(new Date(receipt.startedAt)),
    state: receipt.status === "done" ? receipt.verified : ("failed" as const),
  }));
  const misses = schedule.missed
    .filter(({ nothingNew }) => nothingNew !== true)
    .map(({ at }) => ({ at, state: "missed" as const }));
  return [...runs, ...misses].sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-most);
}

/** What it makes and where it goes, in one line. */
export function scheduleSummary(schedule: Schedule): string {
  const { plan, target } = schedule;
  const place = placeWords(target);
  const file = labelFile(plan.formats, plan.container);
  return [saySchedule(schedule.rule), whatWords(schedule), file, place].join(" · ");
}

/** The place of the copies, in words. */
export function placeWords(target: Schedule["target"]): string {
  if (target.kind === "folder") return `the folder “${target.name}”`;
  return target.kind === "download" ? "Downloads, not verified" : "this browser’s private storage";
}

export function whatWords({ plan }: Schedule): string {
  const kinds = plan.selection.kinds.map(({ kind }) => kind);
  const without = storedKindIds.filter((kind) => !kinds.includes(kind));
  if (without.length === 0) return "Everything";
  if (without.length === 1) return `Everything without ${listKinds(without)}`;
  return listKinds(kinds);
}

/** The facts of a schedule, label and value. */
export function scheduleFacts(
  schedule: Schedule,
  { today, locale }: WordsContext,
): readonly { readonly label: string; readonly value: string }[] {
  const { plan, rule, target } = schedule;
  const after = nextOccurrences(rule, schedule.from, schedule.nextRun ?? schedule.doneUntil, 3);
  const retention = sayRetention(schedule.retention);
  const facts = [
    {
      label: "Makes",
      value: `${labelFile(plan.formats, plan.container)}, ${whatWords(schedule).toLowerCase()}`,
    },
    { label: "Runs", value: saySchedule(rule) },
    { label: "Keeps", value: retention === "" ? "every copy" : retention },
    { label: "To", value: placeWords(target) },
    {
      label: "Key",
      value: containerEncrypts(plan.container)
        ? "This device can write copies, not open them"
        : "None: anyone who has the file can read it",
    },
  ];
  if (after.length === 0 || schedule.paused) return facts;
  const days = after.map((at) => formatWeekday(at, today, locale)).join(", ");
  return [...facts, { label: "After that", value: days }];
}

/** One line of "what stays and what goes". */
export interface RetentionLine {
  readonly id: string;
  readonly day: string;
  readonly bytes?: number;
  readonly state: "next" | "stays" | "goes";
  readonly proved: boolean;
  readonly why: string;
}

/** What the next run would keep and remove; nothing is removed by looking. */
export function retentionPreview(
  schedule: Schedule,
  receipts: readonly Receipt[],
  { today, locale }: WordsContext,
): readonly RetentionLine[] {
  const byId = new Map(receipts.map((receipt) => [receipt.exportId, receipt]));
  const next = schedule.paused ? undefined : schedule.nextRun;
  const copies = copiesOf(receipts);
  const upcoming: readonly Copy[] =
    next === undefined ? [] : [{ id: "next", at: next, proved: true }];
  const now = next ?? copies[0]?.at ?? `${today}T00:00`;
  const rule = { mergeMinutes: burstMinutes, ...schedule.retention };
  return decideRetention([...upcoming, ...copies], rule, now).map((decision) => {
    const { copy, keep, why } = decision;
    const day = formatWeekday(copy.at, today, locale);
    const receipt = byId.get(copy.id);
    if (receipt === undefined) {
      return { id: copy.id, day, state: "next", proved: false, why: "Comes next" };
    }
    const once =
      next === undefined ? why : `once the copy of ${formatWeekday(next, today, locale)} is proved`;
    return {
      id: copy.id,
      day,
      bytes: receipt.bytes,
      state: keep ? "stays" : "goes",
      proved: copy.proved,
      why: keep ? `Stays, ${why}` : `Goes, ${why}; ${once}`,
    };
  });
}
