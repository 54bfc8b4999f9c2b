import { isMark, numberAt, patternFinding, seek } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Finding, Recognizer } from "./contract.ts";

/** Words that may stand between "top 5" and its noun: "top 5 remote applications". */
const reachOfNoun = 4;

const nounSenses = ["entity", "record", "doctype", "status.noun"] as const;

interface Count {
  readonly n: number;
  readonly pick: string;
  readonly from: number;
  readonly to: number;
  readonly said: boolean;
  /** The noun that stands between number and pick. */
  readonly noun?: Match;
}

/** "last five", "5 oldest", or "latest" alone before one record. */
function readCount(scene: Scene, match: Match): Count | undefined {
  const after = numberAt(scene, match.to);
  if (after !== undefined && Number.isInteger(after.value) && after.value > 0) {
    return { n: after.value, pick: match.value, from: match.from, to: after.to, said: true };
  }
  for (let at = match.from - 1; at >= match.from - 2; at--) {
    const before = numberAt(scene, at);
    if (before?.to === match.from && Number.isInteger(before.value)) {
      return { n: before.value, pick: match.value, from: at, to: match.to, said: true };
    }
  }
  return (
    readBehind(scene, match) ?? {
      n: 1,
      pick: match.value,
      from: match.from,
      to: match.to,
      said: false,
    }
  );
}

/** "las 6 candidaturas más recientes": the noun stands between the number and its pick. */
function readBehind(scene: Scene, match: Match): Count | undefined {
  // "mes cinq candidatures les plus récentes": an article may stand before the pick.
  const end = scene.ending(match.from, "article")?.from ?? match.from;
  const noun = nounSenses.map((sense) => scene.ending(end, sense)).find((m) => m);
  for (let at = (noun?.from ?? 0) - 1; noun !== undefined && at >= noun.from - 2 && at >= 0; at--) {
    const number = numberAt(scene, at);
    if (number?.to === noun.from && Number.isInteger(number.value) && number.value > 0) {
      return { n: number.value, pick: match.value, from: at, to: number.to, said: true, noun };
    }
  }
  return undefined;
}

function nounAfter(scene: Scene, token: number): Match | undefined {
  for (let at = token; at < token + reachOfNoun; at++) {
    if (isMark(scene, at, ",.;:")) return undefined;
    const noun = nounSenses.map((sense) => scene.at(at, sense)).find((m) => m !== undefined);
    if (noun !== undefined) return noun;
  }
  return undefined;
}

function ofNoun(noun: Match | undefined): string | undefined {
  if (noun?.sense === "doctype") return "documents";
  if (noun?.sense === "status.noun") return "applications";
  return noun?.sense === "entity" && !noun.value.includes("+") ? noun.value : undefined;
}

/** A number before a unit of time is a date, not a count of records (N1). */
function isTime(scene: Scene, count: Count): boolean {
  return scene.at(count.to, "unit") !== undefined || scene.at(count.to, "currency") !== undefined;
}

function readLimit(scene: Scene, match: Match): Candidate | undefined {
  const count = readCount(scene, match);
  if (count === undefined || isTime(scene, count)) return undefined;
  const noun = count.noun ?? nounAfter(scene, count.to);
  const single = noun === undefined ? undefined : scene.at(noun.from, "entity.one");
  if (!count.said && (single?.to !== noun?.to || noun === undefined || match.value === "top")) {
    return undefined;
  }
  const rows = noun?.sense === "record";
  const pick = count.pick === "first" && !rows && noun !== undefined ? "oldest" : count.pick;
  const of = rows ? undefined : ofNoun(noun);
  const limit = { n: count.n, pick, ...(of === undefined ? {} : { of }) };
  const to = rows ? noun.to : count.to;
  const findings: Finding[] = [patternFinding("limit", limit, count.from, to)];
  const rank = scene.at(match.from, "rank");
  if (rank?.to === match.to) {
    const keys = [{ field: rank.value, dir: "desc" }];
    findings.push(patternFinding("sort", keys, match.from, match.to));
  }
  // "as 6 candidaturas mais recentes": no time of day, whatever "as 6" says alone.
  const bonus = noun === undefined ? -0.2 : count.noun === undefined ? 0.2 : 1.2;
  return { from: count.from, to, findings, bonus };
}

/** "by salary" after "top 10 …" says what counts as top: highest first. */
function* readRanking(scene: Scene): Generator<Candidate> {
  const top = scene.all("pick").find((match) => match.value === "top");
  if (top === undefined) return;
  for (const by of scene.all("sort.by")) {
    const field =
      by.from > top.from ? seek(scene, by.to, (at) => scene.at(at, "field")) : undefined;
    if (field === undefined) continue;
    const keys = [{ field: field.value, dir: "desc" }];
    yield {
      from: by.from,
      to: field.to,
      findings: [patternFinding("sort", keys, by.from, field.to)],
    };
    return;
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("pick")) {
    const candidate = readLimit(scene, match);
    if (candidate !== undefined) yield candidate;
  }
  yield* readRanking(scene);
}

export const limit: Recognizer = {
  label: "How many",
  find,
  examples: {
    caught: [
      {
        text: "the last three conversations",
        finds: ['limit={"n":3,"pick":"newest","of":"conversations"}'],
      },
      { text: "first 50 rows of contacts", finds: ['limit={"n":50,"pick":"first"}'] },
    ],
    spared: ["from the last 3 weeks", "all applications"],
  },
};
