import { isOrdinary } from "../names/is-ordinary.ts";
import type { Page } from "../text/page.ts";
import type { Find } from "./choose.ts";
import { foldWord, readWords } from "./fold.ts";
import { KnownMatcher } from "./known-names.ts";
import { spellOut } from "./name-forms.ts";
import { labelOf, piiOf } from "./pii-types.ts";

/** Only finds that stand on a label, a title or a list spread; a guess stays where it is. */
function isStrong(find: Find): boolean {
  return (
    find.type === "PERSON" &&
    (find.certain || find.strength === "keyed" || find.strength === "shape")
  );
}

/** Full names that were found for sure: the second pass looks for their other forms. */
export function strongNames(text: string, finds: readonly Find[]): string[] {
  const names = new Set<string>();
  for (const find of finds) {
    if (!isStrong(find) || find.rule === "known") continue;
    const name = text.slice(find.start, find.end).replace(/\s+/g, " ").trim();
    if (/\s/.test(name) || (name.length > 3 && !isOrdinary(foldWord(name)))) names.add(name);
  }
  return [...names].slice(0, 200);
}

/**
 * The names of which a part stands once more, outside the places where they were found: every form of
 * a name holds a whole part of it, and most texts name a person once.
 */
function echoed(text: string, finds: readonly Find[], names: readonly string[]): string[] {
  if (names.length === 0) return [];
  let rest = "";
  let at = 0;
  const strong = finds.filter(isStrong).sort((a, b) => a.start - b.start);
  for (const { start, end } of strong) {
    if (start > at) rest += text.slice(at, start) + "\n";
    at = Math.max(at, end);
  }
  const folded = foldWord(rest + text.slice(at));
  return names.filter((name) => partsOf(name).some((part) => folded.includes(part)));
}

/** The parts of a name that are no single letter, as its forms are written. */
function partsOf(name: string): string[] {
  return [name, spellOut(name)]
    .flatMap((one) => readWords(one))
    .map((word) => word.folded)
    .filter((part) => part.length > 1);
}

/** A name found with strong evidence is found everywhere in the text, in every form (docs/privacy.md). */
export function propagate({ text, words }: Page, finds: readonly Find[]): Find[] {
  const names = echoed(text, finds, strongNames(text, finds));
  if (names.length === 0) return [...finds];
  const matcher = new KnownMatcher({ people: names, companies: [] }, isOrdinary);
  const more = matcher.find(text, words).map((span): Find => ({
    start: span.start,
    end: span.end,
    type: "PERSON",
    name: span.name,
    rule: "known",
    replacement: labelOf(piiOf("PERSON")),
    certain: false,
    strength: "scored",
  }));
  return [...finds, ...more];
}
