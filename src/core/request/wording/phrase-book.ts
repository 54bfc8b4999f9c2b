import { wordingOf, type Phrases } from "./wording.ts";

/** Looks phrases up and fills them in. */
export interface PhraseBook {
  /** A phrase of a section, or undefined when the language has none. */
  find(section: string, key: string): string | undefined;
  say(section: string, key: string, values?: Readonly<Record<string, string>>): string;
  nth(section: string, index: number): string;
  and(words: readonly string[]): string;
  or(words: readonly string[]): string;
}

export function phraseBook(language: string): PhraseBook {
  const english = wordingOf("en").say ?? {};
  const book: Phrases = wordingOf(language).say ?? english;
  const find = (section: string, key: string): string | undefined => {
    const part = book[section];
    if (typeof part === "string") return part;
    return typeof part === "object" && !Array.isArray(part)
      ? (part as Readonly<Record<string, string>>)[key]
      : undefined;
  };
  const join = (words: readonly string[], last: string): string => {
    const comma = find("join", "comma") ?? ", ";
    if (words.length < 2) return words.join("");
    return `${words.slice(0, -1).join(comma)}${last}${words.at(-1) ?? ""}`;
  };
  return {
    find,
    say: (section, key, values = {}) => fill(find(section, key) ?? "", values),
    nth: (section, index) => {
      const part = book[section];
      return Array.isArray(part) ? String(part[index] ?? "") : "";
    },
    and: (words) => join(words, find("join", "and") ?? " & "),
    or: (words) => join(words, find("join", "or") ?? " / "),
  };
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, key: string) => values[key] ?? "");
}
