import type { Match, Operator, Scope, ScopeItem } from "./scene.ts";

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

function operatorAt(bare: Bare, token: number): { operator: Operator; to: number } | undefined {
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

/** Reads one list item: all matches of the longest stretch that starts here. */
export function readItem(bare: Bare, token: number): ScopeItem | undefined {
  const usable = bare
    .starting(token)
    .filter((match) => itemSenses.has(match.sense) || match.sense.startsWith("own."));
  const ends = usable.map((match) => match.to).sort((a, b) => b - a);
  // "no phone no address": the second "no" opens the next list, it does not close "phone no".
  const to = ends.find((end) => !opensList(bare, token, end)) ?? ends[0] ?? token;
  // "file name" begins another part of the request.
  if ((bare.at(token, "file.cue")?.to ?? 0) > to) return undefined;
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

const families = (item: ScopeItem): Set<string> =>
  new Set(item.matches.map((match) => familyOf[match.sense] ?? "value"));

/** "company names can stay", "Firmennamen behalten": the operator closes its list. */
function readPostfix(bare: Bare, from: number): Scope | undefined {
  const first = readItem(bare, from);
  if (first === undefined || !families(first).has("attribute") || operatorAt(bare, from)) {
    return undefined;
  }
  const items = [first];
  for (;;) {
    const last = items.at(-1) ?? first;
    const heading = bare.at(last.to, "columns");
    const after = seekAfter(bare, heading?.to ?? last.to);
    if (after !== undefined) {
      const operator = after.value as Operator;
      return { operator, from, to: after.to, items, columns: heading !== undefined, postfix: true };
    }
    const separator = readSeparator(bare, last.to);
    const next = separator === undefined ? undefined : seekItem(bare, separator.to).item;
    if (next === undefined || !families(next).has("attribute")) return undefined;
    items.push(next);
  }
}

function seekAfter(bare: Bare, from: number): Match | undefined {
  let at = from;
  for (;;) {
    const after = bare.at(at, "after");
    // "names and emails only" closes a clause; "company with only …" opens a list.
    const closes = after?.value !== "only" || (at === from && bare.isBreak(after.to));
    if (after !== undefined && closes) return after;
    const small = bare.at(at, "filler");
    if (small === undefined) return undefined;
    at = small.to;
  }
}

/** Operators with the list each one governs, in reading order. */
export function findScopes(bare: Bare): Scope[] {
  const scopes: Scope[] = [];
  let token = 0;
  while (token < bare.length) {
    const operator = operatorAt(bare, token);
    const scope =
      operator === undefined ? readPostfix(bare, token) : readScope(bare, token, operator);
    if (scope === undefined) token += 1;
    else {
      scopes.push(scope);
      // The next operator may follow directly; list words themselves are no operators.
      token = scope.to;
    }
  }
  return scopes;
}

function readScope(
  bare: Bare,
  from: number,
  { operator, to }: { operator: Operator; to: number },
): Scope | undefined {
  const items: ScopeItem[] = [];
  let columns = false;
  let end = to;
  let at = to;
  let soft = false;
  for (;;) {
    const { item, heading } = seekItem(bare, at, {
      soft,
      verbs: items.length === 0 && denies.has(operator),
    });
    if (heading !== undefined) {
      columns = true;
      end = Math.max(end, heading.to);
    }
    const last = items.at(-1);
    if (item === undefined || (last !== undefined && soft && !shares(last, item))) break;
    // "not Q1, Q2" and "not the documents, the contacts" correct one by another.
    const closes = readSeparator(bare, item.to) === undefined;
    const corrects = operator === "not" && closes;
    const dated = item.matches.some((match) => match.sense === "date");
    if (last !== undefined && soft && (dated || corrects)) break;
    items.push(item);
    end = item.to;
    const separator = readSeparator(bare, item.to);
    if (separator === undefined) break;
    at = separator.to;
    soft = !separator.hard;
  }
  if (items.length === 0) return undefined;
  const tail = bare.at(end, "columns");
  if (tail !== undefined) {
    columns = true;
    end = tail.to;
  }
  // "leave my notes out", "keep names out" hide what they name.
  const out = operator === "keep" ? bare.at(end, "out") : undefined;
  if (out !== undefined)
    return { operator: "hide", from, to: out.to, items, columns, postfix: true };
  return { operator, from, to: end, items, columns };
}

function shares(a: ScopeItem, b: ScopeItem): boolean {
  const first = families(a);
  return [...families(b)].some((family) => first.has(family));
}

interface Reach {
  /** After a bare comma. */
  readonly soft: boolean;
  /** "do not export …": the verb belongs to the operator. */
  readonly verbs: boolean;
}
const alone: Reach = { soft: false, verbs: false };
const denies: ReadonlySet<Operator> = new Set(["no", "not"]);

/** Next item after small words and a heading such as "the columns". */
function seekItem(
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
