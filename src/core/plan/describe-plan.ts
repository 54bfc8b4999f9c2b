import { findKind, type KindId } from "../records/any-kind.ts";
import { labelFile } from "./decide-file.ts";
import { sayWhoOpens } from "./say-who-opens.ts";
import { sayDates } from "./say-days.ts";
import { sayFilter } from "./say-filters.ts";
import { sayRetention, saySchedule } from "./say-schedule.ts";
import { listPii } from "./decide-privacy.ts";
import type { Counts, ExportPlan } from "./plan.ts";

const levels: Readonly<Record<string, string>> = {
  none: "Nothing is removed.",
  basic: "Passwords, tokens and keys are removed.",
  moderate: "Passwords, e-mail addresses and phone numbers are replaced.",
  strict: "Everything that identifies a person is replaced.",
  custom: "Only what you chose is removed.",
};

function counted(kind: KindId, count: number): string {
  const { one, label } = findKind(kind);
  return `${count.toLocaleString("en")} ${count === 1 ? one : label.toLowerCase()}`;
}

function sayRecords(plan: ExportPlan, counts: Counts): string {
  const filled = plan.selection.kinds.filter(({ kind }) => (counts[kind] ?? 0) > 0);
  const total = filled.reduce((sum, { kind }) => sum + (counts[kind] ?? 0), 0);
  if (filled.length === 0) return "no records";
  if (filled.length > 3)
    return `${total.toLocaleString("en")} records of ${String(filled.length)} kinds`;
  const parts = filled.map(({ kind }) => counted(kind, counts[kind] ?? 0));
  return parts.length === 1
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** The plan in words, as it stands in the card: what, cleaned how, sealed how, proved how. */
export function describePlan(plan: ExportPlan, counts: Counts): string {
  const { said } = plan;
  const limits = [
    ...(said.when ?? []).map((when) => sayDates(when)),
    ...(said.filters ?? []).map((filter) => sayFilter(filter)),
  ];
  const what = `${labelFile(plan.formats, plan.container)} with ${sayRecords(plan, counts)}${limits.length === 0 ? "" : ` (${limits.join("; ")})`}.`;
  const hidden =
    plan.sanitization.hide === undefined
      ? ""
      : ` Also removed: ${listPii(plan.sanitization.hide)}.`;
  const kept =
    plan.sanitization.keep === undefined ? "" : ` Kept: ${listPii(plan.sanitization.keep)}.`;
  const sealed = sayWhoOpens(plan.container);
  const repeat =
    plan.schedule === undefined
      ? ""
      : ` It runs ${saySchedule(plan.schedule)}${plan.schedule.retention === undefined ? "" : `; ${sayRetention(plan.schedule.retention)}`}.`;
  const proof = " The finished file is opened again and counted.";
  return `${what} ${levels[plan.sanitization.level] ?? ""}${hidden}${kept}${sealed}${repeat}${proof}`;
}
