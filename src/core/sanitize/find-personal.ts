import { fail } from "../failure.ts";
import { isOrdinary } from "../names/is-ordinary.ts";
import { hasLists } from "../names/lists.ts";
import type { Rule } from "../rules/contract.ts";
import * as shelf from "../rules/registry.ts";
import { Page } from "../text/page.ts";
import { plainText } from "../text/plain-text.ts";
import { choose, type Find } from "./choose.ts";
import { findOwn } from "./own-rules.ts";
import { KnownMatcher, type KnownNames, type KnownSpan } from "./known-names.ts";
import { labelOf, piiOf } from "./pii-types.ts";
import { propagate } from "./propagate.ts";
import { levelOf, reaches, type FixedLevel, type Sanitization } from "./sanitization.ts";
import { findSettled } from "./settle.ts";
import { findWishes } from "./wishes.ts";

/** A place to clean: `[start, end)` in UTF-16 units, what it is and what stands there afterwards. */
export type FoundSpan = Find;

export interface FindOptions {
  readonly level: Sanitization["level"];
  /** BCP 47 primary tag. */
  readonly language?: string;
  readonly known?: KnownNames;
  readonly sanitization?: Sanitization;
}

const rules: readonly (readonly [string, Rule])[] = Object.entries(shelf);

/** A finder holds what is the same for every text of an export, so that it is built once. */
export interface Finder {
  readonly level: FixedLevel;
  readonly matcher: KnownMatcher;
  readonly sanitization: Sanitization;
  readonly language?: string;
}

const nobody: KnownNames = { people: [], companies: [] };
/** Building a matcher takes milliseconds, reading with it none: one for each list, once words are known. */
const matchers = new WeakMap<KnownNames, KnownMatcher>();
function matcherOf(known: KnownNames): KnownMatcher {
  const made = matchers.get(known) ?? new KnownMatcher(known, isOrdinary);
  if (hasLists()) matchers.set(known, made);
  return made;
}

export function makeFinder(options: FindOptions): Finder {
  const sanitization = options.sanitization ?? { level: options.level };
  return {
    level: levelOf(sanitization),
    matcher: matcherOf(options.known ?? nobody),
    sanitization,
    ...(options.language === undefined ? {} : { language: options.language }),
  };
}

/** Everything in a text that the level removes: sorted, without overlaps. Throws `sanitizing-failed`. */
export function findPersonal(text: string, options: FindOptions): readonly FoundSpan[] {
  return findWith(makeFinder(options), text);
}

/** As `findPersonal`, with a finder that is already made; `extra` adds names known for this text only. */
export function findWith(finder: Finder, text: string, extra?: KnownMatcher): readonly FoundSpan[] {
  if (finder.level === "none" && isPlain(finder.sanitization)) return [];
  const plain = plainText(text);
  const find = (one: string): readonly Find[] => findIn(finder, one, extra);
  const read = plain?.text ?? text;
  const finds = findSettled(read, find);
  if (!plain) return finds;
  return finds.map((one) => ({
    ...one,
    start: plain.places[one.start] ?? 0,
    end: (plain.places[one.end - 1] ?? 0) + 1,
  }));
}

function findIn(finder: Finder, text: string, extra?: KnownMatcher): readonly FoundSpan[] {
  const page = new Page(text, finder.language);
  const finds = [...runRules(finder, page), ...findKnown(finder, page, finder.matcher)];
  if (extra) finds.push(...findKnown(finder, page, extra));
  finds.push(...findOwn(text, finder.sanitization), ...findWishes(text, finder.sanitization));
  const spread = reaches(finder.level, "strict") ? propagate(page, finds) : finds;
  return choose(spread.filter((find) => isWanted(finder, find)));
}

function isPlain(sanitization: Sanitization): boolean {
  return (
    !sanitization.hide?.length && !sanitization.ownRules?.length && !sanitization.ownWords?.length
  );
}

/** Runs every rule whose level applies, or whose finds a wish may ask for. */
function* runRules(finder: Finder, page: Page): Generator<Find> {
  const wishes = (finder.sanitization.hide?.length ?? 0) > 0;
  for (const [id, rule] of rules) {
    const byLevel = reaches(finder.level, rule.level);
    if (!byLevel && !wishes) continue;
    if (rule.gate && !rule.gate.some((literal) => page.lower.includes(literal))) continue;
    for (const find of runRule(id, rule, page)) {
      if (byLevel || finder.sanitization.hide?.includes(piiOf(find.type))) yield find;
    }
  }
}

/** A rule that throws or points outside the text stops the export (law 5): a leak is worse than no file. */
export function runRule(id: string, rule: Rule, page: Page): Find[] {
  const finds: Find[] = [];
  try {
    for (const span of rule.find(page.text, page)) {
      const inside = span.start >= 0 && span.end <= page.text.length && span.start < span.end;
      if (!inside || !Number.isInteger(span.start) || !Number.isInteger(span.end))
        throw new RangeError(id);
      const { start, end, type } = span;
      const certain = span.certain ?? false;
      finds.push({
        start,
        end,
        type,
        rule: id,
        replacement: rule.replacement,
        certain,
        strength: span.strength ?? "shape",
      });
    }
  } catch {
    fail({ code: "sanitizing-failed", rule: id });
  }
  return finds;
}

function findKnown(finder: Finder, page: Page, matcher: KnownMatcher): Find[] {
  const strict = reaches(finder.level, "strict");
  const hidden = finder.sanitization.hide;
  if (matcher.isEmpty || (!strict && !hidden?.length)) return [];
  return matcher
    .find(page.text, page.words)
    .filter(({ type }) => strict || hidden?.includes(piiOf(type)) === true)
    .map(toFind);
}

export function toFind(span: KnownSpan): Find {
  const { start, end, type, name, strong } = span;
  return {
    start,
    end,
    type,
    name,
    rule: "known",
    replacement: labelOf(piiOf(type)),
    certain: strong,
    strength: "known",
  };
}

function isWanted(finder: Finder, find: Find): boolean {
  if (find.type === "SECRET") return true;
  return finder.sanitization.keep?.includes(piiOf(find.type)) !== true;
}
