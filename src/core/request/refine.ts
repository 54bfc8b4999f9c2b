import type { Candidate, Doubt, Finding } from "../recognizers/contract.ts";
import { toDayNumber, weekdayOf } from "../dates/calendar-day.ts";
import { isMark, patternFinding } from "./reading/looking.ts";
import type { Match, Scene } from "./reading/scene.ts";
import { stable } from "./canonical.ts";
import type { Filter } from "./request.ts";

export interface Refined {
  readonly picked: readonly Candidate[];
  readonly doubts: readonly Doubt[];
}
type Refiner = (scene: Scene, picked: readonly Candidate[]) => Refined;

const pathsOf = (picked: readonly Candidate[]): Set<string> =>
  new Set(picked.flatMap((candidate) => candidate.findings.map((each) => each.path)));

function filterOf(candidate: Candidate | undefined): Filter | undefined {
  const found = candidate?.findings.filter((each) => each.path === "filters");
  return found?.length === 1 && candidate?.findings.length === 1
    ? (found[0]?.value as Filter)
    : undefined;
}

/** "at Google or tagged urgent": an "or" across fields cannot be said (L8); neither counts. */
const refuseOr: Refiner = (scene, picked) => {
  const doubts: Doubt[] = [];
  const dropped = new Set<Candidate>();
  for (const [i, left] of picked.entries()) {
    const right = picked[i + 1];
    const a = filterOf(left);
    const b = filterOf(right);
    if (right === undefined || a === undefined || b === undefined) continue;
    if (stable(a.field) === stable(b.field) || !joinedByOr(scene, left.to, right.from)) continue;
    dropped.add(left).add(right);
    doubts.push({ code: "filter.or", slot: "filters", from: left.from, to: right.to });
  }
  return { picked: picked.filter((each) => !dropped.has(each)), doubts };
};

function joinedByOr(scene: Scene, from: number, to: number): boolean {
  let at = from;
  let or = false;
  while (at < to) {
    const sep = scene.at(at, "sep");
    const light = sep ?? scene.at(at, "filler") ?? scene.at(at, "pays");
    if (light === undefined && !isMark(scene, at, ",")) return false;
    if (sep?.value === "or") or = true;
    at = light?.to ?? at + 1;
  }
  return or;
}

/** A weekday or "the 1st" alone repeats only in the company of a schedule's words. */
const settleLoose: Refiner = (scene, picked) => {
  const paths = pathsOf(picked);
  if (!paths.has("schedule.loose")) return { picked, doubts: [] };
  const backup = picked.some((c) =>
    c.findings.some((f) => f.path === "template" && f.value === "backup"),
  );
  const scheduled =
    backup ||
    paths.has("op") ||
    paths.has("schedule.said") ||
    paths.has("schedule.notify") ||
    [...paths].some((path) => path.startsWith("schedule.retention")) ||
    scene.all("schedule.make").length > 0 ||
    picked.some((c) => c.findings.some((f) => f.path === "schedule.loose") && c.to - c.from > 1);
  const settled = picked.flatMap((candidate): Candidate[] => {
    if (!candidate.findings.some((each) => each.path === "schedule.loose")) return [candidate];
    if (!scheduled) return [];
    const findings = candidate.findings.map((each): Finding =>
      each.path === "schedule.loose" ? { ...each, path: "schedule.said" } : each,
    );
    return [{ ...candidate, findings }];
  });
  return { picked: settled, doubts: [] };
};

/** "weekly report of this week's applications": a noun, perhaps no wish to repeat (I2). */
const doubtReport: Refiner = (scene, picked) => {
  const when = picked.some((c) => c.findings.some((f) => f.path === "when"));
  const lead = picked.find((c) => c.findings.some((f) => f.path === "schedule.said"));
  const noun = lead === undefined ? undefined : scene.at(lead.to, "report");
  if (!when || lead === undefined || noun === undefined || lead.to - lead.from > 1) {
    return { picked, doubts: [] };
  }
  return {
    picked,
    doubts: [{ code: "schedule.confirm", slot: "schedule", from: lead.from, to: noun.to }],
  };
};

/** "change it to Sunday": with an existing schedule a weekday says when it runs. */
const moveWeekday: Refiner = (scene, picked) => {
  const updates = picked.some((c) =>
    c.findings.some((f) => f.path === "op" && f.value === "update"),
  );
  if (!updates) return { picked, doubts: [] };
  const moved = picked.map((candidate): Candidate => {
    const match = scene.all("date").find((each) => each.to === candidate.to);
    const shape = match?.date?.shape;
    if (shape === "dom" && match?.date?.from != null) return onMonthDay(candidate, match);
    const day = shape === "weekday" ? (match?.date?.from ?? null) : null;
    if (match === undefined || day === null || !candidate.findings.some((f) => f.path === "when")) {
      return candidate;
    }
    const rule = (path: string, value: unknown): Finding =>
      patternFinding(path, value, match.from, match.to, "date");
    const findings = [
      rule("schedule.freq", "weekly"),
      rule("schedule.byDay", [weekdayOf(toDayNumber(day))]),
    ];
    return { ...candidate, findings, doubts: [] };
  });
  return { picked: moved, doubts: [] };
};

/** "move it to the 15th". */
function onMonthDay(candidate: Candidate, { from, to, date }: Match): Candidate {
  const rule = (path: string, value: unknown): Finding =>
    patternFinding(path, value, from, to, "date");
  const day = Number(date?.from?.slice(8));
  const findings = [rule("schedule.freq", "monthly"), rule("schedule.byMonthDay", [day])];
  return { ...candidate, findings, doubts: [] };
}

/** Refiners in order; each is small and sees what the ones before it left. */
const refiners: readonly Refiner[] = [settleLoose, moveWeekday, refuseOr, doubtReport];

export function refine(scene: Scene, picked: readonly Candidate[]): Refined {
  let now: Refined = { picked, doubts: [] };
  for (const refiner of refiners) {
    const next = refiner(scene, now.picked);
    now = { picked: next.picked, doubts: [...now.doubts, ...next.doubts] };
  }
  return now;
}
