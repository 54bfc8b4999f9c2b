import { nextLink, type ChainLink, type ChainRule, type WhyWhole } from "../increment/chain.ts";
import { countChanges, type Changes, type ChangesSince } from "../increment/changes.ts";
import type { Receipt } from "../pipeline/ports.ts";
import type { ExportPlan } from "../plan/plan.ts";
import { findKind } from "../records/any-kind.ts";

export type PlannedRun =
  | { readonly plan: ExportPlan; readonly whole?: WhyWhole }
  /** Nothing changed since the last proved copy: no file is needed. */
  | { readonly nothingNew: true };

/** Increments restore only from what is whole, in packages that carry deletions. */
export function canChain({ container, sanitization, formats, selection }: ExportPlan): boolean {
  const narrowed = selection.kinds.some(
    ({ where, limit, onlyColumns }) =>
      where !== undefined || limit !== undefined || onlyColumns === true,
  );
  return (
    container !== "bare" &&
    sanitization.level === "none" &&
    (formats.includes("json") || formats.includes("ndjson")) &&
    !narrowed
  );
}

/** What the next run takes: everything, or what changed since the last proved run of the chain. */
export async function planOfRun(
  plan: ExportPlan,
  rule: ChainRule | undefined,
  own: readonly Receipt[],
  changesSince: ChangesSince,
): Promise<PlannedRun> {
  if (rule === undefined || !canChain(plan)) return { plan };
  const link = nextLink(own, rule);
  if ("whole" in link) return { plan, whole: link.whole };
  const changes = await changesSince(link.since ?? 0);
  if (changes === undefined) return { plan, whole: "journal" };
  if (countChanges(onlyTaken(changes, plan)) === 0) return { nothingNew: true };
  return { plan: asIncrement(plan, link) };
}

/** The same request over what changed. What is computed from all records has no place in a part of them. */
export function asIncrement(plan: ExportPlan, link: ChainLink): ExportPlan {
  const kinds = plan.selection.kinds.filter(({ kind }) => findKind(kind).derived !== true);
  const dot = plan.fileName.lastIndexOf(".");
  const [base, extension] =
    dot > 0 ? [plan.fileName.slice(0, dot), plan.fileName.slice(dot)] : [plan.fileName, ""];
  return {
    ...plan,
    selection: { ...plan.selection, kinds },
    fileName: `${base}-increment-${String(link.number)}${extension}`,
    chain: link,
  };
}

export function onlyTaken({ mark, written, removed }: Changes, { selection }: ExportPlan): Changes {
  const kinds = new Set<string>(selection.kinds.map(({ kind }) => kind));
  return {
    mark,
    written: Object.fromEntries(Object.entries(written).filter(([kind]) => kinds.has(kind))),
    removed: removed.filter(({ kind }) => kinds.has(kind)),
  };
}
