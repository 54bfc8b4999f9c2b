import type { OwnNames } from "../request.ts";
import { tokenise } from "./tokens.ts";
import { allowedEdits, distance, mayBeNear, spelled, type Spelled } from "./spelling.ts";

/** The list a name stands in. */
export type NameList = keyof OwnNames;

export interface Name {
  readonly list: NameList;
  /** Stored spelling. */
  readonly stored: string;
  readonly words: readonly string[];
}

/** The person's names, indexed once per `OwnNames` object. */
export interface NameIndex {
  /** Names by first word. */
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  /** Names by any of their words. */
  readonly byWord: ReadonlyMap<string, readonly Name[]>;
  /** Words by first letter and length, for typos. */
  readonly byShape: ReadonlyMap<string, readonly Spelled[]>;
  readonly has: (list: NameList) => boolean;
}

const lists: readonly NameList[] = [
  "companies",
  "tags",
  "contacts",
  "statuses",
  "locations",
  "templates",
  "schedules",
];
const noElisions: ReadonlySet<string> = new Set();
const built = new WeakMap<OwnNames, NameIndex>();
const nothing: OwnNames = {};

export function indexNames(names: OwnNames = nothing): NameIndex {
  const known = built.get(names);
  if (known !== undefined) return known;
  const index = build(names);
  built.set(names, index);
  return index;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  // A name that says a word twice is pushed twice in a row.
  else if (list.at(-1) !== value) list.push(value);
}

function build(names: OwnNames): NameIndex {
  const byFirst = new Map<string, Name[]>();
  const byWord = new Map<string, Name[]>();
  const byShape = new Map<string, Spelled[]>();
  for (const list of lists) {
    for (const stored of names[list] ?? []) {
      const words = wordsOf(stored);
      const first = words[0];
      if (first === undefined) continue;
      const name: Name = { list, stored, words };
      push(byFirst, first, name);
      for (const word of words) {
        if (!byWord.has(word)) push(byShape, shapeOf(word, word.length), spelled(word));
        push(byWord, word, name);
      }
    }
  }
  return { byFirst, byWord, byShape, has: (list) => names[list] !== undefined };
}

/** Folded words of a name; signs such as `&` do not count. */
export function wordsOf(name: string): string[] {
  return tokenise(name, noElisions)
    .filter((token) => token.kind !== "mark")
    .flatMap((token) =>
      token.kind === "quote" || token.kind === "hash" ? wordsOf(token.inner) : [token.form],
    );
}

const shapeOf = (word: string, length: number): string => `${word[0] ?? ""}${String(length)}`;

/** Words of own names that lie within the allowed edits of `word`; first letter fixed. */
export function nearWords(word: string, index: NameIndex): readonly NearWord[] {
  const cache = nearCache.get(index) ?? new Map<string, readonly NearWord[]>();
  nearCache.set(index, cache);
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size > mostCached) cache.clear();
  const found = findNear(word, index);
  cache.set(word, found);
  return found;
}

interface NearWord {
  readonly word: string;
  readonly edits: number;
}
/** Several recognizers ask about the same word of a sentence. */
const nearCache = new WeakMap<NameIndex, Map<string, readonly NearWord[]>>();
const mostCached = 500;

function findNear(word: string, index: NameIndex): readonly NearWord[] {
  const limit = allowedEdits(word.length);
  const typed = spelled(word);
  const found: { word: string; edits: number }[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const candidate of index.byShape.get(shapeOf(word, length)) ?? []) {
      if (!mayBeNear(typed, candidate, limit)) continue;
      const edits = distance(word, candidate.word, limit);
      if (edits > 0 && edits <= limit) found.push({ word: candidate.word, edits });
    }
  }
  return found.sort((a, b) => a.edits - b.edits);
}
