/** Compiles the words of one or more languages into look-up tables of senses. */
import type { DayNumber } from "./calendar-day.ts";
import type { Sym } from "./chart.ts";
import type { LexiconData } from "./lexicon/contract.ts";
import { lexicons } from "./lexicon/registry.ts";
import { addSenses, type Add } from "./lexicon-senses.ts";
import * as S from "./symbols.ts";
import { tokenise } from "./tokens.ts";

/** What a form can be; `value` may need today. */
export interface Sense {
  readonly symbol: Sym<unknown>;
  readonly value: (today: DayNumber) => unknown;
  readonly weak: boolean;
}
export interface Entry {
  readonly words: readonly string[];
  readonly senses: Sense[];
}
export interface Lexicon {
  readonly order: "mdy" | "dmy";
  readonly dayMonthSign: string;
  /** First word → entries. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Every single word of a form. */
  readonly words: ReadonlySet<string>;
  readonly amounts: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
  readonly pay: ReadonlySet<string>;
  /** Longer single words, by first letter, for the typo guard. */
  readonly long: ReadonlyMap<string, readonly string[]>;
  readonly notTypos: ReadonlySet<string>;
}

const LEAST_TYPO_LENGTH = 5;
const TYPO_SYMBOLS = new Set(
  [S.MONTH, S.WEEKDAY, S.WEEKDAYS, S.UNIT, S.TERM, S.FREQUENCY].map(
    (symbol: Sym<unknown>) => symbol.id,
  ),
);

/** Words of a form; an elided article ("d'") is one word although nothing follows. */
function wordsOf(form: string): readonly string[] {
  const elided = form.endsWith("'");
  const words = tokenise(elided ? `${form}x` : form).map((token) => token.text);
  return elided ? words.slice(0, -1) : words;
}

class Index {
  readonly entries = new Map<string, Entry[]>();
  readonly long = new Map<string, string[]>();
  readonly #known = new Map<string, { readonly entry: Entry; readonly owner: LexiconData }>();

  adder(owner: LexiconData): Add {
    const weak = new Set(owner.weak.split("|"));
    return (forms, symbol, value) => {
      const make =
        typeof value === "function" ? (value as (today: DayNumber) => unknown) : () => value;
      for (const form of forms.split("|")) {
        const entry = this.#entryFor(wordsOf(form), owner);
        entry?.senses.push({ symbol, value: make, weak: weak.has(form) });
        const [word = "", ...more] = entry?.words ?? [];
        if (more.length === 0 && word.length >= LEAST_TYPO_LENGTH && TYPO_SYMBOLS.has(symbol.id)) {
          push(this.long, word.charAt(0), word);
        }
      }
    };
  }

  /** The first language owns a form; later ones only add words it lacks. */
  #entryFor(words: readonly string[], owner: LexiconData): Entry | null {
    const [first] = words;
    if (first === undefined) return null;
    const key = words.join(" ");
    const known = this.#known.get(key);
    if (known) return known.owner === owner ? known.entry : null;
    const entry = { words, senses: [] };
    this.#known.set(key, { entry, owner });
    push(this.entries, first, entry);
    return entry;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function union(known: readonly LexiconData[], pick: (data: LexiconData) => string): Set<string> {
  return new Set(known.flatMap((data) => pick(data).split("|")));
}

function build(codes: readonly string[]): Lexicon {
  const known = codes.flatMap((code) => lexicons[code] ?? []);
  const index = new Index();
  for (const data of new Set(known)) addSenses(data, index.adder(data));
  return {
    order: known[0]?.order ?? "dmy",
    dayMonthSign: known[0]?.dayMonthSign ?? "",
    entries: index.entries,
    words: new Set([...index.entries.values()].flat().flatMap((entry) => entry.words)),
    long: index.long,
    amounts: union(known, (data) => data.amounts),
    money: union(known, (data) => data.money),
    pay: union(known, (data) => data.pay),
    notTypos: union(known, (data) => data.notTypos),
  };
}

const built = new Map<string, Lexicon>();

/** The lexicon of the first known language, widened by the others; built once. */
export function lexiconFor(codes: readonly string[]): Lexicon {
  const key = codes.join(" ");
  let found = built.get(key);
  if (!found) built.set(key, (found = build(codes)));
  return found;
}
