import type { ReadRecord } from "../../importers/contract.ts";
import type { Skipped } from "../../restore/contract.ts";

/**
 * Records of several tables of one file: the same row in two of them (a sheet and its copy, a table that
 * was pasted twice) counts once.
 */
export function joinTables(tables: readonly (readonly ReadRecord[])[]): {
  readonly records: readonly ReadRecord[];
  readonly skipped: readonly Skipped[];
} {
  const seen = new Map<string, string>();
  let doubles = 0;
  const records = tables.flat().filter(({ kindId, value }) => {
    const key = `${kindId} ${String((value as { readonly id?: unknown }).id)}`;
    const content = JSON.stringify(value);
    const isDouble = seen.get(key) === content;
    if (isDouble) doubles += 1;
    else seen.set(key, content);
    return !isDouble;
  });
  const skipped = {
    what: `Duplicates: ${String(doubles)}`,
    why: "The same row stands in a table before",
  };
  return { records, skipped: doubles === 0 ? [] : [skipped] };
}
