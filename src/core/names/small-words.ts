import { foldWord } from "../sanitize/fold.ts";
import { hashWord } from "../text/hash.ts";

const small: Readonly<Record<string, string>> = {
  en: "the and of to in is that for with was on are this have you my",
  de: "der die das und ist nicht mit für von ich ein eine auf zu bei",
  fr: "le la les et des est une pour dans que avec sur je du vous",
  es: "el la los y de que en una para con por las del se su",
  pt: "o a os e de que em uma para com não por do da eu",
  nl: "de het een en van is niet voor met ik op te bij aan dat",
  it: "il la e di che un una per con non del sono della mi si",
  pl: "i w na z nie do się jest to że od po dla",
};
/** In the order of the bits of `smallWords`. */
export const languages = Object.keys(small);
/** The commonest words by hash, with one bit a language that has them. */
export const smallWords = new Map<number, number>();
for (const [i, language] of languages.entries()) {
  for (const word of (small[language] ?? "").split(" ")) {
    const hash = hashWord(foldWord(word));
    smallWords.set(hash, (smallWords.get(hash) ?? 0) | (1 << i));
  }
}
