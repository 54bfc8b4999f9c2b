import type { Finding } from "../recognizers/contract.ts";
import type { Scene } from "./reading/scene.ts";
import type { Filter } from "./request.ts";

/** "in Lisbon" may be anything; a place nobody stored asks for nothing. */
export function isGuess({ via, value }: Finding): boolean {
  return via === "pattern" && (value as Partial<Filter>).field === "location";
}

/** Words outside the lexicon and outside every finding. */
export function unknownWords(scene: Scene, findings: readonly Finding[]): number {
  return scene.tokens.filter((token, i) => {
    if (token.kind !== "word") return false;
    if (findings.some((each) => each.from <= i && i < each.to)) return false;
    return !scene.lexicon.words.has(token.form);
  }).length;
}
