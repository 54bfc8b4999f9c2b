import { valuesAt } from "../select/matches.ts";
import { fileName } from "../plan/file-name.ts";
import type { KindId } from "../records/any-kind.ts";
import type { RecordSource } from "./ports.ts";
import type { Chosen } from "./select-records.ts";

/** Records that go into files of their own. `name` is a folder, or empty for the only group. */
export interface FileGroup {
  readonly name: string;
  readonly chosen: readonly Chosen[];
}

const withoutValue = "none";
const byIdBatch = 250;

/** Splits what was chosen by a field (one folder a value) or by kind (one folder a kind). */
export async function splitGroups(
  chosen: readonly Chosen[],
  by: string,
  source: RecordSource,
): Promise<readonly FileGroup[]> {
  if (by === "entity") {
    return chosen.map((part) => ({ name: part.kind, chosen: [part] }));
  }
  const idsOf = new Map<string, Map<KindId, string[]>>();
  for (const part of chosen) {
    for await (const batch of part.batches()) {
      for (const record of batch) {
        const value = valuesAt(record, by)[0];
        const key = typeof value === "string" || typeof value === "number" ? String(value) : "";
        const kinds = idsOf.get(key) ?? new Map<KindId, string[]>();
        const ids = kinds.get(part.kind) ?? [];
        ids.push(record.id);
        idsOf.set(key, kinds.set(part.kind, ids));
      }
    }
  }
  const names = new Set<string>();
  return [...idsOf].map(([value, kinds]) => ({
    name: uniqueName(value, names),
    chosen: chosen.flatMap((part) => {
      const ids = kinds.get(part.kind);
      return ids === undefined ? [] : [narrow(part, ids, source)];
    }),
  }));
}

/** A folder of that name, in characters every system accepts, different from all others. */
function uniqueName(value: string, names: Set<string>): string {
  const plain = fileName([value === "" ? withoutValue : value], "x").replace(/\.x$/, "");
  let name = plain;
  for (let next = 2; names.has(name); next += 1) name = `${plain}-${String(next)}`;
  names.add(name);
  return name;
}

function narrow(part: Chosen, ids: readonly string[], source: RecordSource): Chosen {
  return {
    ...part,
    count: ids.length,
    async *batches() {
      for (let from = 0; from < ids.length; from += byIdBatch) {
        yield await source.byIds(part.kind, ids.slice(from, from + byIdBatch));
      }
    },
  };
}
