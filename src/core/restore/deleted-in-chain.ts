import type { KindId } from "../records/any-kind.ts";
import type {
  Inspection,
  PlannedRecord,
  RestorePlan,
  RestorePolicy,
  Tombstone,
} from "./contract.ts";
import type { Existing } from "./match-records.ts";

/** Only a chain says what went between two copies; any other file is what there was when it was made. */
export const chainStones = ({ joined, tombstones }: Inspection): readonly Tombstone[] =>
  joined === undefined ? [] : tombstones;

/**
 * Records here that a file of the chain says were deleted, and that were not changed since. They go where
 * the file may win: with `newest` and `replace`. Undefined where none goes.
 */
export function deletedInChain(
  inspection: Inspection,
  policy: RestorePolicy,
  here: Existing,
  records: readonly PlannedRecord[],
): RestorePlan["removes"] {
  const without = new Set(policy.without);
  const wanted = new Set(records.map((one) => `${one.kind}/${one.matched ?? one.id}`));
  const mayGo = (kind: KindId): boolean =>
    ["newest", "replace"].includes(policy.byKind?.[kind] ?? policy.everywhere);
  const gone = chainStones(inspection).filter(({ kind, id, deletedAt }) => {
    if (!mayGo(kind) || without.has(id) || wanted.has(`${kind}/${id}`)) return false;
    const one = here.get(kind)?.find((record) => record.id === id);
    return one !== undefined && Date.parse(one.updated_at) <= Date.parse(deletedAt);
  });
  return gone.length === 0 ? undefined : gone.map(({ kind, id }) => ({ kind, id }));
}
