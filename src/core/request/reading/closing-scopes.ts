import {
  families,
  operatorAt,
  readItem,
  readSeparator,
  seekItem,
  type Bare,
} from "./scope-items.ts";
import type { Match, Operator, Scope, ScopeItem } from "./scene.ts";

/** "company names can stay", "Firmennamen behalten": the operator closes its list. */
export function readPostfix(bare: Bare, from: number): Scope | undefined {
  const first = readItem(bare, from);
  if (first === undefined || operatorAt(bare, from) !== undefined) return undefined;
  if (!families(first).has("attribute")) return readLeftOut(bare, first);
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

/** "Kontakte weglassen", "abgelehnte Bewerbungen weglassen": of the latter the noun itself stays. */
function readLeftOut(bare: Bare, first: ScopeItem): Scope | undefined {
  const status = first.matches.some((match) => match.sense === "status");
  const noun = status ? bare.at(first.to, "entity") : first;
  if (noun === undefined || (!status && !families(first).has("kind"))) return undefined;
  const after = seekAfter(bare, noun.to);
  if (after?.value !== "hide") return undefined;
  const { from } = first;
  return { operator: "hide", from, to: after.to, items: [first], columns: false, postfix: true };
}

function seekAfter(bare: Bare, from: number): Match | undefined {
  let at = from;
  for (;;) {
    const after = bare.at(at, "after");
    // "names and emails only" closes a clause; "company with only …" opens a list.
    const closes = after?.value !== "only" || (at === from && bare.isBreak(after.to));
    if (after !== undefined && closes) return after;
    // "die Namen aber behalten".
    const small = bare.at(at, "filler") ?? bare.at(at, "but");
    if (small === undefined) return undefined;
    at = small.to;
  }
}

/** "contacts no, interviews yes": a denial closes a clause that is nothing but kinds of record. */
export function readVerdict(bare: Bare, from: number): Scope | undefined {
  if (!opensClause(bare, from)) return undefined;
  const items: ScopeItem[] = [];
  let at = from;
  for (;;) {
    const item = readItem(bare, at);
    if (item === undefined || !families(item).has("kind")) return undefined;
    items.push(item);
    const verdict = verdictAfter(bare, item.to);
    if (verdict?.value === "no") {
      return { operator: "no", from, to: verdict.to, items, columns: false, postfix: true };
    }
    const separator = verdict === undefined ? readSeparator(bare, item.to) : undefined;
    if (separator?.hard !== true) return undefined;
    at = seekArticle(bare, separator.to);
  }
}

/** A "no" or "yes" that closes the clause of an item. */
export function verdictAfter(bare: Bare, from: number): Match | undefined {
  let at = from;
  for (;;) {
    const verdict = bare.at(at, "verdict");
    if (verdict !== undefined && closesClause(bare, verdict.to)) return verdict;
    const small = bare.at(at, "filler");
    if (small === undefined) return undefined;
    at = small.to;
  }
}

/** Nothing of the clause is left but small words: "documents no please". */
function closesClause(bare: Bare, token: number): boolean {
  if (bare.isBreak(token)) return true;
  if (bare.at(token, "sep") !== undefined || bare.at(token, "but") !== undefined) return true;
  // "interviews yes, documents no as a zip"; alone "contacts not as a PDF" denies the format.
  const as = bare.at(token, "as");
  if (as !== undefined && bare.at(as.to, "format") !== undefined) return saysYes(bare, token);
  const small = bare.at(token, "filler");
  return small !== undefined && bare.isBreak(small.to);
}

function saysYes(bare: Bare, end: number): boolean {
  for (let at = 0; at < end; at++) if (bare.at(at, "verdict")?.value === "yes") return true;
  return false;
}

function opensClause(bare: Bare, token: number): boolean {
  let at = token;
  for (;;) {
    if (at === 0 || bare.isBreak(at - 1)) return true;
    if (bare.ending(at, "sep") !== undefined || bare.ending(at, "but") !== undefined) return true;
    // "interviews yes contacts no".
    if (bare.ending(at, "verdict")?.value === "yes") return true;
    const small = bare.ending(at, "filler");
    if (small === undefined) return false;
    at = small.from;
  }
}

function seekArticle(bare: Bare, token: number): number {
  const article = bare.at(token, "filler");
  return article === undefined ? token : seekArticle(bare, article.to);
}
