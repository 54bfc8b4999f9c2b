/**
 * A bottom-up chart over tokens: symbols meet rules, adjacent values become new values.
 * Left to right, every start is complete before it is used, so the work is bounded by the number
 * of distinct values a span can have; `MOST` caps that number.
 */

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
  readonly make: (values: readonly unknown[]) => unknown;
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
  return { ...symbol, name: `${symbol.name}?` } as Sym<T | null>;
}

/** All rules of one shape: one for each choice of optional symbols. `make` may refuse with null. */
export function rule<O, const P extends readonly AnySym[]>(
  out: Sym<O>,
  pattern: P,
  make: (...values: Values<P>) => O | null,
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
    make: (values) => call(...values),
  }));
}

interface Edge {
  readonly rule: Rule;
  readonly dot: number;
  readonly start: number;
  readonly values: readonly unknown[];
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
  readonly byFirst: readonly (readonly Rule[] | undefined)[];
}

export function grammar(rules: readonly Rule[]): Grammar {
  const byFirst: Rule[][] = [];
  for (const each of rules) {
    const first = each.pattern[0];
    if (first) (byFirst[first.id] ??= []).push(each);
  }
  return { byFirst };
}

/** Runs the grammar over seed items, grouped by their end position. */
export function parse(
  { byFirst }: Grammar,
  seeds: readonly (readonly Item[])[],
  same: Same,
): readonly Item[] {
  const found: Item[] = [];
  const waiting: Edge[][] = seeds.map(() => []);
  for (let end = 0; end < seeds.length; end += 1) {
    const agenda: Item[] = [...(seeds[end] ?? [])];
    const here: Item[] = [];
    const advance = (edge: Edge, item: Item) => {
      const place = edge.rule.places[edge.dot] ?? 0;
      const values = edge.values.slice();
      values[place] = item.value;
      if (edge.dot + 1 < edge.rule.pattern.length) {
        waiting[end]?.push({ rule: edge.rule, dot: edge.dot + 1, start: edge.start, values });
        return;
      }
      const value = edge.rule.make(values);
      if (value !== null) agenda.push({ symbol: edge.rule.out, start: edge.start, end, value });
    };
    for (let item = agenda.shift(); item; item = agenda.shift()) {
      if (!isNew(here, item, same)) continue;
      here.push(item);
      found.push(item);
      for (const edge of waiting[item.start] ?? []) {
        if (edge.rule.pattern[edge.dot]?.id === item.symbol.id) advance(edge, item);
      }
      for (const each of byFirst[item.symbol.id] ?? []) {
        const values = new Array<unknown>(each.size).fill(null);
        advance({ rule: each, dot: 0, start: item.start, values }, item);
      }
    }
  }
  return found;
}

function isNew(here: readonly Item[], item: Item, same: Same): boolean {
  let count = 0;
  for (const other of here) {
    if (other.start !== item.start || other.symbol.id !== item.symbol.id) continue;
    if (same(item.symbol, other.value, item.value)) return false;
    count += 1;
  }
  return count < MOST;
}
