import type { PlannedRecord, Refused, RestorePlan } from "./contract.ts";

/** The dry run as a flat list, so that ten thousand lines can be drawn where they are seen. */
export type DryRunLine =
  | { readonly type: "head"; readonly id: string; readonly label: string; readonly count: number }
  | { readonly type: "record"; readonly id: string; readonly record: PlannedRecord }
  | { readonly type: "refused"; readonly id: string; readonly refused: Refused }
  | { readonly type: "more"; readonly id: string; readonly count: number };

/**
 * What needs a person first, then changed, new and deleted here; what is the same only when asked
 * for. `records` come in the order of the plan.
 */
export function dryRunLines(plan: RestorePlan, withSame: boolean): readonly DryRunLine[] {
  const of = (verdict: PlannedRecord["verdict"]) =>
    plan.records.filter((record) => record.verdict === verdict);
  const conflicts = of("conflict");
  const { refused, refusedMore } = plan.inspection;
  const needs: readonly DryRunLine[] = [
    ...conflicts.map(toLine),
    ...refused.map((one, at): DryRunLine => ({
      type: "refused",
      id: `refused/${String(at)}`,
      refused: one,
    })),
    ...(refused.length === 0 ? of("refused").map(toLine) : []),
    ...(refusedMore > 0 ? [{ type: "more", id: "refused/more", count: refusedMore } as const] : []),
  ];
  const needCount = conflicts.length + Math.max(refused.length + refusedMore, of("refused").length);
  return [
    ...group("Needs you", needs, needCount),
    ...group("Changed", of("changed").map(toLine)),
    ...group("New", of("new").map(toLine)),
    ...group("Deleted here", of("deleted-here").map(toLine)),
    ...(withSame ? group("Same", of("same").map(toLine)) : []),
  ];
}

function toLine(record: PlannedRecord): DryRunLine {
  return { type: "record", id: `${record.kind}/${record.id}`, record };
}

function group(
  label: string,
  lines: readonly DryRunLine[],
  count = lines.length,
): readonly DryRunLine[] {
  if (lines.length === 0) return [];
  return [{ type: "head", id: `head/${label}`, label, count }, ...lines];
}
