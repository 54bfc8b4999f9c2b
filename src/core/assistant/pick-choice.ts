import { wordsOf } from "../request/reading/own-names.ts";
import type { Scene } from "../request/reading/scene.ts";

/** The one label that a word of the turn belongs to: "the Labs one". */
export function partNamed(scene: Scene, labels: readonly string[]): string | undefined {
  const words = scene.tokens.filter((token) => token.kind === "word").map((token) => token.form);
  const scores = labels.map(
    (label) => wordsOf(label).filter((word) => words.includes(word)).length,
  );
  const most = Math.max(0, ...scores);
  if (most === 0 || scores.filter((score) => score === most).length > 1) return undefined;
  return labels[scores.indexOf(most)];
}
