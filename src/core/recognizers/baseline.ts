import { patternFinding, seek } from "../request/reading/looking.ts";
import type { Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** "only what's new since the last export", "what changed since my last backup". */
function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("baseline")) {
    const of = seek(scene, cue.to, (at) => scene.at(at, "baseline.of"));
    if (of === undefined) continue;
    // "since" alone takes the only in front of it along.
    const only = scene.ending(cue.from, "only");
    const value = { ref: of.value, use: cue.value };
    const from = only?.from ?? cue.from;
    yield {
      from,
      to: of.to,
      bonus: cue.value === "diff" ? 0.4 : 0.5,
      findings: [patternFinding(`baseline.${cue.value}`, value, cue.from, of.to)],
    };
  }
}

export const baseline: Recognizer = {
  label: "Compared with an earlier export",
  find,
  examples: {
    caught: [
      {
        text: "applications, only what's new since the last export",
        finds: ['baseline.incremental={"ref":"last","use":"incremental"}'],
      },
    ],
    spared: ["applications since March"],
  },
};
