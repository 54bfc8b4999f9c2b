import { bitsOfWord } from "./word-table.ts";
import { bit } from "./word-classes.ts";

const usuallyWords = bit.double | bit.ordinary | bit.tool | bit.calendar | bit.job | bit.title | bit.country;

/** Whether a folded word is usually a word and only now and then a name. */
export function isOrdinary(word: string): boolean {
  return (bitsOfWord(word) & usuallyWords) !== 0;
}
