import type { KindId } from "../records/any-kind.ts";
import { findKind } from "../records/any-kind.ts";
import type { AnyRecord } from "../records/stored-record.ts";

/** Id in the file → id here, by kind. */
export class IdMap {
  readonly #ids = new Map<string, string>();

  set(kind: string, from: string, to: string): void {
    if (from === to) this.#ids.delete(`${kind}/${from}`);
    else this.#ids.set(`${kind}/${from}`, to);
  }

  get(kind: string, id: string): string {
    return this.#ids.get(`${kind}/${id}`) ?? id;
  }

  get size(): number {
    return this.#ids.size;
  }
}

/** The record with its own id and every id it refers to as they are here. */
export function remapIds(kind: KindId, record: AnyRecord, ids: IdMap): AnyRecord {
  if (ids.size === 0) return record;
  const changed: Record<string, unknown> = { id: ids.get(kind, record.id) };
  for (const [name, field] of Object.entries(findKind(kind).fields)) {
    const { refers } = field;
    const value = record[name];
    if (refers === undefined || value === undefined) continue;
    if (typeof value === "string") changed[name] = ids.get(refers, value);
    else if (Array.isArray(value)) changed[name] = remapList(value, refers, ids);
  }
  return { ...record, ...changed };
}

/** Two ids that became one stand once. */
function remapList(list: readonly unknown[], refers: string, ids: IdMap): readonly unknown[] {
  const mapped = list.map((id) => (typeof id === "string" ? ids.get(refers, id) : id));
  const changed = mapped.some((id, index) => id !== list[index]);
  return changed ? [...new Set(mapped)] : list;
}
