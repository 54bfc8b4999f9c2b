import type { Inspection, Piece } from "./contract.ts";

/** A damaged file of which nothing is left that holds records: what was found in it is said all the same. */
export const nothingRescued = (name: string, rescued: readonly Piece[]): Inspection => ({
  name,
  source: "unknown",
  label: "A damaged file",
  kinds: {},
  skipped: [],
  refused: [],
  refusedMore: 0,
  warnings: [],
  incoming: [],
  bytes: new Map(),
  tombstones: [],
  rescued,
});
