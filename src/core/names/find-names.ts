import { nameWeights } from "./name-weights.ts";
import { tag } from "./features.ts";
import { tagWords } from "./tagger.ts";
import { bit } from "./word-classes.ts";
import { gap, shape, type Words } from "./words.ts";

/** A run of words that are one name. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly tag: number;
  /** Least margin of its words, in units of the table. */
  readonly margin: number;
}

interface Found extends NameSpan {
  readonly first: number;
  readonly last: number;
}

export interface NameDial {
  /** Added to "none". */
  readonly dial: number;
  readonly allowed: (wordIndex: number) => boolean;
  /** Whether a word stands in running text: there "the Bank" can be a party to a contract. */
  readonly running: (wordIndex: number) => boolean;
}

const joining: ReadonlySet<number> = new Set([gap.space, gap.hyphen, gap.initial, gap.apostrophe, gap.and]);

/** Names that the learned table sees in running English text. */
export function findLearned(text: string, words: Words, { dial, allowed, running }: NameDial): NameSpan[] {
  const table = nameWeights();
  if (!table) return [];
  const { tags, margins } = tagWords(text, words, table, dial, allowed);
  const spans: Found[] = [];
  for (let i = 0; i < words.count; i += 1) {
    const kind = tags[i] ?? tag.none;
    if (kind === tag.none) continue;
    let last = i;
    let margin = margins[i] ?? 0;
    for (let next = nextOf(words, tags, last, kind); next > 0; next = nextOf(words, tags, last, kind)) {
      last = next;
      margin = Math.min(margin, margins[next] ?? margin);
    }
    spans.push({ start: words.starts[i] ?? 0, end: words.ends[last] ?? 0, tag: kind, margin, first: i, last });
    i = last;
  }
  return spans.filter((span) => isName(words, span, running(span.first)));
}

/** The next word of the same name: right beside it, or after small joining words. */
function nextOf(words: Words, tags: readonly number[], last: number, kind: number): number {
  const glued = (i: number): boolean => joining.has(words.gaps[i] ?? gap.other);
  if (!glued(last + 1)) return 0;
  if (tags[last + 1] === kind) return last + 1;
  const small = words.shapes[last + 1] === shape.small && ((words.bits[last + 1] ?? 0) & bit.particle || kind === tag.organisation);
  if (!small || words.shapes[last + 1] !== shape.small) return 0;
  const size = (words.ends[last + 1] ?? 0) - (words.starts[last + 1] ?? 0);
  if (size > 3) return 0;
  if (tags[last + 2] === kind && glued(last + 2)) return last + 2;
  return tags[last + 3] === kind && glued(last + 2) && glued(last + 3) && words.shapes[last + 2] === shape.small && kind === tag.organisation ? last + 3 : 0;
}

const hollow = bit.institution | bit.company | bit.job | bit.title | bit.opener | bit.calendar;

/** One letter, a word such as "Bank" alone, and a tool among tools are no names. */
function isName(words: Words, span: Found, running: boolean): boolean {
  const size = span.end - span.start;
  if (size < 2 || (size < 3 && span.tag === tag.person)) return false;
  if (span.first !== span.last) return span.tag !== tag.person || running || !((words.bits[span.last] ?? 0) & bit.job);
  const bits = words.bits[span.first] ?? 0;
  if (!running && bits & hollow && span.tag !== tag.place) return false;
  if (!(bits & bit.tool)) return true;
  const beside = (words.bits[span.first - 1] ?? 0) | (words.bits[span.first + 1] ?? 0) | (words.bits[span.first - 2] ?? 0) | (words.bits[span.first + 2] ?? 0);
  return !(beside & bit.tool);
}
