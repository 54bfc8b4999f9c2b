import { charClass, letter, upperCase, wordPart } from "../text/chars.ts";
import { hashWord } from "../text/hash.ts";
import type { RuleSpan } from "../rules/contract.ts";
import { bit } from "../names/word-classes.ts";
import { bitsOfWord } from "../names/word-table.ts";
import { readWords as readColumns, type Words } from "../names/words.ts";
import { foldWord, readWords, type Word } from "./fold.ts";
import { companyForms, personForms, type Form } from "./name-forms.ts";

export interface KnownNames {
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

interface Entry extends Form {
  readonly type: "PERSON" | "ORGANIZATION";
  /** The name as the user wrote it. */
  readonly name: string;
}

export interface KnownSpan extends RuleSpan {
  readonly name: string;
  readonly strong: boolean;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u;

/** Finds the user's own people and companies in every form, whatever the case and accents. */
export class KnownMatcher {
  /** Forms by their first word, or their first two: thousands may share the first. */
  readonly #byStart = new Map<string, Entry[]>();
  /** Starts whose forms are not in order yet: sorted when they are first looked at. */
  readonly #unsorted = new Set<string>();
  /** Names in scripts without blanks are searched as they are. */
  readonly #unspaced: Pick<Entry, "name" | "type">[] = [];
  readonly #isOrdinary: (word: string) => boolean;
  /** Which words can begin a form, by hash: one look at each word of a text. */
  readonly #firsts = new Uint8Array(firstSlots);
  #longest = 2;

  constructor(known: KnownNames, isOrdinary: (word: string) => boolean) {
    this.#isOrdinary = isOrdinary;
    for (const name of known.people) this.addPerson(name);
    for (const name of known.companies)
      this.#add(name, "ORGANIZATION", companyForms(name, isOrdinary));
  }

  addPerson(name: string): void {
    this.#add(name, "PERSON", personForms(name, this.#isOrdinary));
  }

  get isEmpty(): boolean {
    return this.#byStart.size === 0 && this.#unspaced.length === 0;
  }

  #add(name: string, type: Entry["type"], forms: readonly Form[]): void {
    if (unspaced.test(name)) this.#unspaced.push({ name, type });
    for (const form of forms) {
      const [first] = form.words;
      if (first === undefined || (form.words.length === 1 && first.length < 2)) continue;
      this.#firsts[hashOf(first) & (firstSlots - 1)] = 1;
      this.#longest = Math.max(this.#longest, form.words.length);
      const start = startOf(first, form.words[1]);
      const entries = this.#byStart.get(start) ?? [];
      entries.push({ ...form, type, name });
      this.#byStart.set(start, entries);
      if (entries.length > 1) this.#unsorted.add(start);
    }
  }

  /** Longest first, of two as long the strong one. */
  #startingWith(start: string): readonly Entry[] {
    const entries = this.#byStart.get(start) ?? [];
    if (this.#unsorted.delete(start)) {
      entries.sort(
        (a, b) => b.words.length - a.words.length || Number(b.strong) - Number(a.strong),
      );
    }
    return entries;
  }

  /**
   * All places where a known name stands; weak forms only with a second sign. `columns` are the words of
   * the text where they were read before.
   */
  find(text: string, columns?: Words): KnownSpan[] {
    if (this.isEmpty) return [];
    const { count, starts, ends, hashes } = columns ?? readColumns(text);
    const found: KnownSpan[] = [];
    let done = 0;
    for (let i = 0; i < count; i += 1) {
      const start = starts[i] ?? 0;
      const may = this.#firsts[(hashes[i] ?? 0) & (firstSlots - 1)] === 1;
      if (!may && !isApostrophe(text, ends[i] ?? 0)) continue;
      if (start < done || isInside(text, start)) continue;
      const hit = this.#matchAt(text, readWords(text, start, this.#longest));
      if (!hit) continue;
      found.push(hit);
      done = hit.end;
    }
    found.push(...this.#findUnspaced(text));
    const strongNames = new Set(found.filter((span) => span.strong).map((span) => span.name));
    return found.filter((span) => span.strong || isConfirmed(text, span, strongNames));
  }

  *#findUnspaced(text: string): Generator<KnownSpan> {
    for (const { name, type } of this.#unspaced) {
      for (
        let start = text.indexOf(name);
        start >= 0;
        start = text.indexOf(name, start + name.length)
      ) {
        yield {
          start,
          end: start + name.length,
          type,
          strength: "known",
          certain: true,
          name,
          strong: true,
        };
      }
    }
  }

  /** The longest form that the words begin with. */
  #matchAt(text: string, words: readonly Word[]): KnownSpan | undefined {
    const [first, next] = words;
    if (!first) return undefined;
    const longer = next ? this.#startingWith(startOf(first.folded, next.folded)) : [];
    for (const entry of [...longer, ...this.#startingWith(first.folded)]) {
      const last = words[entry.words.length - 1];
      if (!last || !this.#follows(text, words, entry)) continue;
      return {
        start: first.start,
        end: last.end,
        type: entry.type,
        strength: "known",
        certain: entry.strong,
        name: entry.name,
        strong: entry.strong,
      };
    }
    return undefined;
  }

  #follows(text: string, words: readonly Word[], entry: Entry): boolean {
    for (let i = 1; i < entry.words.length; i += 1) {
      const word = words[i];
      const before = words[i - 1];
      if (!word || !before || word.folded !== entry.words[i]) return false;
      if (
        !/^(?:[ \t]{0,3}[.,'’_+-]?[.]?[ \t]{0,3}|[ \t]*\r?\n[ \t]*|[ \t]?[&+][ \t]?|%20)$/.test(
          text.slice(before.end, word.start),
        )
      )
        return false;
    }
    if (entry.capital && !isWritten(text, words.slice(0, entry.words.length), entry.type))
      return false;
    // One initial beside a name needs its capital: "a schmidt" in running text is an article.
    const capital = (at: number): boolean => (charClass(text.charCodeAt(at)) & upperCase) !== 0;
    const lone = words.slice(0, entry.words.length).find((word) => word.end - word.start === 1);
    return (
      !lone ||
      capital(lone.start) ||
      /[._]/.test(text.charAt(lone.end)) ||
      /[._-]/.test(text.charAt(lone.start - 1))
    );
  }
}

const firstSlots = 1 << 14;

/** As the columns of words have it: numbers are told apart by their length only. */
function hashOf(word: string): number {
  return hashWord(/^\p{Nd}+$/u.test(word) ? "0".repeat(Math.min(word.length, 5)) : word);
}

function isApostrophe(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 39 || code === 8217) && (charClass(text.charCodeAt(at + 1)) & letter) !== 0;
}

/** Whether a letter continues a word behind an apostrophe: no form of a name begins there. */
function isInside(text: string, start: number): boolean {
  return isApostrophe(text, start - 1) && (charClass(text.charCodeAt(start - 2)) & wordPart) !== 0;
}

const startOf = (first: string, second: string | undefined): string =>
  second === undefined ? first : `${first} ${second}`;

/** Ordinary words are a name only with capitals: every word of a person, the first of a company ("Monday.com"). */
function isWritten(text: string, words: readonly Word[], type: Entry["type"]): boolean {
  const needed = type === "PERSON" ? words : words.slice(0, 1);
  return needed.every(
    (word) => (charClass(text.charCodeAt(word.start)) & upperCase) !== 0 || /\d/.test(word.folded),
  );
}

const cueBefore =
  /(?:\b(?:with|by|from|to|at|for|met|called|emailed|asked|told|and|mr|mrs|ms|dr|dear|hi|hello|hey|thanks|thank you|frau|herr|mit|von|bei|an|para|con|com|avec|chez|de|join|joined|joining|worked|contact|manager|recruiter|interviewer)\.?,? |[:@>•*-] ?|^)$/i;
const cueAfter =
  /^(?:['’]s\b|[,:]? (?:said|says|wrote|called|asked|replied|mentioned|told|from|at|inc|corp|gmbh|ltd|team|is|was|will|has|sagte|schrieb|hat)\b|\s*$|[@,:])/i;

/** "Ruby" beside Ruby Jenkins' own name is still the language, unless something else says it is her. */
function isTool(word: string): boolean {
  return (bitsOfWord(foldWord(word)) & bit.tool) !== 0;
}

const personBefore =
  /\b(?:mr|mrs|ms|dr|dear|hi|hello|hey|with|met|thanks|called|asked|told)\.?,? $/i;

function isConfirmed(text: string, span: KnownSpan, strongNames: ReadonlySet<string>): boolean {
  if (!(charClass(text.charCodeAt(span.start)) & upperCase)) return false;
  if (strongNames.has(span.name) && !isTool(text.slice(span.start, span.end))) return true;
  const before = text.slice(Math.max(0, span.start - 16), span.start);
  if (span.type === "PERSON" && isTool(text.slice(span.start, span.end)))
    return personBefore.test(before);
  const lineStart = before.slice(before.lastIndexOf("\n") + 1);
  const after = text.slice(span.end, span.end + 12);
  // At the start of a sentence every word has a capital: there only what follows counts.
  if (lineStart.trim() === "" || /[.!?]\s+$/.test(before)) return cueAfter.test(after);
  return cueBefore.test(lineStart) || cueAfter.test(after) || span.type === "PERSON";
}
