import { isOrdinary } from "../names/is-ordinary.ts";
import type { Find } from "./choose.ts";
import { foldWord } from "./fold.ts";
import { KnownMatcher } from "./known-names.ts";
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

/** A name found with strong evidence is found everywhere in the text, in every form (docs/privacy.md). */
export function propagate(text: string, finds: readonly Find[]): Find[] {
  const names = strongNames(text, finds);
  if (names.length === 0) return [...finds];
  const matcher = new KnownMatcher({ people: names, companies: [] }, isOrdinary);
  const more = matcher.find(text).map((span): Find => ({
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
