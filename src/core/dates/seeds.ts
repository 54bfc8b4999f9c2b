/** From tokens to chart items: numbers, signs and every sense of every known form. */
import type { DayNumber } from "./calendar-day.ts";
import type { Item, Sym } from "./chart.ts";
import type { Entry, Lexicon } from "./lexicon-index.ts";
import * as S from "./symbols.ts";
import type { Token } from "./tokens.ts";
import type { Term } from "./term.ts";
import { correction } from "./typo.ts";

export interface Seeds {
  /** Items by end position. */
  readonly items: Item[][];
  /** For each token: something in the lexicon begins here. */
  readonly known: readonly boolean[];
  /** Token positions read as another word. */
  readonly corrected: ReadonlyMap<number, string>;
}

const SIGNS: Readonly<Record<string, Sym<true>>> = {
  ",": S.COMMA,
  ".": S.DOT,
  "-": S.DASH,
  "~": S.DASH,
  "/": S.SLASH,
  ":": S.COLON,
  "'": S.QUOTE,
};

/** `frozen`: tokens of a date written in figures, which mean nothing apart. */
export function seedsOf(
  tokens: readonly Token[],
  lexicon: Lexicon,
  today: DayNumber,
  frozen: ReadonlySet<number>,
): Seeds {
  const items: Item[][] = [[], ...tokens.map((): Item[] => [])];
  const known: boolean[] = [];
  const corrected = new Map<number, string>();
  const put = (symbol: Sym<unknown>, start: number, end: number, value: unknown) => {
    items[end]?.push({ symbol, start, end, value });
  };
  tokens.forEach((token, at) => {
    if (frozen.has(at)) {
      known.push(true);
      return;
    }
    if (token.kind === "digits") {
      put(S.DIGITS, at, at + 1, { n: Number(token.text), length: token.text.length });
    }
    const sign = token.kind === "sign" ? SIGNS[token.text] : undefined;
    if (sign) put(sign, at, at + 1, true);
    let entries = lexicon.entries.get(token.text);
    if (!entries && token.kind === "word") {
      const right = correction(token, lexicon);
      if (right !== null) {
        corrected.set(at, right);
        entries = lexicon.entries.get(right);
      }
    }
    let any = false;
    for (const entry of entries ?? []) {
      const end = matchEnd(entry, tokens, at);
      if (end === 0) continue;
      any = true;
      for (const sense of entry.senses) {
        const value = sense.value(today);
        put(sense.symbol, at, end, sense.weak ? weakened(value) : value);
      }
    }
    known.push(any || token.kind !== "word");
  });
  return { items, known, corrected };
}

function matchEnd(entry: Entry, tokens: readonly Token[], at: number): number {
  for (let i = 1; i < entry.words.length; i += 1) {
    if (tokens[at + i]?.text !== entry.words[i]) return 0;
  }
  return at + entry.words.length;
}

function weakened(value: unknown): unknown {
  return isTerm(value) ? { ...value, weak: 1 } : value;
}

function isTerm(value: unknown): value is Term {
  return typeof value === "object" && value !== null && "cycle" in value;
}
