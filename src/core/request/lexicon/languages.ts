import type { OwnNames } from "../request.ts";
import { indexNames } from "../reading/own-names.ts";
import { tokenise } from "../reading/tokens.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import pt from "./pt.json" with { type: "json" };
import { buildLexicon, type Lexicon, type LexiconFile } from "./lexicon.ts";

const files: readonly LexiconFile[] = [en, de, fr, es, pt];
const built = new Map<string, Lexicon>();
const none: ReadonlySet<string> = new Set();
/** A language of the interface counts as this many words. */
const priorWords = 1;
/** Share of known words from which the prior is not doubted. */
const sureShare = 0.75;

export const languages: readonly string[] = files.map((file) => file.language);

/** The lexicon of a language; English when the language is not spoken here. */
export function lexiconOf(language: string): Lexicon {
  const file = files.find((each) => each.language === language) ?? en;
  const known = built.get(file.language);
  if (known !== undefined) return known;
  const lexicon = buildLexicon(file, file === en ? undefined : en);
  built.set(file.language, lexicon);
  return lexicon;
}

/** The language whose words a sentence uses; `prior` decides when there is little to go by. */
export function detectLanguage(text: string, prior: string, data?: OwnNames): string {
  const names = indexNames(data);
  const forms = tokenise(text, none)
    .filter((token) => token.kind === "word" && !names.byWord.has(token.form))
    .map((token) => token.form);
  let best = languages.includes(prior) ? prior : "en";
  let most = hits(forms, best) + priorWords;
  // Most sentences are in the language of the interface: the others are not even built then.
  if (most - priorWords >= forms.length * sureShare) return best;
  for (const language of languages) {
    const count = hits(forms, language);
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

function hits(forms: readonly string[], language: string): number {
  const { words, elisions } = lexiconOf(language);
  return forms.filter((form) => {
    const apostrophe = form.indexOf("'");
    if (words.has(form)) return true;
    return apostrophe > 0 && elisions.has(form.slice(0, apostrophe));
  }).length;
}
