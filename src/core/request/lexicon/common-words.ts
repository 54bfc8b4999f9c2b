import words from "./common-words.json" with { type: "json" };

/**
 * Frequent words that lie within reach of a lexicon word and must not be "corrected" to it.
 * Drawn from the word lists of zxcvbn-ts (MIT); only the words in reach are kept.
 */
const common = new Map<string, ReadonlySet<string>>();

/** True for a frequent word of the language: never a typo of something else. */
export function isCommonWord(word: string, language: string): boolean {
  let set = common.get(language);
  if (set === undefined) {
    const list = (words as Readonly<Record<string, string>>)[language] ?? "";
    set = new Set(list.split(" "));
    common.set(language, set);
  }
  return set.has(word);
}
