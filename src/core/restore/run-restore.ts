import { findKind, storedKindIds } from "../records/any-kind.ts";
import type { KindId } from "../records/any-kind.ts";
import type { RestorePlan, RestorePorts, RestoreReceipt } from "./contract.ts";
import { sameValue } from "./same-value.ts";

/**
 * Does what the plan says: one commit, all or nothing, then counts again. A plan that writes nothing
 * commits nothing.
 * @throws FailureError of storage; then nothing was written.
 */
export async function runRestore(plan: RestorePlan, ports: RestorePorts): Promise<RestoreReceipt> {
  const writes = plan.records.flatMap(({ kind, write }) =>
    write === undefined ? [] : [{ kind, record: write }],
  );
  const removes = plan.removes ?? [];
  const bytes = bytesOf(plan);
  const restoreId = ports.newId();
  if (writes.length > 0 || removes.length > 0) {
    await ports.commit(writes, bytes, removes, restoreId);
  }
  const verified = await verify(plan, ports);
  const { name, source } = plan.inspection;
  return {
    restoreId,
    at: ports.now().toISOString(),
    name,
    source,
    counts: plan.counts,
    written: writes.length,
    verified,
    message: describe(plan, writes.length, removes.length, verified),
  };
}

function bytesOf(plan: RestorePlan): ReadonlyMap<string, Blob> {
  const bytes = new Map<string, Blob>();
  for (const { kind, id, from, write } of plan.records) {
    if (kind !== "documents" || write === undefined) continue;
    const blob = plan.inspection.bytes.get(from ?? id);
    if (blob !== undefined) bytes.set(id, blob);
  }
  return bytes;
}

/** Reads every written record again and compares it with what was to be written. */
async function verify(plan: RestorePlan, ports: RestorePorts): Promise<boolean> {
  for (const kind of storedKindIds) {
    const planned = plan.records.filter((one) => one.kind === kind && one.write !== undefined);
    const gone = (plan.removes ?? []).filter((one) => one.kind === kind);
    if (planned.length === 0 && gone.length === 0) continue;
    const here = new Map((await ports.existing(kind)).map((record) => [record.id, record]));
    if (gone.some(({ id }) => here.has(id))) return false;
    if (planned.some(({ id, write }) => !sameValue(here.get(id), write))) return false;
  }
  for (const id of bytesOf(plan).keys()) if (!(await ports.hasBytes(id))) return false;
  return true;
}

function describe(plan: RestorePlan, written: number, removed: number, verified: boolean): string {
  if (written === 0 && removed === 0) return "Everything in this file is here already.";
  const kinds = new Map<KindId, number>();
  for (const { kind, write } of plan.records) {
    if (write !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const parts = [...kinds].map(([kind, count]) => {
    const { one, label } = findKind(kind);
    return `${String(count)} ${count === 1 ? one : label.toLowerCase()}`;
  });
  const gone = removed === 0 ? "" : ` ${String(removed)} removed.`;
  const proof = verified
    ? "Read back and compared: equal."
    : "Read back, it is not equal: undo it and try again.";
  return `Imported ${parts.join(", ") || "nothing"}.${gone} ${proof}`;
}
