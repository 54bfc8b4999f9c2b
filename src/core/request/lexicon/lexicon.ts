import { fold } from "../reading/fold.ts";
import { spelled, type Spelled } from "../reading/spelling.ts";
import { tokenise } from "../reading/tokens.ts";
import { expandForm } from "./expand-form.ts";

/** A lexicon as it is stored: sense → value → spellings in the shorthand of `expandForm`. */
export interface LexiconFile {
  readonly language: string;
  readonly elisions: readonly string[];
  readonly senses: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly misspellings: Readonly<Record<string, string>>;
  readonly verbLast?: boolean;
  readonly capitalNouns?: boolean;
}

export interface Entry {
  readonly sense: string;
  readonly value: string;
}
export interface TrieNode {
  readonly next: ReadonlyMap<string, TrieNode>;
  readonly entries: readonly Entry[];
}
/** Most nodes are leaves: they share one empty map until a word follows. */
interface Branch extends TrieNode {
  next: Map<string, Branch>;
  entries: Entry[];
}
const leafless = new Map<string, Branch>();

/** A language ready for use. Words are folded; annotators ask for senses and never see a word. */
export interface Lexicon {
  readonly language: string;
  readonly elisions: ReadonlySet<string>;
  readonly root: TrieNode;
  /** Every single word that occurs in a form. */
  readonly words: ReadonlySet<string>;
  /** Words worth correcting a typo to, by first letter. */
  readonly targets: ReadonlyMap<string, readonly Spelled[]>;
  readonly misspellings: ReadonlyMap<string, string>;
  /** Verbs close a clause, behind the dates they belong to. */
  readonly verbLast: boolean;
  /** Every noun carries a capital: it says nothing about names. */
  readonly capitalNouns: boolean;
}

/** Negators and small words are matched exactly: a wrong one could turn a sentence round. */
const exactSenses = new Set(
  "filler sep neg but as with dialogue then verdict schedule.pointed".split(" "),
);
const shortestTarget = 4;
const shortestNegator = 6;

function makeNode(): Branch {
  return { next: leafless, entries: [] };
}

function addForm(root: Branch, words: readonly string[], entry: Entry): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = makeNode();
      if (node.next === leafless) node.next = new Map();
      node.next.set(word, next);
    }
    node = next;
  }
  if (!node.entries.some((e) => e.sense === entry.sense && e.value === entry.value)) {
    node.entries.push(entry);
  }
}

/** Spellings of one form: as written, and with German umlauts typed as two letters. */
function spellings(form: string): string[] {
  const lower = form.toLowerCase();
  if (!/[äöü]/.test(lower)) return [lower];
  const typed = lower.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
  return [lower, typed];
}

/** "no", "sans": a typo must not become a short negator; a long one is worth recognising. */
function isNegator(root: TrieNode, word: string): boolean {
  return root.next.get(word)?.entries.some((entry) => entry.sense === "neg") === true;
}

interface Draft {
  readonly elisions: ReadonlySet<string>;
  readonly root: Branch;
  readonly words: Set<string>;
  readonly targets: Map<string, Set<string>>;
}

function learn(draft: Draft, sense: string, value: string, shorthand: string): void {
  const { elisions, root, words, targets } = draft;
  for (const form of expandForm(shorthand).flatMap(spellings)) {
    const parts = /^[a-z ]+$/.test(form)
      ? form.split(" ")
      : tokenise(form, elisions).map((token) => token.form);
    if (parts.length === 0) continue;
    addForm(root, parts, { sense, value });
    for (const part of parts) {
      words.add(part);
      if (exactSenses.has(sense) || part.length < shortestTarget) continue;
      const letter = part[0] ?? "";
      const bucket = targets.get(letter) ?? new Set();
      targets.set(letter, bucket.add(part));
    }
  }
}

/** Builds a lexicon; `shared` adds senses that hold in every language, such as format names. */
export function buildLexicon(file: LexiconFile, shared?: LexiconFile): Lexicon {
  const elisions = new Set(file.elisions);
  const root = makeNode();
  const words = new Set<string>();
  const targets = new Map<string, Set<string>>();
  const draft: Draft = { elisions, root, words, targets };
  for (const source of shared === undefined ? [file] : [file, shared]) {
    for (const [sense, values] of Object.entries(source.senses)) {
      if (source === shared && !sharedSenses.has(sense)) continue;
      for (const [value, forms] of Object.entries(values)) {
        for (const form of forms) learn(draft, sense, value, form);
      }
    }
  }
  return {
    language: file.language,
    verbLast: file.verbLast === true,
    capitalNouns: file.capitalNouns === true,
    elisions,
    root,
    words,
    targets: new Map(
      [...targets].map(([letter, bucket]) => [
        letter,
        [...bucket]
          .filter((word) => word.length >= shortestNegator || !isNegator(root, word))
          .map(spelled),
      ]),
    ),
    misspellings: new Map(
      Object.entries(file.misspellings).map(([wrong, right]) => [fold(wrong), fold(right)]),
    ),
  };
}

/** What people write in English whatever their language is. */
const sharedSenses = new Set(["format", "destination", "source", "encrypt.method", "currency"]);
