import { findKind, type KindId } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";
import type { Condition } from "./condition.ts";
import { compileCondition, valuesAt } from "./matches.ts";

/** Reads every record of a kind, batch by batch. */
export type ReadBatches = (kind: KindId) => AsyncIterable<readonly AnyRecord[]>;

/** Replaces every "related" part by the plain ids it stands for, reading the other kind once. */
export async function resolveRelated(condition: Condition, read: ReadBatches): Promise<Condition> {
  if ("all" in condition) return { all: await resolveEach(condition.all, read) };
  if ("any" in condition) return { any: await resolveEach(condition.any, read) };
  if ("not" in condition) return { not: await resolveRelated(condition.not, read) };
  if (condition.op !== "related") return condition;
  const where = await resolveRelated(condition.where, read);
  const fits = compileCondition(findKind(condition.kind), where);
  const ids = new Set<string>();
  for await (const batch of read(condition.kind)) {
    for (const record of batch) {
      if (!fits(record)) continue;
      const found = condition.reverse === true ? valuesAt(record, condition.by) : [record.id];
      for (const id of found) if (typeof id === "string") ids.add(id);
    }
  }
  return { field: condition.reverse === true ? "id" : condition.by, op: "in", value: [...ids] };
}

async function resolveEach(
  parts: readonly Condition[],
  read: ReadBatches,
): Promise<readonly Condition[]> {
  const resolved: Condition[] = [];
  for (const part of parts) resolved.push(await resolveRelated(part, read));
  return resolved;
}
