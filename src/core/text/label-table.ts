import { foldWord } from "../sanitize/fold.ts";
import { hashWord } from "./hash.ts";
import { labelWords, type LabelGroup } from "./label-words.ts";

export interface LabelEntry {
  /** The words after the first one. */
  readonly rest: readonly string[];
  readonly groups: readonly LabelGroup[];
}

/** Labels by the hash of their first word, the longest first. */
export const labelHashes = new Map<number, LabelEntry[]>();
/** Labels in scripts without spaces, found by plain search. */
export const unspacedLabels = new Map<string, readonly LabelGroup[]>();

function addLabelWord(word: string, groups: readonly LabelGroup[]): void {
  if (word.charCodeAt(0) > 0x2e80) {
    unspacedLabels.set(word, groups);
    return;
  }
  const [first = "", ...rest] = word.split(/[ ']/);
  // "driver's" is one word of a text, with its apostrophe.
  const head =
    word.startsWith(`${first}'`) && rest.length > 0 ? `${first}'${rest.shift() ?? ""}` : first;
  const hash = hashWord(foldWord(head));
  labelHashes.set(hash, [...(labelHashes.get(hash) ?? []), { rest, groups }]);
}

function readTable(): void {
  const byWord = new Map<string, LabelGroup[]>();
  for (const group of Object.keys(labelWords) as LabelGroup[]) {
    for (const word of labelWords[group].split("|")) {
      const groups = byWord.get(word) ?? [];
      if (!groups.includes(group)) byWord.set(word, [...groups, group]);
      const solid = word.replaceAll(" ", "");
      if (solid !== word && !byWord.has(solid)) byWord.set(solid, [group]);
    }
  }
  for (const [word, groups] of byWord) addLabelWord(word, groups);
  for (const entries of labelHashes.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
}
readTable();
