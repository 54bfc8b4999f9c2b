import type { Receipt } from "../pipeline/ports.ts";

/** How a schedule builds chains: one whole copy, then so many increments, then a whole one again. */
export interface ChainRule {
  readonly fullEvery: number;
  /** Runs before this instant carry nothing: what the schedule takes was changed since. */
  readonly notBefore?: string;
}

/**
 * The place of a file in its chain, written into its head (`export_info.chain`). Number 0 is the base: a
 * whole copy. `since` and `until` are marks of the change journal: what changed after `since`, up to
 * `until`, is in the file.
 */
export interface ChainLink {
  /** Export id of the base. */
  readonly chain_id: string;
  readonly number: number;
  /** Export id of the file before this one. Absent on the base. */
  readonly after_id?: string;
  readonly since?: number;
  /** When the file before was read, ISO 8601: for words, never for deciding. */
  readonly since_at?: string;
}

/** Why a run takes everything although increments were asked for. */
export type WhyWhole = "first" | "round" | "journal" | "base-gone";

/** The runs that a chain may stand on: done, proved, and with a mark of the journal. */
function isFoundation(receipt: Receipt): boolean {
  return receipt.status === "done" && receipt.verified === "proved" && receipt.mark !== undefined;
}

/**
 * The link of the next run, or why it has to be a whole copy. Only proved runs carry a chain: what was
 * not read back is no ground to build on, so the next increment begins where the last proved one ended.
 */
export function nextLink(
  receipts: readonly Receipt[],
  { fullEvery, notBefore = "" }: ChainRule,
): ChainLink | { readonly whole: WhyWhole } {
  const [last] = receipts
    .filter((receipt) => isFoundation(receipt) && receipt.startedAt >= notBefore)
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  if (last === undefined) return { whole: "first" };
  const link = linkOf(last);
  if (link.number + 1 > fullEvery) return { whole: "round" };
  if (!isComplete(link, receipts)) return { whole: "base-gone" };
  return linkAfter(last);
}

/** The link of an increment on a receipt. @param last has a mark */
export function linkAfter(last: Receipt): ChainLink {
  const { chain_id, number } = linkOf(last);
  return {
    chain_id,
    number: number + 1,
    after_id: last.exportId,
    since_at: last.cutOff,
    ...(last.mark !== undefined && { since: last.mark }),
  };
}

/** A receipt without a link is the base of its own chain. */
export function linkOf({ exportId, plan }: Receipt): ChainLink {
  return plan.chain ?? { chain_id: exportId, number: 0 };
}

/** Every file from the base to this one is still kept. */
function isComplete(link: ChainLink, receipts: readonly Receipt[]): boolean {
  const ids = chainBefore(link, receipts);
  const kept = new Set(
    receipts.filter((receipt) => receipt.kept !== undefined).map((receipt) => receipt.exportId),
  );
  return link.number === 0
    ? kept.has(link.chain_id)
    : ids.length === link.number && ids.every((id) => kept.has(id));
}

/** Export ids that a file needs beside itself, nearest first; those that receipts do not know are missing. */
export function chainBefore(link: ChainLink, receipts: readonly Receipt[]): readonly string[] {
  const byId = new Map(receipts.map((receipt) => [receipt.exportId, receipt]));
  const ids: string[] = [];
  let at = link.after_id === undefined ? undefined : byId.get(link.after_id);
  while (at !== undefined && !ids.includes(at.exportId)) {
    ids.push(at.exportId);
    const before = linkOf(at).after_id;
    at = before === undefined ? undefined : byId.get(before);
  }
  return ids;
}
