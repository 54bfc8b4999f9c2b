import { numberAt, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";
import { namedAt } from "../request/reading/named-schedule.ts";

const daysIn: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
};

/** "keep the last five", "only 3 copies", "nur die letzten 5 behalten" (S3). */
function readKeep(scene: Scene, cue: Match): Candidate | undefined {
  const count = seek(scene, cue.to, (at) => numberAt(scene, at) ?? afterPick(scene, at));
  if (count === undefined || scene.at(count.to, "unit") !== undefined) return undefined;
  if (scene.at(count.to, "entity") !== undefined) return undefined;
  const copies = seek(scene, count.to, (at) => scene.at(at, "retention.copies"));
  const kept = scene.at(copies?.to ?? count.to, "retention.kept");
  const named = seek(scene, count.to, (at) => namedAt(scene, at));
  if (cue.value === "weak" && copies === undefined && kept === undefined) return undefined;
  const to = kept?.to ?? named?.to ?? copies?.to ?? count.to;
  const keep = patternFinding("schedule.retention.keepLast", count.value, cue.from, to);
  const findings =
    named === undefined
      ? [keep]
      : [
          keep,
          patternFinding("op", "update", cue.from, cue.to),
          patternFinding("base", { name: named.name }, named.from, named.to, "data", 0.9),
        ];
  return { from: cue.from, to, bonus: 0.5, findings };
}

/** "keep only the last 5": the ordinal word may come between. */
function afterPick(scene: Scene, token: number): { value: number; to: number } | undefined {
  const pick = scene.at(token, "pick");
  return pick === undefined ? undefined : seek(scene, pick.to, (at) => numberAt(scene, at));
}

/** "the last five only are kept": the verb closes the phrase. */
function readKept(scene: Scene, kept: Match): Candidate | undefined {
  for (let from = kept.from - 1; from >= Math.max(0, kept.from - 5); from--) {
    const count = numberAt(scene, from);
    if (count === undefined) continue;
    const pick = seekBack(scene, from, (at) => scene.ending(at, "pick"));
    const start = pick?.from ?? from;
    const only = seekBack(scene, start, (at) => scene.ending(at, "only"));
    const first = only?.from ?? start;
    const keep = patternFinding("schedule.retention.keepLast", count.value, first, kept.to);
    return { from: first, to: kept.to, bonus: 0.5, findings: [keep] };
  }
  return undefined;
}

/** "delete after 30 days", "remove copies older than a year". */
function readAge(scene: Scene, cue: Match): Candidate | undefined {
  const count = seek(scene, cue.to, (at) => numberAt(scene, at));
  const unit = seek(scene, count?.to ?? cue.to, (at) => scene.at(at, "unit"));
  const days = unit === undefined ? undefined : daysIn[unit.value];
  if (unit === undefined || days === undefined) return undefined;
  const age = (count?.value ?? 1) * days;
  return {
    from: cue.from,
    to: unit.to,
    bonus: 0.6,
    findings: [patternFinding("schedule.retention.maxAgeDays", age, cue.from, unit.to)],
  };
}

/** "nach 90 Tagen löschen": the verb closes the phrase. */
function readGone(scene: Scene, after: Match): Candidate | undefined {
  const count = numberAt(scene, after.to);
  const unit = count === undefined ? undefined : scene.at(count.to, "unit");
  const days = unit === undefined ? undefined : daysIn[unit.value];
  if (count === undefined || unit === undefined || days === undefined) return undefined;
  const gone = seek(scene, unit.to, (at) => scene.at(at, "retention.gone"));
  if (gone === undefined) return undefined;
  const range = [after.from, gone.to] as const;
  const found = patternFinding("schedule.retention.maxAgeDays", count.value * days, ...range);
  return { from: range[0], to: range[1], bonus: 0.9, findings: [found] };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("retention.keep")) {
    const candidate = readKeep(scene, cue);
    if (candidate !== undefined) yield candidate;
  }
  for (const kept of scene.all("retention.kept")) {
    const candidate = readKept(scene, kept);
    if (candidate !== undefined) yield candidate;
  }
  for (const after of scene.all("retention.after")) {
    const candidate = readGone(scene, after);
    if (candidate !== undefined) yield candidate;
  }
  for (const cue of scene.all("retention.age")) {
    const candidate = readAge(scene, cue);
    if (candidate !== undefined) yield candidate;
  }
}

export const retention: Recognizer = {
  label: "How many copies to keep",
  find,
  examples: {
    caught: [
      { text: "weekly backup, keep the last 8", finds: ["schedule.retention.keepLast=8"] },
      { text: "daily backup, delete after 60 days", finds: ["schedule.retention.maxAgeDays=60"] },
    ],
    spared: ["the last 8 interviews", "applications older than 3 months"],
  },
};
