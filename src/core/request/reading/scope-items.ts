import type { Match, Operator, ScopeItem } from "./scene.ts";

/** The part of a scene that scopes are read from. */
export interface Bare {
  readonly length: number;
  starting(token: number): readonly Match[];
  at(token: number, sense: string): Match | undefined;
  ending(token: number, sense: string): Match | undefined;
  skip(token: number): number;
  isComma(token: number): boolean;
  /** A mark, or the end of the sentence. */
  isBreak(token: number): boolean;
  isHash(token: number): boolean;
}

const itemSenses = new Set([
  "pii",
  "pii.all",
  "pii.keep",
  "field",
  "entity",
  "all",
  "doctype",
  "status",
  "status.word",
  "status.noun",
  "flag",
  "source",
  "date",
  "columns",
  "field.custom",
  "level",
]);
/** Items of different families do not share an operator across a bare comma. */
const familyOf: Readonly<Record<string, string>> = {
  pii: "attribute",
  "pii.all": "attribute",
  field: "attribute",
  "field.custom": "attribute",
  columns: "attribute",
  entity: "kind",
  doctype: "kind",
  all: "kind",
  "status.noun": "kind",
};

export function operatorAt(
  bare: Bare,
  token: number,
): { operator: Operator; to: number } | undefined {
  const found: { operator: Operator; to: number }[] = [];
  const neg = bare.at(token, "neg");
  if (neg !== undefined) found.push({ operator: neg.value as Operator, to: neg.to });
  for (const sense of ["only", "add", "keep"] as const) {
    const match = bare.at(token, sense);
    if (match !== undefined) found.push({ operator: sense, to: match.to });
  }
  const but = bare.at(token, "but");
  if (but !== undefined && bare.ending(token, "all") !== undefined) {
    found.push({ operator: "except", to: but.to });
  }
  const longest = found.sort((a, b) => b.to - a.to)[0];
  // "don't forget", "not only" deny nothing.
  const small = bare.at(token, "filler")?.to ?? 0;
  return longest !== undefined && small > longest.to ? undefined : longest;
}

/** The last word before `end` is an operator with an item of its own behind it. */
function opensList(bare: Bare, token: number, end: number): boolean {
  if (end - token < 2 || operatorAt(bare, end - 1)?.to !== end) return false;
  return readItem(bare, bare.skip(end)) !== undefined;
}

/** "file name", "email it to me" begin another part of the request. */
const longerParts = ["file.cue", "destination", "sort.cue"] as const;

/** "ordenados por estado", "sort by status": what stands before "by" is no item. */
function sorts(bare: Bare, token: number, to: number): boolean {
  return bare.at(token, "sort.cue") !== undefined && bare.at(to, "sort.by") !== undefined;
}

/** Reads one list item: all matches of the longest stretch that starts here. */
export function readItem(bare: Bare, token: number): ScopeItem | undefined {
  const usable = bare
    .starting(token)
    .filter((match) => itemSenses.has(match.sense) || match.sense.startsWith("own."));
  const ends = usable.map((match) => match.to).sort((a, b) => b - a);
  // "no phone no address": the second "no" opens the next list, it does not close "phone no".
  const to = ends.find((end) => !opensList(bare, token, end)) ?? ends[0] ?? token;
  // "file name" begins another part of the request.
  if (longerParts.some((sense) => (bare.at(token, sense)?.to ?? 0) > to)) return undefined;
  if (sorts(bare, token, to)) return undefined;
  if (to > token) {
    return { from: token, to, matches: usable.filter((match) => match.to === to) };
  }
  return bare.isHash(token) ? { from: token, to: token + 1, matches: [] } : undefined;
}

/** Token after a separator ("," "and" ", or"), or undefined; `hard` when a word joins the list. */
export function readSeparator(
  bare: Bare,
  token: number,
): { to: number; hard: boolean } | undefined {
  let to = token;
  if (bare.isComma(to)) to += 1;
  const word = bare.at(to, "sep");
  if (word !== undefined) return { to: word.to, hard: true };
  return to > token ? { to, hard: false } : undefined;
}

export const families = (item: ScopeItem): Set<string> =>
  new Set(item.matches.map((match) => familyOf[match.sense] ?? "value"));

export interface Reach {
  /** After a bare comma. */
  readonly soft: boolean;
  /** "do not export …": the verb belongs to the operator. */
  readonly verbs: boolean;
}
const alone: Reach = { soft: false, verbs: false };
export const denies: ReadonlySet<Operator> = new Set(["no", "not"]);

/** Next item after small words and a heading such as "the columns". */
export function seekItem(
  bare: Bare,
  from: number,
  { soft, verbs }: Reach = alone,
): { item?: ScopeItem; heading?: Match } {
  let at = from;
  let heading: Match | undefined;
  for (;;) {
    if (at > from && operatorAt(bare, at) !== undefined && readItem(bare, at) === undefined) break;
    const columns = heading === undefined ? bare.at(at, "columns") : undefined;
    if (columns !== undefined) {
      heading = columns;
      at = columns.to;
      continue;
    }
    const item = readItem(bare, at);
    if (item !== undefined) return heading === undefined ? { item } : { item, heading };
    // After a bare comma a preposition begins another part of the sentence.
    const small =
      bare.at(at, soft ? "article" : "filler") ??
      bare.at(at, "show") ??
      (verbs ? bare.at(at, "verb") : undefined);
    if (small === undefined) break;
    at = small.to;
  }
  return heading === undefined ? {} : { heading };
}
