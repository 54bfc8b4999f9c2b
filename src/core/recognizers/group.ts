import { isMark, patternFinding, seek } from "../request/reading/looking.ts";
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

/** "split by status into separate files"; after "how many" a group is a count. */
function readTarget(scene: Scene, cue: Match, target: { by: string; to: number }): Candidate {
  const files = seek(scene, target.to, (at) => scene.at(at, "group.files"));
  if (files !== undefined) return candidate(target.by, "file", cue.from, files.to);
  const count = scene.at(target.to, "group.count");
  if (count !== undefined) return candidate(target.by, "count", cue.from, count.to);
  const counted = cue.value === "section" && scene.all("count.ask").length > 0;
  return candidate(target.by, counted ? "count" : cue.value, cue.from, target.to);
}

/** "number of applications by source": the kind of record stands between. */
function* readSplit(scene: Scene, cue: Match): Generator<Candidate> {
  for (let at = cue.to; at <= cue.to + reachOfCount; at++) {
    if (isMark(scene, at, ",.;") || scene.at(cue.from, "group.per") !== undefined) return;
    const per = scene.at(at, "group.per");
    const target = per === undefined ? undefined : targetAt(scene, per.to);
    if (per === undefined || target === undefined) continue;
    const value = { by: target.by, as: cue.value };
    const findings = [
      patternFinding("group", value, cue.from, cue.to),
      patternFinding("group", value, per.from, target.to),
    ];
    yield { from: cue.from, to: cue.to, findings: findings.slice(0, 1) };
    yield { from: per.from, to: target.to, bonus: 0.2, findings: findings.slice(1) };
    return;
  }
}

/** "one PDF per company": the format is said inside the cue. */
function* readFormats(scene: Scene): Generator<Candidate> {
  for (const format of scene.all("format")) {
    const one = scene.ending(format.from, "number") ?? scene.ending(format.from, "indefinite");
    const word = scene.at(format.to, "fileword");
    const per = scene.at(word?.to ?? format.to, "group.per");
    const target = per === undefined ? undefined : targetAt(scene, per.to);
    if (one === undefined || target === undefined) continue;
    const group = patternFinding("group", { by: target.by, as: "file" }, one.from, target.to);
    const kind = patternFinding("formats", format.value, format.from, format.to, format.via);
    yield { from: one.from, to: target.to, bonus: 0.3, findings: [group, kind] };
  }
}

/** "each company into its own file", "pro Firma eine Datei": the files stand behind. */
function* readEach(scene: Scene): Generator<Candidate> {
  for (const cue of [...scene.all("each"), ...scene.all("group.per")]) {
    const target = targetAt(scene, cue.to);
    if (target === undefined) continue;
    const comma = isMark(scene, target.to, ",") ? target.to + 1 : target.to;
    const files = seek(scene, comma, (at) => scene.at(at, "group.files"));
    if (files === undefined) continue;
    const value = { by: target.by, as: "file" };
    const found = patternFinding("group", value, cue.from, files.to);
    yield { from: cue.from, to: files.to, bonus: 0.4, findings: [found] };
  }
}

/** "applications by status": nothing else says what "by" is for. */
function* readPlain(scene: Scene): Generator<Candidate> {
  const ranked = scene.all("pick").some((match) => match.value === "top");
  if (ranked || scene.all("sort.cue").length > 0 || scene.all("group.cue").length > 1) return;
  for (const by of scene.all("sort.by")) {
    if (scene.ending(by.from, "entity") === undefined) continue;
    const target = targetAt(scene, by.to);
    if (target === undefined || scene.at(target.to, "sort.dir") !== undefined) continue;
    const value = { by: target.by, as: "section" };
    const found = patternFinding("group", value, by.from, target.to, "pattern", 0.8);
    yield { from: by.from, to: target.to, findings: [found] };
  }
}

/** "nach Status gruppiert": the verb stands behind its target. */
function* readVerbLast(scene: Scene): Generator<Candidate> {
  for (const by of scene.all("sort.by")) {
    const target = targetAt(scene, by.to);
    if (target === undefined) continue;
    const after = seek(scene, target.to, (at) => scene.at(at, "group.after"));
    if (after !== undefined) yield candidate(target.by, "section", by.from, after.to);
  }
}

function* find(scene: Scene): Generator<Candidate> {
  yield* readVerbLast(scene);
  for (const cue of scene.all("group.cue")) {
    const target = targetAt(scene, cue.to);
    if (target !== undefined) yield readTarget(scene, cue, target);
    else if (cue.value !== "file") yield* readSplit(scene, cue);
  }
  yield* readFormats(scene);
  yield* readEach(scene);
  yield* readPlain(scene);
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
