import { isMark, seek } from "./looking.ts";
import { nearWords, wordsOf, type Name, type NameList } from "./own-names.ts";
import type { Match, Scene, Via } from "./scene.ts";

/** A value of the person's own data, or what was typed where one was expected. */
export interface OwnValue {
  readonly value: string;
  readonly list: NameList;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  readonly via: Via;
  readonly corrected?: string;
  /** Names that fit equally well. */
  readonly rivals?: readonly string[];
  /** Nothing in the data is near. */
  readonly unknown?: boolean;
}

/** The value that starts at a token, in one of these lists; exact, then partial, then one typo. */
export function valueAt(
  scene: Scene,
  token: number,
  lists: readonly NameList[],
): OwnValue | undefined {
  const exact = lists
    .flatMap((list) => scene.at(token, `own.${list}`) ?? [])
    .sort((a, b) => b.to - a.to)[0];
  if (exact?.name !== undefined) return fromMatch(exact, exact.name);
  const [list] = lists;
  if (list !== undefined && scene.tokens[token]?.kind === "quote") {
    return quotedValue(scene, token, list);
  }
  return partialAt(scene, token, lists) ?? nearAt(scene, token, lists);
}

export function fromMatch(match: Match, name: Name): OwnValue {
  return {
    value: name.stored,
    list: name.list,
    from: match.from,
    to: match.to,
    confidence: match.confidence,
    via: "data",
  };
}

/** A quotation where a name is expected: the stored name, or a name nobody has stored. */
export function quotedValue(scene: Scene, token: number, list: NameList): OwnValue | undefined {
  const quote = scene.tokens[token];
  if (quote?.kind !== "quote") return undefined;
  const typed = wordsOf(quote.inner).join(" ");
  const name = (scene.names.byFirst.get(typed.split(" ")[0] ?? "") ?? []).find(
    (each) => each.list === list && each.words.join(" ") === typed,
  );
  const base = { list, from: token, to: token + 1 };
  if (name !== undefined) return { ...base, value: name.stored, confidence: 0.97, via: "data" };
  const known = scene.names.has(list) && list !== "statuses" && list !== "locations";
  return {
    ...base,
    value: quote.inner,
    confidence: known ? 0.6 : 0.9,
    via: "quote",
    ...(known ? { unknown: true } : {}),
  };
}

/** "Delta" of "Delta Air Lines": one owner is meant, several are asked about. */
function partialAt(scene: Scene, token: number, lists: readonly NameList[]): OwnValue | undefined {
  const word = scene.tokens[token];
  if (word?.kind !== "word") return undefined;
  const all = (scene.names.byWord.get(word.form) ?? []).filter(
    (name) => lists.includes(name.list) && name.list !== "schedules" && name.list !== "statuses",
  );
  const first = all[0];
  if (scene.at(token, "date") !== undefined) return undefined;
  if (isMeaningful(scene, token)) return undefined;
  if (first === undefined || (!word.capital && scene.starting(token).some(isPlainSense))) {
    return undefined;
  }
  let to = token + 1;
  let fitting = all;
  for (;;) {
    const next = scene.tokens[to];
    const longer = fitting.filter((name) => name.words[to - token] === next?.form);
    if (longer.length === 0) break;
    fitting = longer;
    to += 1;
  }
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const base = { list: first.list, from: token, to, via: "data" as const };
  if (only !== undefined) return { ...base, list: only.list, value: only.stored, confidence: 0.86 };
  const typed = scene.text.slice(word.start, scene.tokens[to - 1]?.end);
  return { ...base, value: typed, confidence: 0.6, rivals: fitting.map((name) => name.stored) };
}

const isPlainSense = (match: Match): boolean => !match.sense.startsWith("own.");

/** "Gogle": one word of a name mistyped. */
function nearAt(scene: Scene, token: number, lists: readonly NameList[]): OwnValue | undefined {
  const word = scene.tokens[token];
  if (word?.kind !== "word" || scene.starting(token).some(isPlainSense)) return undefined;
  const typed = word.corrected === undefined ? word.form : word.corrected.typed.toLowerCase();
  const near = nearWords(typed, scene.names);
  const least = near[0]?.edits;
  const names = near
    .filter((each) => each.edits === least)
    .flatMap((each) => scene.names.byWord.get(each.word) ?? [])
    .filter((name) => lists.includes(name.list));
  const fits = names.filter((name) => restFits(scene, token, name));
  const best = fits[0];
  if (best === undefined || least === undefined) return undefined;
  const to = token + best.words.length;
  const base = { list: best.list, from: token, to, via: "fuzzy" as const, corrected: best.stored };
  const rivals = new Set(fits.map((name) => name.stored));
  if (rivals.size > 1) {
    const raw = scene.text.slice(word.start, scene.tokens[to - 1]?.end);
    return { ...base, value: raw, confidence: 0.6, rivals: [...rivals] };
  }
  return { ...base, value: best.stored, confidence: least === 1 ? 0.86 : 0.76 };
}

function restFits(scene: Scene, token: number, name: Name): boolean {
  return name.words.slice(1).every((word, i) => scene.tokens[token + 1 + i]?.form === word);
}

/** A name nobody has stored: capitalised words, or words that mean nothing else. */
export function unknownAt(
  scene: Scene,
  token: number,
  list: NameList,
  needsCapital: boolean,
): OwnValue | undefined {
  let to = token;
  for (;;) {
    const word = scene.tokens[to];
    if (word?.kind !== "word") break;
    const meaning = scene.starting(to).some((match) => match.sense !== "filler");
    const small = scene.at(to, "filler") !== undefined;
    // "New York" begins with a small word; "The" before nothing else does not.
    const opens = scene.tokens[to + 1]?.capital === true && to > 0;
    if (word.capital ? small && !opens : meaning || small || needsCapital) break;
    if (!word.capital && word.corrected !== undefined) break;
    const plain = to === 0 || scene.lexicon.capitalNouns || isMeaningful(scene, to);
    if (word.capital && meaning && plain) break;
    to += 1;
    if (to - token >= 4) break;
  }
  if (to === token) return undefined;
  const value = scene.text.slice(scene.tokens[token]?.start, scene.tokens[to - 1]?.end);
  return { value, list, from: token, to, confidence: 0.6, via: "pattern", unknown: true };
}

function isMeaningful(scene: Scene, token: number): boolean {
  return scene
    .starting(token)
    .some((match) =>
      ["format", "entity", "doctype", "date", "template", "audience"].includes(match.sense),
    );
}

/** Reads a list of values joined by commas, "and", "or". */
export function readValues(
  scene: Scene,
  token: number,
  read: (token: number) => OwnValue | undefined,
): { values: OwnValue[]; to: number } {
  const values: OwnValue[] = [];
  let at = token;
  let to = token;
  let soft = false;
  let prefixed = false;
  for (;;) {
    // After a bare comma only a value itself goes on; "…, to Dropbox" is another part.
    const value = soft ? read(at) : seek(scene, at, read);
    if (value === undefined || (soft && prefixed && value.via === "pattern")) break;
    values.push(value);
    to = value.to;
    const comma = isMark(scene, to, ",") ? to + 1 : to;
    const word = scene.at(comma, "sep");
    if (word === undefined && comma === to) break;
    at = word?.to ?? comma;
    soft = word === undefined;
    // "Stripe or from Airbnb": the preposition may be said again.
    const again = scene.at(at, "prep");
    prefixed = again !== undefined && (!soft || again.value === "at");
    if (again !== undefined && prefixed) at = again.to;
  }
  return { values, to };
}
