import { readPostfix, readVerdict, verdictAfter } from "./closing-scopes.ts";
import { denies, families, operatorAt, readSeparator, seekItem, type Bare } from "./scope-items.ts";
import type { Operator, Scope, ScopeItem } from "./scene.ts";

/** Operators with the list each one governs, in reading order. */
export function findScopes(bare: Bare): Scope[] {
  const scopes: Scope[] = [];
  let token = 0;
  while (token < bare.length) {
    const operator = operatorAt(bare, token);
    const scope =
      operator === undefined
        ? (readVerdict(bare, token) ?? readPostfix(bare, token))
        : readScope(bare, token, operator);
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
    // "only interviews, contacts not": the next clause has a verdict of its own.
    if (last !== undefined && verdictAfter(bare, item.to) !== undefined) break;
    if (soft && items.length === 1 && wantsSecond(bare, from, item)) break;
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

/**
 * "remove the interviews, applications as csv": a request that opens with what stays out wants what follows
 * the comma, once that has a format, a time or a place of its own.
 */
function wantsSecond(bare: Bare, from: number, item: ScopeItem): boolean {
  if (!opensText(bare, from) || !families(item).has("kind")) return false;
  const as = bare.at(item.to, "as");
  if (as !== undefined && bare.at(bare.skip(as.to), "format") !== undefined) return true;
  return ["date.prep", "prep", "format", "date"].some((sense) => bare.at(item.to, sense));
}

function opensText(bare: Bare, token: number): boolean {
  if (token === 0) return true;
  const small = bare.ending(token, "filler") ?? bare.ending(token, "verb");
  return small !== undefined && opensText(bare, small.from);
}

function shares(a: ScopeItem, b: ScopeItem): boolean {
  const first = families(a);
  return [...families(b)].some((family) => first.has(family));
}
