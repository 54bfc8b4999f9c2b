import {
  charClass,
  digit,
  ideograph,
  letter,
  lowerSameLength,
  upperCase,
  wordPart,
} from "./chars.ts";
import { readRuns, type Run } from "../names/runs.ts";
import { readWords, type Words } from "../names/words.ts";
import { readLines, type Line } from "./lines.ts";
import { readLabels, type Label } from "./labels.ts";

/**
 * A text and what one pass over it shows: rules look only around the anchors they need (see
 * docs/decisions/rules-scan-once.md).
 */
export class Page {
  readonly text: string;
  /** BCP 47 primary tag, where known. */
  readonly language: string | undefined;
  /** Starts of digit runs. */
  readonly digits: readonly number[];
  /** Starts of words that begin with a capital. */
  readonly capitals: readonly number[];
  /** Starts of long runs of letters and digits: tokens, hashes, addresses of wallets. */
  readonly longRuns: readonly number[];
  /** Chinese, Japanese or Korean characters stand in the text. */
  readonly hasIdeographs: boolean;
  #lower: string | undefined;
  #lines: readonly Line[] | undefined;
  #labels: readonly Label[] | undefined;
  #words: Words | undefined;
  #runs: readonly Run[] | undefined;

  constructor(text: string, language?: string) {
    this.text = text;
    this.language = language;
    const anchors = findAnchors(text);
    this.digits = anchors.digits;
    this.capitals = anchors.capitals;
    this.longRuns = anchors.longRuns;
    this.hasIdeographs = anchors.hasIdeographs;
  }

  /** Lower case, same length. */
  get lower(): string {
    return (this.#lower ??= lowerSameLength(this.text));
  }

  get lines(): readonly Line[] {
    return (this.#lines ??= readLines(this.text, this.words));
  }

  /** Words with what the lists say of them. */
  get words(): Words {
    return (this.#words ??= readWords(this.text));
  }

  /** Runs of capitalised words. */
  get runs(): readonly Run[] {
    return (this.#runs ??= readRuns(this.words));
  }

  /** Words that announce a value ("Passport no.: …"), in order. */
  get labels(): readonly Label[] {
    return (this.#labels ??= readLabels(this));
  }
}

/** Runs of letters and digits of this length with a digit in them are hardly words. */
const longRun = 14;

interface Anchors {
  readonly digits: number[];
  readonly capitals: number[];
  readonly longRuns: number[];
  readonly hasIdeographs: boolean;
}

function findAnchors(text: string): Anchors {
  const digits: number[] = [];
  const capitals: number[] = [];
  const longRuns: number[] = [];
  let before = 0;
  let start = 0;
  let lastDigit = -1;
  let hasIdeographs = false;
  for (let i = 0; i <= text.length; i += 1) {
    const now = i < text.length ? charClass(text.charCodeAt(i)) : 0;
    if (now & wordPart) {
      if (!(before & wordPart)) start = i;
      if (now & digit) {
        if (!(before & digit)) digits.push(i);
        lastDigit = i;
      } else if (now & upperCase && !(before & letter)) capitals.push(i);
    } else if (before & wordPart && i - start >= longRun && lastDigit >= start)
      longRuns.push(start);
    if (now & ideograph) hasIdeographs = true;
    before = now;
  }
  return { digits, capitals, longRuns, hasIdeographs };
}

/** The page a rule was given, or a fresh one: rules can be called with a text alone. */
export function pageOf(text: string, page: Page | undefined): Page {
  return page?.text === text ? page : new Page(text);
}
