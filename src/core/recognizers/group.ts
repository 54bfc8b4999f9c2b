import { patternFinding, seek } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** How many words may stand between "number of" and "by". */
const reachOfCount = 6;

function targetAt(scene: Scene, token: number): { by: string; to: number } | undefined {
  return seek(scene, token, (at) => {
    const kind = scene.at(at, "group.kind");
    if (kind !== undefined) return { by: kind.value, to: kind.to };
    const field = scene.at(at, "field");
    return field === undefined ? undefined : { by: field.value, to: field.to };
  });
}

function candidate(by: string, as: string, from: number, to: number): Candidate {
  return { from, to, bonus: 0.2, findings: [patternFinding("group", { by, as }, from, to)] };
}

/** "number of applications by source": the kind of record stands between. */
function* readCounts(scene: Scene, cue: Match): Generator<Candidate> {
  for (let at = cue.to; at <= cue.to + reachOfCount; at++) {
    const per = scene.at(at, "group.per");
    const target = per === undefined ? undefined : targetAt(scene, per.to);
    if (per === undefined || target === undefined) continue;
    const findings = [
      patternFinding("group", { by: target.by, as: "count" }, cue.from, cue.to),
      patternFinding("group", { by: target.by, as: "count" }, per.from, target.to),
    ];
    yield { from: cue.from, to: cue.to, findings: findings.slice(0, 1) };
    yield { from: per.from, to: target.to, bonus: 0.2, findings: findings.slice(1) };
    return;
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("group.cue")) {
    const target = targetAt(scene, cue.to);
    if (target !== undefined) yield candidate(target.by, cue.value, cue.from, target.to);
    else if (cue.value === "count") yield* readCounts(scene, cue);
  }
}

export const group: Recognizer = {
  label: "Grouping",
  find,
  examples: {
    caught: [
      { text: "grouped by status", finds: ['group={"by":"status","as":"section"}'] },
      { text: "one file per company", finds: ['group={"by":"company","as":"file"}'] },
      { text: "number of interviews by company", finds: ['group={"by":"company","as":"count"}'] },
    ],
    spared: ["500 euros per month", "sorted by company"],
  },
};
