/** Letters of Latin script without the accents: what the drawn words are made of. */
const plainWords = /^[a-z-]+(?: [a-z-]+)*$/;

/**
 * Why a phrase that did not open may have been typed otherwise than meant: a hint for the person, never
 * a second guess by the app. Undefined where nothing stands out.
 */
export function hintOfPhrase(typed: string): string | undefined {
  const phrase = typed.normalize("NFC").replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
  if (phrase === "" || plainWords.test(phrase)) return undefined;
  if (/\S[^\S\n]{2,}\S/.test(phrase)) return "There are two blanks between words; one is usual.";
  if (/[\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff]/.test(phrase))
    return "It holds a blank of another kind or an invisible character, perhaps from copying.";
  if (/[\u2018\u2019\u201c\u201d\u2013\u2014\u2026]/.test(phrase))
    return "It holds typographic quotes or dashes, which a program may have put in.";
  if (
    /[a-z]/i.test(phrase) &&
    /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(phrase)
  )
    return "It mixes two scripts: letters that look alike may not be the same.";
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(phrase))
    return "It is not in Latin letters: look at the keyboard layout.";
  if (phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase())
    return "It is all in capital letters: look at Caps Lock.";
  if (plainWords.test(phrase.toLowerCase()))
    return "It holds capital letters; words that the app drew have none.";
  if (/[^\x20-\x7e]/.test(phrase))
    return "It holds accented letters: on another keyboard layout they may have come out otherwise.";
  return undefined;
}
