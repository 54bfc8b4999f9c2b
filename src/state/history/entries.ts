import type { Receipt } from "../../core/pipeline/ports.ts";
import type { RestoreReceipt } from "../../core/restore/contract.ts";
import { localMinute } from "../../core/schedule/occurrences.ts";
import type { Schedule } from "../../core/schedule/schedule.ts";

export type EntrySeal =
  "proved" | "counted" | "not-verified" | "failed" | "stopped" | "missed" | "running";

/** One line of History: an export, an import, or a run that did not happen. */
export interface Entry {
  readonly id: string;
  readonly kind: "export" | "import" | "missed";
  readonly at: string;
  readonly what: string;
  readonly records?: number;
  readonly bytes?: number;
  readonly where: string;
  readonly seal: EntrySeal;
  readonly scheduled: boolean;
  readonly receipt?: Receipt;
  readonly restored?: RestoreReceipt;
  readonly why?: string;
}
export type EntryFilter = "all" | "exports" | "imports" | "scheduled";

function sealOf(receipt: Receipt): EntrySeal {
  if (receipt.status === "running") return "running";
  if (receipt.status === "failed") return "failed";
  if (receipt.status !== "done") return "stopped";
  return receipt.verified;
}

function fromReceipt(receipt: Receipt): Entry {
  const done = receipt.status === "done";
  return {
    id: receipt.exportId,
    kind: "export",
    at: receipt.startedAt,
    what: receipt.sentence,
    where: done ? receipt.place : "–",
    seal: sealOf(receipt),
    scheduled: receipt.scheduleId !== undefined,
    receipt,
    ...(done ? { records: receipt.records, bytes: receipt.bytes } : {}),
  };
}

function fromRestore(restored: RestoreReceipt): Entry {
  return {
    id: restored.restoreId,
    kind: "import",
    at: restored.at,
    what: `Import of ${restored.name}`,
    records: restored.written,
    where: "This browser",
    seal:
      restored.undone === undefined ? (restored.verified ? "counted" : "not-verified") : "stopped",
    scheduled: false,
    restored,
  };
}

function fromSchedule(schedule: Schedule): readonly Entry[] {
  return schedule.missed.map(({ at, why }) => ({
    id: `${schedule.id}@${at}`,
    kind: "missed" as const,
    at,
    what: schedule.sentence,
    where: schedule.target.kind === "folder" ? schedule.target.name : "This browser",
    seal: "missed" as const,
    scheduled: true,
    why,
  }));
}

/** Everything that left, came, or should have, newest first. */
export function listEntries(
  receipts: readonly Receipt[],
  restores: readonly RestoreReceipt[],
  schedules: readonly Schedule[],
): readonly Entry[] {
  return [
    ...receipts.map(fromReceipt),
    ...restores.map(fromRestore),
    ...schedules.flatMap(fromSchedule),
  ].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function filterEntries(
  entries: readonly Entry[],
  filter: EntryFilter,
  search: string,
): readonly Entry[] {
  const words = search.trim().toLocaleLowerCase();
  const fits = (entry: Entry): boolean =>
    words === "" ||
    [entry.what, entry.where, entry.receipt?.fileName ?? "", entry.receipt?.sha256 ?? ""].some(
      (text) => text.toLocaleLowerCase().includes(words),
    );
  const chosen: Readonly<Record<EntryFilter, (entry: Entry) => boolean>> = {
    all: () => true,
    exports: ({ kind }) => kind === "export",
    imports: ({ kind }) => kind === "import",
    scheduled: ({ scheduled }) => scheduled,
  };
  return entries.filter((entry) => chosen[filter](entry) && fits(entry));
}

/** The local minute at which a run began. */
export function startMinute(receipt: Receipt): string {
  return localMinute(new Date(receipt.startedAt));
}
