import type { Find } from "./choose.ts";

/** Labels and pseudonyms that only level strict leaves: a text with one was cleaned at strict. */
const ofStrict =
  /^(?:\[(?:name|company|place|organisation|address|date of birth|personal detail)\]|Person|Company)/;
const standIn =
  /\[(?:email|phone|name|address|link|salary|company|title|date|id|secret|notes|document|place|organisation|personal detail|date of birth|card|iban|network address|wallet|profile|private key|hidden)\]|(?:person|mail)\d{1,6}@example\.invalid|\+00 000 \d{4,6}|\bPerson \d{1,6}\b|\bCompany [A-Z]{1,3}\b/g;

interface StandIn {
  readonly start: number;
  readonly end: number;
  readonly strict: boolean;
}

function readStandIns(text: string): StandIn[] {
  return [...text.matchAll(standIn)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    strict: ofStrict.test(written),
  }));
}

/** A guess this close to a name that is gone rests on what is gone. */
const near = 24;

function isGuess({ strength, rule }: Find): boolean {
  return strength === "scored" || (strength === "known" && rule !== "known");
}

/** What of a find lies outside the stand-ins, without marks at its edges. */
function* piecesOf(text: string, find: Find, inside: readonly StandIn[]): Generator<Find> {
  let from = find.start;
  for (const one of [...inside, undefined]) {
    const raw = text.slice(from, Math.max(from, one ? one.start : find.end));
    const left = /[\p{L}\p{N}].*[\p{L}\p{N}]/su.exec(raw);
    // What is left of a find has to be more than the label of a line.
    if (left && /\d|\p{L}\P{L}+\p{L}/u.test(left[0]))
      yield { ...find, start: from + left.index, end: from + left.index + left[0].length };
    from = one ? one.end : from;
  }
}

/**
 * Finds without those that are a label of ours, contain one, or are guesses beside one: what was cleaned
 * once is no evidence and no hit.
 */
export function spareStandIns(text: string, finds: readonly Find[]): readonly Find[] {
  if (finds.length === 0) return finds;
  const own = readStandIns(text);
  if (own.length === 0) return finds;
  return finds.flatMap((find) => {
    const inside = own.filter(({ start, end }) => start < find.end && find.start < end);
    if (!isGuess(find)) return inside.length === 0 ? [find] : [...piecesOf(text, find, inside)];
    const beside = own.some(
      ({ start, end, strict }) => strict && start - find.end < near && find.start - end < near,
    );
    return inside.length > 0 || beside ? [] : [find];
  });
}
