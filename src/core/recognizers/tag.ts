import { fold } from "../request/reading/fold.ts";
import { governing, isNegative, negatorBefore, seek } from "../request/reading/looking.ts";
import { readValues, unknownAt, valueAt, type OwnValue } from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";
import { filterFor } from "../request/reading/value-filter.ts";

function tagAt(scene: Scene, token: number): OwnValue | undefined {
  const word = scene.tokens[token];
  if (word?.kind === "hash") return hashAt(scene, token);
  if (word?.kind === "quote") {
    return typed(scene, token, word.inner);
  }
  const own = valueAt(scene, token, ["tags"]);
  if (own !== undefined) return own;
  const unknown = unknownAt(scene, token, "tags", false);
  if (unknown === undefined) return undefined;
  return scene.names.has("tags") ? unknown : { ...unknown, unknown: false, confidence: 0.86 };
}

function typed(scene: Scene, token: number, value: string): OwnValue {
  const same = (name: { list: string; stored: string }): boolean =>
    name.list === "tags" && name.stored.toLowerCase() === value.toLowerCase();
  const first = value.toLowerCase().split(/[\s-]/)[0] ?? "";
  const stored = scene.names.byFirst.get(first)?.find(same)?.stored;
  return {
    value: stored ?? value,
    list: "tags",
    from: token,
    to: token + 1,
    confidence: stored === undefined ? 0.6 : 0.97,
    via: stored === undefined ? "pattern" : "data",
    unknown: stored === undefined && scene.names.has("tags"),
  };
}

/** "#seed stage" for the stored tag "seed stage". */
function longerTag(scene: Scene, token: number, inner: string): OwnValue | undefined {
  const [longest] = (scene.names.byFirst.get(fold(inner)) ?? [])
    .filter(({ list, words }) => list === "tags" && words.length > 1)
    .filter(({ words }) =>
      words.every((word, i) => i === 0 || scene.tokens[token + i]?.form === word),
    )
    .sort((a, b) => b.words.length - a.words.length);
  if (longest === undefined) return undefined;
  const { stored, words } = longest;
  const to = token + words.length;
  return { value: stored, list: "tags", from: token, to, confidence: 0.95, via: "data" };
}

/** "#remote"; a number after the sign is an item, not a tag. */
function hashAt(scene: Scene, token: number): OwnValue | undefined {
  const inner = scene.tokens[token]?.inner ?? "";
  return /^\d+$/.test(inner)
    ? undefined
    : (longerTag(scene, token, inner) ?? typed(scene, token, inner));
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("tag.cue")) {
    const candidate = readList(scene, cue.to, cue);
    if (candidate !== undefined) yield candidate;
  }
  for (const [i, token] of scene.tokens.entries()) {
    if (token.kind !== "hash") continue;
    const candidate = readList(scene, i);
    if (candidate !== undefined) yield candidate;
  }
}

function readList(scene: Scene, token: number, cue?: Match): Candidate | undefined {
  const start = seek(scene, token, (at) => (tagAt(scene, at) === undefined ? undefined : at));
  if (start === undefined) return undefined;
  const { values, to } = readValues(scene, start, (at) => tagAt(scene, at));
  const first = cue?.from ?? start;
  const neg = negatorBefore(scene, first);
  const scope = governing(scene, start);
  const negated = neg !== undefined || isNegative(scope);
  const from = neg?.from ?? first;
  return { from, to, bonus: 0.3, ...filterFor("tag", values, negated, from, to) };
}

export const tag: Recognizer = {
  label: "Tags",
  find,
  examples: {
    caught: [
      {
        text: "applications tagged urgent",
        finds: ['filters={"field":"tag","op":"eq","value":"urgent"}'],
      },
    ],
    spared: ["application #12", "add the tag column"],
  },
};
