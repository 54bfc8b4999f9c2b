import type { FieldName } from "../request/request.ts";
import { isMark, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** "sort my open applications by company": words between the verb and "by". */
const reachOfCue = 6;

interface Key {
  readonly field: FieldName;
  readonly dir?: "desc";
}

function direction(scene: Scene, token: number): { dir: string; to: number } | undefined {
  const start = isMark(scene, token, ",(") ? token + 1 : token;
  const match = seek(scene, start, (at) => scene.at(at, "sort.dir") ?? scene.at(at, "sort.date"));
  return match === undefined ? undefined : { dir: match.value, to: match.to };
}

function keyOf(field: string, dir: string | undefined): Key {
  return dir === "desc"
    ? { field: field as FieldName, dir: "desc" }
    : { field: field as FieldName };
}

/** "sorted by company, then by date, newest first". */
function readKeys(scene: Scene, cue: Match): Candidate | undefined {
  const keys: Key[] = [];
  let to = cue.to;
  let at: number | undefined = cue.to;
  while (at !== undefined) {
    const field = seek(scene, at, (token) => scene.at(token, "field"));
    if (field === undefined) break;
    const dir = direction(scene, field.to);
    keys.push(keyOf(field.value, dir?.dir));
    to = dir?.to ?? field.to;
    at = nextKey(scene, to);
  }
  if (keys.length === 0) return readBare(scene, cue);
  return { from: cue.from, to, bonus: 0.2, findings: [patternFinding("sort", keys, cue.from, to)] };
}

function nextKey(scene: Scene, token: number): number | undefined {
  const start = isMark(scene, token, ",") ? token + 1 : token;
  const then = scene.at(start, "sort.then");
  if (then !== undefined) return then.to;
  const and = scene.at(start, "sep");
  const next = and?.value === "and" ? scene.at(and.to, "field") : undefined;
  // "sorted by company and status" names two keys; "and the notes column" does not.
  if (next === undefined || scene.at(next.to, "columns") !== undefined) return undefined;
  // "… and email it to me".
  return (scene.at(next.from, "destination")?.to ?? 0) > next.to ? undefined : and?.to;
}

/** "sorted alphabetically", "sorted newest first". */
function readBare(scene: Scene, cue: Match): Candidate | undefined {
  const date = scene.at(cue.to, "sort.date");
  if (date === undefined) return undefined;
  return byDate(date, cue.from);
}

function byDate(match: Match, from: number): Candidate {
  const keys = [keyOf("created_at", match.value)];
  return { from, to: match.to, findings: [patternFinding("sort", keys, from, match.to)] };
}

/** "alphabetically (by title)": the field named, else the first column named, else company. */
function readAlphabetical(scene: Scene, match: Match): Candidate {
  const cue = seekBack(scene, match.from, (at) => scene.ending(at, "sort.cue"));
  const from = cue?.from ?? match.from;
  const by = scene.at(match.to, "sort.by");
  const field = by === undefined ? undefined : seek(scene, by.to, (at) => scene.at(at, "field"));
  const to = field?.to ?? match.to;
  const keys = [keyOf(field?.value ?? "company", undefined)];
  return { from, to, bonus: 0.1, findings: [patternFinding("sort", keys, from, to)] };
}

/** "highest salary first", "by salary, descending". */
function* readLoose(scene: Scene): Generator<Candidate> {
  for (const value of scene.all("sort.value")) {
    const field = scene.at(value.to, "field");
    const first = field === undefined ? undefined : scene.at(field.to, "sort.first");
    if (field === undefined || first === undefined) continue;
    const keys = [keyOf(field.value, value.value)];
    yield {
      from: value.from,
      to: first.to,
      bonus: 0.2,
      findings: [patternFinding("sort", keys, value.from, first.to)],
    };
  }
  for (const by of scene.all("sort.by")) {
    const field = seek(scene, by.to, (at) => scene.at(at, "field"));
    if (field === undefined) continue;
    const dir = direction(scene, field.to);
    const cue = scene
      .all("sort.cue")
      .find((each) => each.to <= by.from && by.from - each.to <= reachOfCue);
    if (dir === undefined && cue === undefined) continue;
    const to = dir?.to ?? field.to;
    const keys = [keyOf(field.value, dir?.dir)];
    yield { from: by.from, to, bonus: 0.1, findings: [patternFinding("sort", keys, by.from, to)] };
  }
}

/** "the best paid jobs (first)". */
function* readRanks(scene: Scene): Generator<Candidate> {
  for (const rank of scene.all("rank")) {
    const keys = [keyOf(rank.value, "desc")];
    const { from, to } = rank;
    yield { from, to, findings: [patternFinding("sort", keys, from, to)] };
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("sort.cue")) {
    const candidate = readKeys(scene, cue);
    if (candidate !== undefined) yield candidate;
  }
  for (const match of scene.all("sort.date")) yield byDate(match, match.from);
  for (const match of scene.all("sort.alpha")) yield readAlphabetical(scene, match);
  yield* readLoose(scene);
  yield* readRanks(scene);
}

export const sort: Recognizer = {
  label: "Order",
  find,
  examples: {
    caught: [
      { text: "sorted by company", finds: ['sort=[{"field":"company"}]'] },
      { text: "newest first", finds: ['sort=[{"field":"created_at","dir":"desc"}]'] },
      { text: "highest salary first", finds: ['sort=[{"field":"salary","dir":"desc"}]'] },
    ],
    spared: ["applications grouped by company"],
  },
};
