import bidiFactory from "bidi-js";
import { hasRightToLeft } from "./scripts.ts";

/** A stretch of a line as it is drawn, from left to right; letters of one word stay in logical order. */
interface VisualRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

let bidi: ReturnType<typeof bidiFactory> | undefined;

/** True when the first strong letter of the text runs from right to left. */
export function readsFromRight(text: string): boolean {
  if (!hasRightToLeft(text)) return false;
  bidi ??= bidiFactory();
  return ((bidi.getEmbeddingLevels(text, "auto").paragraphs[0]?.level ?? 0) & 1) === 1;
}

/**
 * Puts the words of one line into visual order (UAX 9, rules L1 and L2). The shaper turns the letters of
 * a right-to-left word round by itself; the order of words, digits and brackets is decided here.
 */
export function visualOrder(line: string, baseFromRight: boolean): readonly VisualRun[] {
  if (!hasRightToLeft(line)) return [{ text: line, rightToLeft: false }];
  bidi ??= bidiFactory();
  const { levels } = bidi.getEmbeddingLevels(line, baseFromRight ? "rtl" : "ltr");
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    const sign = line.charAt(at);
    if (last?.level === level) last.text += sign;
    else runs.push({ text: sign, level });
  }
  return reorder(runs).flatMap(({ text, level }) =>
    level % 2 === 0 ? [{ text, rightToLeft: false }] : rightToLeftWords(text),
  );
}

function reorder<T extends { readonly level: number }>(runs: readonly T[]): readonly T[] {
  const ordered = [...runs];
  const highest = Math.max(...runs.map((run) => run.level));
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0;
    while (from < ordered.length) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to + 1;
    }
  }
  return ordered;
}

function rightToLeftWords(text: string): readonly VisualRun[] {
  const mirrored = Array.from(text, (sign) => bidi?.getMirroredCharacter(sign) ?? sign).join("");
  return mirrored
    .split(/(\s+)/)
    .filter((word) => word !== "")
    .reverse()
    .map((word) => ({
      text: hasRightToLeft(word) ? word : Array.from(word).reverse().join(""),
      rightToLeft: true,
    }));
}
