import { negatorBefore } from "../request/reading/looking.ts";
import { readValues, unknownAt, valueAt, type OwnValue } from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";
import { filterFor } from "../request/reading/value-filter.ts";

/** A place: one of the person's locations, or words after "in" that mean nothing else. */
function placeAt(scene: Scene, token: number): OwnValue | undefined {
  const own = valueAt(scene, token, ["locations"]);
  if (own !== undefined) return own;
  if (valueAt(scene, token, ["companies", "contacts", "tags", "statuses"]) !== undefined) {
    return undefined;
  }
  const typed = unknownAt(scene, token, "locations", false);
  if (typed === undefined) return undefined;
  const capital = scene.tokens[token]?.capital === true;
  return { ...typed, confidence: capital ? 0.9 : 0.7 };
}

function readPlace(scene: Scene, prep: Match): Candidate | undefined {
  const { values, to } = readValues(scene, prep.to, (at) => placeAt(scene, at));
  if (values.length === 0) return undefined;
  const neg = negatorBefore(scene, prep.from);
  const from = neg?.from ?? prep.from;
  const found = filterFor("location", values, neg !== undefined, from, to);
  const findings = found.findings.map((finding) => ({
    ...finding,
    value: toContains(finding.value as { field: string; op: string; value: unknown }),
  }));
  return { from, to, findings, bonus: -0.1 };
}

/** A location holds more than the city: one value is looked for inside it (L6). */
function toContains(filter: { field: string; op: string; value: unknown }): typeof filter {
  if (filter.op === "eq") return { ...filter, op: "contains" };
  return filter.op === "ne" ? { ...filter, op: "ncontains" } : filter;
}

function* find(scene: Scene): Generator<Candidate> {
  for (const prep of scene.all("prep")) {
    const candidate = prep.value === "in" ? readPlace(scene, prep) : undefined;
    if (candidate !== undefined) yield candidate;
  }
}

export const place: Recognizer = {
  label: "Place",
  find,
  examples: {
    caught: [
      {
        text: "applications in Berlin",
        finds: ['filters={"field":"location","op":"contains","value":"Berlin"}'],
      },
    ],
    spared: ["applications in May", "in CSV"],
  },
};
