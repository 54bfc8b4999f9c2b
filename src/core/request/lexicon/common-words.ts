/** True for a frequent word of the language: never a typo of something else (spelling policy). */
export function isCommonWord(word: string, language: string): boolean {
  return common.get(language)?.has(word) ?? false;
}

const common = new Map<string, ReadonlySet<string>>();
