import type { Finding } from "../../recognizers/contract.ts";
import type { Match, Operator, Scene, Scope, ScopeItem, Via } from "./scene.ts";

/** Ways of looking at a scene that several recognizers share. */

const negative: ReadonlySet<Operator> = new Set(["no", "not", "except", "hide", "mask"]);

export function isNegative(scope: Scope | undefined): boolean {
  return scope !== undefined && negative.has(scope.operator);
}

/** The scope whose list holds this token as an item. */
export function governing(scene: Scene, token: number): Scope | undefined {
  const scope = scene.scopeAt(token);
  return scope?.items.some((item) => item.from <= token && token < item.to) === true
    ? scope
    : undefined;
}

/** A negator that stands right before a token, small words between them allowed. */
export function negatorBefore(scene: Scene, token: number): Match | undefined {
  let at = token;
  for (;;) {
    const neg = scene.ending(at, "neg");
    // "documents no, as a zip": what a list closes with denies nothing behind it.
    if (neg !== undefined) return closesList(scene, neg) ? undefined : neg;
    // "leave out anything from Google": a stand-in does not end what is negated.
    const small = scene.ending(at, "filler") ?? scene.ending(at, "stand.in");
    if (small !== undefined) at = small.from;
    else {
      const all = scene.ending(at, "all");
      const out = all === undefined ? undefined : scene.ending(all.from, "neg");
      return out !== undefined && out.value !== "no" ? out : undefined;
    }
  }
}

function closesList(scene: Scene, neg: Match): boolean {
  const scope = scene.scopeAt(neg.from);
  return scope?.postfix === true && scope.to === neg.to;
}

/** First token a reading inside a scope may claim: the operator goes to the first item. */
export function claimStart(scope: Scope, item: ScopeItem): number {
  return scope.items[0] === item ? scope.from : item.from;
}

export function matchOf(item: ScopeItem, sense: string): Match | undefined {
  return item.matches.find((match) => match.sense === sense);
}

/** Finding for a match, with its confidence and the way it was found. */
export function finding(
  path: string,
  value: unknown,
  match: Match,
  range: { from?: number; to?: number; confidence?: number } = {},
): Finding {
  return {
    path,
    value,
    from: range.from ?? match.from,
    to: range.to ?? match.to,
    confidence: range.confidence ?? match.confidence,
    via: match.via,
    ...(match.corrected === undefined ? {} : { corrected: match.corrected }),
  };
}

export function patternFinding(
  path: string,
  value: unknown,
  from: number,
  to: number,
  via: Via = "pattern",
  confidence = 0.95,
): Finding {
  return { path, value, from, to, confidence, via };
}

/** A figure or number word at a token. */
export function numberAt(scene: Scene, token: number): { value: number; to: number } | undefined {
  const figure = scene.tokens[token]?.number;
  if (figure !== undefined) return { value: figure, to: token + 1 };
  const word = scene.at(token, "number");
  return word === undefined ? undefined : { value: Number(word.value), to: word.to };
}

export function isMark(scene: Scene, token: number, marks: string): boolean {
  const found = scene.tokens[token];
  return found?.kind === "mark" && marks.includes(found.form);
}

/** Tries `read` at a token and after each small word that follows it. */
export function seek<T>(
  scene: Scene,
  token: number,
  read: (token: number) => T | undefined,
): T | undefined {
  let at = token;
  for (;;) {
    const value = read(at);
    if (value !== undefined) return value;
    const small = scene.at(at, "filler");
    if (small === undefined) return undefined;
    at = small.to;
  }
}

/** The same towards the front: `read` gets the token before which to look. */
export function seekBack<T>(
  scene: Scene,
  token: number,
  read: (token: number) => T | undefined,
): T | undefined {
  let at = token;
  for (;;) {
    const value = read(at);
    if (value !== undefined) return value;
    const small = scene.ending(at, "filler");
    if (small === undefined) return undefined;
    at = small.from;
  }
}

/** An entity (kind of record) right after a token or right before one. */
export function isBesideKind(scene: Scene, from: number, to: number): boolean {
  const after = seek(scene, to, (at) => scene.at(at, "entity") ?? scene.at(at, "all"));
  if (after !== undefined) return true;
  return seekBack(scene, from, (at) => scene.ending(at, "entity")) !== undefined;
}

/** Start and sign of the reading: "not rejected", "except the rejected ones". */
export function signOf(scene: Scene, match: Match): { from: number; negated: boolean } {
  const scope = governing(scene, match.from);
  const item = scope?.items.find((each) => each.from === match.from);
  if (scope !== undefined && item !== undefined) {
    return { from: claimStart(scope, item), negated: isNegative(scope) };
  }
  const neg = negatorBefore(scene, match.from);
  return neg === undefined
    ? { from: match.from, negated: false }
    : { from: neg.from, negated: true };
}

/** "applications from the beginning of the month": behind a kind and "from" nothing repeats. */
export function describesKind(scene: Scene, { from, recurrence }: Match): boolean {
  if (recurrence?.loose !== true) return false;
  const start = scene.ending(from, "article")?.from ?? from;
  const prep = scene.at(from, "prep") ?? scene.ending(start, "prep");
  return prep?.value === "from" && scene.ending(prep.from, "entity") !== undefined;
}
