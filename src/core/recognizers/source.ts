import { finding, negatorBefore, seek } from "../request/reading/looking.ts";
import { unknownAt } from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

function candidate(scene: Scene, value: string, match: Match, from: number, to: number): Candidate {
  const neg = negatorBefore(scene, from) ?? negatorBefore(scene, match.from);
  const start = neg?.from ?? from;
  const filter = { field: "source", op: neg === undefined ? "eq" : "ne", value };
  return {
    from: start,
    to,
    bonus: 0.1,
    findings: [finding("filters", filter, match, { from: start, to })],
  };
}

/** "found on LinkedIn", "whose source is a friend"; a company of the person's own goes first. */
function* find(scene: Scene): Generator<Candidate> {
  for (const prep of scene.all("prep")) {
    if (prep.value !== "source" && prep.value !== "from") continue;
    const board = seek(scene, prep.to, (at) => scene.at(at, "source"));
    if (board !== undefined) {
      if (prep.value === "from" && scene.at(board.from, "own.companies") !== undefined) continue;
      yield candidate(scene, board.value, board, prep.from, board.to);
      continue;
    }
    if (prep.value !== "source") continue;
    const quote = scene.tokens[prep.to];
    if (quote?.kind === "quote") {
      yield candidate(scene, quote.inner, { ...prep, via: "quote" }, prep.from, prep.to + 1);
      continue;
    }
    if (scene.at(prep.from, "field") === undefined) continue;
    const typed = unknownAt(scene, prep.to, "companies", false);
    if (typed === undefined) continue;
    yield candidate(scene, typed.value, { ...prep, confidence: 0.7 }, prep.from, typed.to);
  }
}

export const source: Recognizer = {
  label: "Where a job was found",
  find,
  examples: {
    caught: [
      {
        text: "applications found on LinkedIn",
        finds: ['filters={"field":"source","op":"eq","value":"LinkedIn"}'],
      },
    ],
    spared: ["grouped by source"],
  },
};
