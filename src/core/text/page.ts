import { charClass, digit, letter, lowerSameLength, upperCase } from "./chars.ts";
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
  }

  /** Lower case, same length. */
  get lower(): string {
    return (this.#lower ??= lowerSameLength(this.text));
  }

  get lines(): readonly Line[] {
    return (this.#lines ??= readLines(this.text));
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

function findAnchors(text: string): { digits: number[]; capitals: number[] } {
  const digits: number[] = [];
  const capitals: number[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i += 1) {
    const now = charClass(text.charCodeAt(i));
    if (now & digit) {
      if (!(before & digit)) digits.push(i);
    } else if (now & upperCase && !(before & letter)) capitals.push(i);
    before = now;
  }
  return { digits, capitals };
}

/** The page a rule was given, or a fresh one: rules can be called with a text alone. */
export function pageOf(text: string, page: Page | undefined): Page {
  return page?.text === text ? page : new Page(text);
}
