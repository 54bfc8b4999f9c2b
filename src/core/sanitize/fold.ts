import { charClass, digit, letter } from "../text/chars.ts";

/** Letters that Unicode does not decompose, as people type them without the mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Case, accents and apostrophes taken away: the key under which spellings of a name meet. */
export function foldWord(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) > 127) plain = false;
  const small = word.toLowerCase();
  if (plain) return small.includes("'") ? small.replaceAll("'", "") : small;
  return small
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’ʼ`´]/g, "")
    .replace(/[ßøæœłđðþı]/g, (char) => plainLetters[char] ?? char);
}

/** A word of a text: letters, digits and inner apostrophes, without a possessive ending. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

function isInner(text: string, at: number): boolean {
  const char = text.charAt(at);
  return (char === "'" || char === "’") && (charClass(text.charCodeAt(at + 1)) & letter) !== 0;
}

/** The words of a text, folded, in order; at most `most` of them, from where one begins. */
export function readWords(text: string, from = 0, most = Infinity): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let i = from; i <= text.length && words.length < most; i += 1) {
    const inside = i < text.length && (charClass(text.charCodeAt(i)) & (letter | digit)) !== 0;
    if (inside) {
      if (start < 0) start = i;
    } else if (start >= 0 && !isInner(text, i)) {
      const end =
        /['’]s$/i.test(text.slice(Math.max(start, i - 2), i)) && i - start > 3 ? i - 2 : i;
      words.push({ start, end, folded: foldWord(text.slice(start, end)) });
      start = -1;
    }
  }
  return words;
}
