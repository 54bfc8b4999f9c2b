import { finding, governing, isBesideKind, signOf } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

const always = new Set(["remote=true", "remote=false"]);

function readFlag(scene: Scene, match: Match): Candidate | undefined {
  const free = always.has(match.value) || match.to - match.from > 1;
  const placed =
    isBesideKind(scene, match.from, match.to) || governing(scene, match.from) !== undefined;
  if (!free && !placed) return undefined;
  if (scene.scopeAt(match.from)?.columns === true) return undefined;
  const [field, said = ""] = match.value.split("=");
  const { from, negated } = signOf(scene, match);
  const yes = said === "true";
  const filter =
    said === "true" || said === "false"
      ? { field, op: "eq", value: negated ? !yes : yes }
      : { field, op: negated ? "ne" : "eq", value: said };
  return { from, to: match.to, findings: [finding("filters", filter, match, { from })] };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("flag")) {
    const candidate = readFlag(scene, match);
    if (candidate !== undefined) yield candidate;
  }
}

export const flag: Recognizer = {
  label: "Yes-or-no properties",
  find,
  examples: {
    caught: [
      {
        text: "remote jobs",
        finds: ['filters={"field":"remote","op":"eq","value":true}'],
      },
      {
        text: "applications that are not remote",
        finds: ['filters={"field":"remote","op":"eq","value":false}'],
      },
      {
        text: "starred applications",
        finds: ['filters={"field":"priority","op":"eq","value":"high"}'],
      },
    ],
    spared: ["sorted by priority"],
  },
};
