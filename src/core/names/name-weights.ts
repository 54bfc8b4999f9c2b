import type { WeightTable } from "./tagger.ts";

/** Apart from the weights themselves, which are loaded at level strict only. */
const held: { table?: WeightTable } = {};

export function setNameWeights(table: WeightTable): void {
  held.table = table;
}

/** The learned table, once `loadLists("strict")` is done. */
export function nameWeights(): WeightTable | undefined {
  return held.table;
}
