import { lexiconFor } from "../../dates/lexicon-index.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { isCommonWord } from "../lexicon/common-words.ts";
import type { NameIndex } from "./own-names.ts";
import { correct } from "./spelling.ts";
import type { Token } from "./tokens.ts";

/**
 * Corrects typos in words that neither the lexicon, nor the person's names, nor the list of common
 * words knows. Quotations, figures and names written with a capital inside a sentence stay.
 */
export function correctTokens(
  tokens: readonly Token[],
  lexicon: Lexicon,
  names: NameIndex,
): Token[] {
  const dateWords = lexiconFor([lexicon.language]).words;
  const shouting = tokens.every((token) => token.kind !== "word" || token.capital);
  return tokens.map((token, i) => {
    if (token.kind !== "word" || token.form.endsWith("'")) return token;
    if (lexicon.words.has(token.form) && !lexicon.misspellings.has(token.form)) return token;
    if (names.byWord.has(token.form)) return token;
    const plain = withoutPossessive(token.form);
    if (plain !== token.form && (lexicon.words.has(plain) || names.byWord.has(plain))) {
      return { ...token, form: plain };
    }
    const named = token.capital && i > 0 && !shouting && !lexicon.capitalNouns;
    if (isCommonWord(plain, lexicon.language) || dateWords.has(plain)) return token;
    const better = correct(plain, lexicon);
    if (better === undefined) return token;
    if (named && !isTimeWord(better.form, lexicon)) return token;
    const corrected = { typed: token.inner, confidence: better.confidence };
    return { ...token, form: better.form, corrected };
  });
}

function withoutPossessive(form: string): string {
  return form.endsWith("'s") ? form.slice(0, -2) : form;
}

/** Months and weekdays carry a capital and still may be typed wrong. */
function isTimeWord(form: string, lexicon: Lexicon): boolean {
  return lexicon.root.next.get(form)?.entries.some((entry) => entry.sense === "time.word") ?? false;
}
