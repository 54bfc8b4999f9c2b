import {
  finding,
  governing,
  isBesideKind,
  signOf,
  negatorBefore,
  patternFinding,
  seek,
  seekBack,
} from "../request/reading/looking.ts";
import { quotedValue, readValues } from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Doubt, Recognizer } from "./contract.ts";
import { filterFor } from "../request/reading/value-filter.ts";

/** Adjectives so ordinary that they say a status only beside a kind of record. */
const ordinary = new Set(["active", "accepted", "applied", "saved", "screening"]);

function needsNoun(scene: Scene, match: Match): boolean {
  // "with interviews" describes the noun right before it.
  if (scene.at(match.from, "with") !== undefined) {
    return seekBack(scene, match.from, (at) => scene.ending(at, "entity")) === undefined;
  }
  if (match.to - match.from > 1 || !ordinary.has(match.value)) return false;
  return !isBesideKind(scene, match.from, match.to) && governing(scene, match.from) === undefined;
}

function readStatus(scene: Scene, match: Match, cue?: Match): Candidate {
  const { from, negated } = signOf(scene, cue ?? match);
  const value = match.name?.stored ?? match.value;
  const filter = { field: "status", op: negated ? "ne" : "eq", value };
  return {
    from,
    to: match.to,
    bonus: cue === undefined ? 0 : 0.2,
    findings: [finding("filters", filter, match, { from })],
  };
}

/** "with status take-home": a status of the person's own, or one nobody has. */
function* readCued(scene: Scene, cue: Match): Generator<Candidate> {
  const known = seek(scene, cue.to, (at) => {
    const own = scene.at(at, "own.statuses");
    const word = scene.at(at, "status.word") ?? scene.at(at, "status");
    return own !== undefined && own.to >= (word?.to ?? 0) ? own : word;
  });
  if (known !== undefined) {
    const strong = cue.value === "strong";
    if (known.sense === "own.statuses" || strong) yield readStatus(scene, known, cue);
    return;
  }
  const token = scene.tokens[cue.to];
  if (token?.kind === "quote") {
    yield* readQuoted(scene, cue);
    return;
  }
  if (cue.value !== "strong" || token === undefined || scene.starting(cue.to).length > 0) return;
  if (token.kind !== "mark" && scene.names.has("statuses")) yield unknownStatus(cue, token.inner);
}

/** A status that nobody has: kept as typed, and asked about. */
function unknownStatus(cue: Match, value: string): Candidate {
  const [from, at, to] = [cue.from, cue.to, cue.to + 1];
  const filter = { field: "status", op: "eq", value };
  const finding = patternFinding("filters", filter, from, to, "pattern", 0.6);
  const doubt: Doubt = { code: "value.unknown", slot: "filters", from: at, to, about: value };
  return { from, to, findings: [finding], doubts: [doubt] };
}

/** `with status "on hold" or "offer"`. */
function* readQuoted(scene: Scene, cue: Match): Generator<Candidate> {
  const { values, to } = readValues(scene, cue.to, (at) => quotedValue(scene, at, "statuses"));
  const neg = negatorBefore(scene, cue.from);
  const from = neg?.from ?? cue.from;
  yield { from, to, bonus: 0.3, ...filterFor("status", values, neg !== undefined, from, to) };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("status")) {
    if (!needsNoun(scene, match)) yield readStatus(scene, match);
  }
  for (const match of scene.all("own.statuses")) {
    const standard = scene.at(match.from, "status.word");
    if (standard?.to === match.to) continue;
    if (isBesideKind(scene, match.from, match.to) || governing(scene, match.from) !== undefined) {
      yield readStatus(scene, match);
    }
  }
  for (const cue of scene.all("status.cue")) yield* readCued(scene, cue);
}

export const status: Recognizer = {
  label: "Status",
  find,
  examples: {
    caught: [
      {
        text: "applications I was rejected from",
        finds: ['filters={"field":"status","op":"eq","value":"rejected"}'],
      },
      {
        text: "applications that are not rejected",
        finds: ['filters={"field":"status","op":"ne","value":"rejected"}'],
      },
    ],
    spared: ["add the status column", "open the history"],
  },
};
