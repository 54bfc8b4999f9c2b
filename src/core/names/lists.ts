import type { FixedLevel } from "../sanitize/sanitization.ts";

/** Word lists, folded to lower case without accents; empty until `loadLists("strict")` is done. */
export interface NameLists {
  readonly given: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  /** Ordinary words of five languages, names taken out. */
  readonly words: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
let lists: NameLists = { given: none, surnames: none, cities: none, words: none };
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  const [given, surnames, cities, words] = await Promise.all([
    import("./given-names.ts"),
    import("./surnames.ts"),
    import("./cities.ts"),
    import("./ordinary-words.ts"),
  ]);
  lists = {
    given: new Set(given.givenNames.split("\n")),
    surnames: new Set(surnames.surnames.split("\n")),
    cities: new Set(cities.cities.split("\n")),
    words: new Set(words.ordinaryWords.split("\n")),
  };
}

/** Loads what a level needs; to be awaited before a sanitizer of that level is made. */
export async function loadLists(level: FixedLevel | "custom"): Promise<void> {
  if (level !== "strict" && level !== "custom") return;
  await (loading ??= load());
}

export function nameLists(): NameLists {
  return lists;
}
