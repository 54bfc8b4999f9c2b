/**
 * A bottom-up chart over tokens: symbols meet rules, adjacent values become new values.
 * Left to right, every start is complete before it is used, so the work is bounded by the number
 * of distinct values a span can have; `MOST` caps that number.
 */

import type { DayNumber } from "./calendar-day.ts";

declare const VALUE: unique symbol;
/** A grammar symbol whose values have the type `T`. */
export interface Sym<T> {
  readonly name: string;
  readonly id: number;
  readonly [VALUE]?: T;
}

type AnySym = Sym<unknown>;
type Values<P extends readonly AnySym[]> = {
  [K in keyof P]: P[K] extends Sym<infer V> ? V : never;
};

export interface Rule {
  readonly out: AnySym;
  readonly pattern: readonly AnySym[];
  /** For each position of `pattern`, where its value goes in the argument list. */
  readonly places: readonly number[];
  readonly size: number;
  readonly make: (values: readonly unknown[], today: DayNumber) => unknown;
}

/** Values of one symbol over one span; more readings than this are dropped. */
const MOST = 8;

export function symbols(): { sym: <T>(name: string) => Sym<T> } {
  let next = 0;
  return {
    sym: <T>(name: string): Sym<T> => {
      next += 1;
      return { name, id: next - 1 };
    },
  };
}

/** Marks a symbol as optional; its value is null when nothing stands there. */
export function optional<T>(symbol: Sym<T>): Sym<T | null> {
  return { ...symbol, name: `${symbol.name}?` };
}

/**
 * All rules of one shape: one for each choice of optional symbols. `make` gets the values and today,
 * and may refuse with null.
 */
export function rule<O, const P extends readonly AnySym[]>(
  out: Sym<O>,
  pattern: P,
  make: (...values: [...Values<P>, today: DayNumber]) => O | null,
): readonly Rule[] {
  let choices: number[][] = [[]];
  pattern.forEach((symbol, place) => {
    const taken = choices.map((choice) => [...choice, place]);
    choices = symbol.name.endsWith("?") ? [...choices, ...taken] : taken;
  });
  const call = make as unknown as (...values: readonly unknown[]) => unknown;
  return choices.map((places) => ({
    out,
    places,
    pattern: places.map((place) => pattern[place] ?? out),
    size: pattern.length,
    make: (values, today) => call(...values, today),
  }));
}

/** A rule that has met its first symbols; values hang in a chain, last first. */
interface Edge {
  readonly rule: Rule;
  readonly dot: number;
  readonly start: number;
  readonly value: unknown;
  readonly before: Edge | null;
}

export interface Item {
  readonly symbol: AnySym;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/** Tells whether two values of one symbol over one span mean the same. */
export type Same = (symbol: AnySym, a: unknown, b: unknown) => boolean;

export interface Grammar {
  /** Rules by the symbol they begin with. */
  readonly byFirst: readonly (readonly Rule[] | undefined)[];
  /** Symbol → every symbol whose phrase can begin with it, itself included. */
  readonly begins: readonly (ReadonlySet<number> | undefined)[];
}

export function grammar(rules: readonly Rule[]): Grammar {
  const byFirst: Rule[][] = [];
  for (const each of rules) {
    const first = each.pattern[0];
    if (first) (byFirst[first.id] ??= []).push(each);
  }
  const begins: Set<number>[] = [];
  for (const { pattern, out } of rules) {
    for (const { id } of [...pattern, out]) begins[id] ??= closure(id, byFirst);
  }
  return { byFirst, begins };
}

function closure(symbol: number, byFirst: readonly (readonly Rule[] | undefined)[]): Set<number> {
  const found = new Set([symbol]);
  for (const id of found) for (const { out } of byFirst[id] ?? []) found.add(out.id);
  return found;
}

/** One run over one text. */
class Chart {
  readonly found: Item[] = [];
  /** Position and symbol → edges that wait for it there. */
  readonly #waiting = new Map<number, Edge[]>();
  /** Position and symbol → may such a phrase begin there? */
  readonly #ahead: Uint8Array;
  readonly #width: number;
  readonly #grammar: Grammar;
  readonly #same: Same;
  readonly #today: DayNumber;
  #agenda: Item[] = [];
  #here: Item[] = [];

  constructor(rules: Grammar, seeds: readonly (readonly Item[])[], same: Same, today: DayNumber) {
    this.#grammar = rules;
    this.#same = same;
    this.#today = today;
    this.#width = rules.begins.length;
    this.#ahead = new Uint8Array(this.#width * seeds.length);
    for (const group of seeds) {
      for (const { symbol, start } of group) {
        const offset = start * this.#width;
        for (const id of rules.begins[symbol.id] ?? []) this.#ahead[offset + id] = 1;
      }
    }
  }

  /** Takes all items that end at one position; earlier positions are complete. */
  close(seeds: readonly Item[]): void {
    this.#agenda = seeds.slice();
    this.#here = [];
    for (let next = 0; next < this.#agenda.length; next += 1) {
      const item = this.#agenda[next];
      if (!item || !this.#isNew(item)) continue;
      this.#here.push(item);
      this.found.push(item);
      const waiting = this.#waiting.get(item.start * this.#width + item.symbol.id);
      if (waiting) for (const edge of waiting) this.#advance(edge.rule, edge.dot, edge, item);
      const rules = this.#grammar.byFirst[item.symbol.id];
      if (rules) for (const each of rules) this.#advance(each, 0, null, item);
    }
  }

  #advance(rule: Rule, dot: number, before: Edge | null, item: Item): void {
    const start = before ? before.start : item.start;
    const next = rule.pattern[dot + 1];
    if (!next) {
      const value = rule.make(argumentsOf(rule, dot, before, item.value), this.#today);
      if (value !== null) this.#agenda.push({ symbol: rule.out, start, end: item.end, value });
      return;
    }
    const key = item.end * this.#width + next.id;
    if (this.#ahead[key] !== 1) return;
    const edge = { rule, dot: dot + 1, start, value: item.value, before };
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.push(edge);
    else this.#waiting.set(key, [edge]);
  }

  #isNew(item: Item): boolean {
    let count = 0;
    for (const other of this.#here) {
      if (other.start !== item.start || other.symbol.id !== item.symbol.id) continue;
      if (this.#same(item.symbol, other.value, item.value)) return false;
      count += 1;
    }
    return count < MOST;
  }
}

/** The values of a met rule in the places of its pattern, null where an optional one is missing. */
function argumentsOf(
  { size, places }: Rule,
  dot: number,
  before: Edge | null,
  last: unknown,
): unknown[] {
  const values = new Array<unknown>(size).fill(null);
  values[places[dot] ?? 0] = last;
  for (let edge = before, at = dot - 1; edge; edge = edge.before, at -= 1) {
    values[places[at] ?? 0] = edge.value;
  }
  return values;
}

/** Runs the grammar over seed items, grouped by their end position. */
export function parse(
  rules: Grammar,
  seeds: readonly (readonly Item[])[],
  same: Same,
  today: DayNumber,
): readonly Item[] {
  const chart = new Chart(rules, seeds, same, today);
  for (const each of seeds) chart.close(each);
  return chart.found;
}
