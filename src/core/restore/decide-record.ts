import { findKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import { fieldChanges, newer, onlyFills } from "./compare-record.ts";
import type { FieldChange, Incoming, Policy } from "./contract.ts";
import { mergeRecord } from "./merge-record.ts";
import { sameValue } from "./same-value.ts";

export interface Decision {
  readonly verdict: "changed" | "same" | "conflict";
  readonly why?: string;
  readonly changes: readonly FieldChange[];
  /** What is written, under the id here; absent where the one here stays. */
  readonly write?: AnyRecord;
  /** Kept beside the one here, under an id of its own. */
  readonly copy?: true;
}

/**
 * Compares a record with the one it is here. Changed: one of the two is newer, or the file only fills in
 * what is empty. Conflict: both say something else and it cannot be told which is newer.
 * `inFile` has its references as they are here.
 */
export function decideRecord(
  { kind }: Incoming,
  inFile: AnyRecord,
  here: AnyRecord,
  policy: Policy,
  context: { readonly foreign: boolean; readonly natural: boolean },
): Decision {
  const shape = findKind(kind);
  const foreign = context.foreign || context.natural;
  const changes = fieldChanges(shape, here, inFile, foreign);
  if (changes.length === 0) return { verdict: "same", changes };
  const order = context.foreign ? 0 : newer(here, inFile);
  const clear = order !== 0 || onlyFills(changes);
  const verdict = clear ? "changed" : "conflict";
  const why = clear
    ? whyOf(order)
    : "Both say something else, and it cannot be told which is newer";
  if (policy === "keep-both") return { verdict, why, changes, copy: true };
  const taken = foreign ? overlay(here, changes) : { ...inFile, id: here.id };
  const merged = mergeRecord(shape, here, changes, order > 0);
  const choices: Readonly<Record<Exclude<Policy, "keep-both">, AnyRecord>> = {
    skip: here,
    replace: taken,
    newest: clear && order >= 0 ? taken : here,
    merge: merged,
  };
  const write = choices[policy];
  return { verdict, why, changes, ...(sameValue(write, here) ? {} : { write }) };
}

/** Only what a foreign file says is taken over; the rest stays as it is here. */
function overlay(here: AnyRecord, changes: readonly FieldChange[]): AnyRecord {
  return { ...here, ...Object.fromEntries(changes.map(({ field, inFile }) => [field, inFile])) };
}

function whyOf(order: number): string {
  if (order > 0) return "The one in the file is newer";
  return order < 0 ? "The one here is newer" : "The file fills in what is empty here";
}
