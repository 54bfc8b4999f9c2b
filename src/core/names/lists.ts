import type { FixedLevel } from "../sanitize/sanitization.ts";
import { addAll } from "./word-table.ts";
import { bit } from "./word-classes.ts";

let loading: Promise<void> | undefined;
let strictLoaded = false;

async function load(): Promise<void> {
  const [given, surnames, cities, countries, words, weights] = await Promise.all([
    import("./given-names.ts"),
    import("./surnames.ts"),
    import("./cities.ts"),
    import("./countries.ts"),
    import("./ordinary-words.ts"),
    import("./load-weights.ts"),
  ]);
  addAll(given.givenNames, bit.given);
  addAll(surnames.surnames, bit.surname);
  addAll(cities.cities, bit.city);
  addAll(countries.countries, bit.country);
  addAll(words.ordinaryWords, bit.ordinary);
  weights.loadWeights();
  strictLoaded = true;
}

/** Loads what a level needs; to be awaited before a sanitizer of that level is made. */
export async function loadLists(level: FixedLevel | "custom"): Promise<void> {
  if (level !== "strict" && level !== "custom") return;
  await (loading ??= load());
}

/** Whether the lists of level strict are there. */
export function hasLists(): boolean {
  return strictLoaded;
}

