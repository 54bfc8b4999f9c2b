import { chainBefore, linkAfter, linkOf } from "../increment/chain.ts";
import { countChanges, type Changes, type ChangesSince } from "../increment/changes.ts";
import { privatePlace, type Receipt } from "../pipeline/ports.ts";
import type { ExportPlan, Planned, Reason } from "../plan/plan.ts";
import { makePlan } from "../plan/make-plan.ts";
import type { PlanContext } from "../plan/plan-context.ts";
import { findKind, type KindId } from "../records/any-kind.ts";
import type { Question, SaidRequest } from "../request/request.ts";
import { asIncrement, canChain, onlyTaken } from "./plan-of-run.ts";

/** What is known of earlier exports, for "only what's new since my last export". */
export interface EarlierExports {
  readonly receipts: readonly Receipt[];
  readonly changesSince: ChangesSince;
}

/** A plan that takes only what changed, with what changed; without `changes` it takes everything. */
export interface StandingPlan {
  readonly planned: Planned;
  readonly changes?: Changes;
}

type Decided = Extract<Planned, { readonly plan: ExportPlan }>;

/** Decides a request; one that asks for what is new is laid over what was exported before. */
export async function planOnLast(
  words: SaidRequest,
  questions: readonly Question[],
  context: PlanContext,
  earlier: (() => Promise<EarlierExports>) | undefined,
): Promise<StandingPlan> {
  const asksForNew = (said: SaidRequest): boolean =>
    said.baseline?.use === "incremental" && said.schedule === undefined;
  const first = asksForNew(words) ? await earlier?.() : undefined;
  const request = first === undefined ? words : requestOfLast(words, first);
  const planned = makePlan(request, questions, context);
  // "same but as CSV" may lean on a request that asked for what is new.
  if (!("plan" in planned) || !asksForNew(planned.plan.said)) return { planned };
  const before = first ?? (await earlier?.());
  return before === undefined ? { planned } : standOnLast(planned, before);
}

/** "only what's new" alone: the records and the form of the export that it stands on, or a backup. */
function requestOfLast(said: SaidRequest, { receipts }: EarlierExports): SaidRequest {
  if (said.entities !== undefined || said.template !== undefined || said.base !== undefined) {
    return said;
  }
  const last = newestProved(receipts).find(({ plan }) => canChain(plan))?.plan.said;
  if (last === undefined) return { ...said, entities: { include: "all" }, template: "backup" };
  const { schedule: _rule, op: _op, when: _when, baseline: _line, ...kept } = last;
  return { ...kept, ...said };
}

/**
 * The plan over what changed since the newest proved export that holds the same records, with what it
 * stands on as a reason. Where there is none it takes everything, and the reason says why.
 */
async function standOnLast(planned: Decided, earlier: EarlierExports): Promise<StandingPlan> {
  const { plan, reasons } = planned;
  const whole = (why: string): StandingPlan => ({
    planned: { ...planned, reasons: [...reasons, said("Everything", why)] },
  });
  const base = newestProved(earlier.receipts).find((one) => carries(one, plan, earlier.receipts));
  if (base === undefined) {
    return whole("No proved export holds these records yet: this takes everything.");
  }
  const changes = await earlier.changesSince(base.mark ?? 0);
  if (changes === undefined) {
    return whole("More changed than was noted since then: this takes everything.");
  }
  const taken = onlyTaken(changes, plan);
  const removed = canChain(plan) ? "" : " What was deleted cannot stand in this kind of file.";
  const nothing = countChanges(taken) === 0 ? " Nothing has changed since." : "";
  const text = `Stands on ${base.fileName}, proved: without that file it is only a part.${removed}${nothing}`;
  return {
    planned: {
      ...planned,
      plan: asIncrement(plan, linkAfter(base)),
      reasons: [...reasons, said(`New since ${base.fileName}`, text)],
    },
    changes,
  };
}

function said(value: string, text: string): Reason {
  return { slot: "baseline", label: "Changes", value, because: "said", text };
}

function newestProved(receipts: readonly Receipt[]): readonly Receipt[] {
  return receipts
    .filter(
      ({ status, verified, mark }) =>
        status === "done" && verified === "proved" && mark !== undefined,
    )
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** Whether an export is ground for this plan: it holds these records whole, and its chain is still there. */
function carries(base: Receipt, plan: ExportPlan, receipts: readonly Receipt[]): boolean {
  // An increment that will be restored joins only what can be restored.
  if (canChain(plan) && !canChain(base.plan)) return false;
  const held = new Set(
    base.plan.selection.kinds
      .filter(({ where, limit }) => where === undefined && limit === undefined)
      .map(({ kind }) => kind),
  );
  const wanted = storedKinds(plan);
  if (wanted.length === 0 || !wanted.every((kind) => held.has(kind))) return false;
  const link = linkOf(base);
  const before = chainBefore(link, receipts);
  if (before.length < link.number) return false;
  return ![base, ...receipts.filter(({ exportId }) => before.includes(exportId))].some(isGone);
}

/** What is computed from other records is in no journal. */
function storedKinds({ selection }: ExportPlan): readonly KindId[] {
  return selection.kinds.map(({ kind }) => kind).filter((kind) => findKind(kind).derived !== true);
}

/** Cleaned up by the app. A file in a place of the person's own is theirs to keep. */
function isGone({ kept, place, scheduleId }: Receipt): boolean {
  return kept === undefined && (place === privatePlace || scheduleId !== undefined);
}
