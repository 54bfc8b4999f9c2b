import { fail } from "../failure.ts";
import { limits } from "../restore/limits.ts";

/** What an archive and the archive inside it may use up together. */
export interface Budget {
  entries: number;
  bytes: number;
}

export const newBudget = (): Budget => ({ entries: 0, bytes: 0 });

/** @throws FailureError `limit-exceeded` */
export function countEntries(budget: Budget, entries: number): void {
  budget.entries += entries;
  over("Entries in the archive", limits.zipEntries, budget.entries);
}

/**
 * Counts bytes that were really produced, never those a header promises.
 * @throws FailureError `limit-exceeded` for one entry, for the whole, or for the ratio of the two sizes.
 */
export function countBytes(
  budget: Budget,
  entry: { readonly name: string; readonly packedBytes: number; readonly produced: number },
  more: number,
): void {
  budget.bytes += more;
  over(`Bytes of ${entry.name}`, limits.entryBytes, entry.produced);
  over("Bytes in the archive", limits.totalBytes, budget.bytes);
  if (entry.produced <= limits.ratioFree) return;
  const ratio = Math.ceil(entry.produced / Math.max(1, entry.packedBytes));
  over(`Growth (ratio) of ${entry.name} when unpacked`, limits.ratio, ratio);
}

function over(what: string, limit: number, actual: number): void {
  if (actual > limit) fail({ code: "limit-exceeded", what, limit, actual });
}
