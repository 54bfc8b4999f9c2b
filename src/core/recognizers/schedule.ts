import { findRecurrences, scheduleOf } from "../dates/find-recurrences.ts";
import type { SaidSchedule } from "../request/request.ts";
import {
  describesKind,
  finding,
  isMark,
  patternFinding,
  seek,
  seekBack,
} from "../request/reading/looking.ts";
import { namedAt, namedBefore } from "../request/reading/named-schedule.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Doubt, Recognizer } from "./contract.ts";

function readRecurrence(scene: Scene, match: Match): Candidate | undefined {
  const recurrence = match.recurrence;
  if (recurrence === undefined || describesKind(scene, match)) return undefined;
  const { from, to } = match;
  const doubts: Doubt[] = [];
  const code = recurrence.hard ?? recurrence.soft;
  if (match.value === "lead" && code !== undefined) {
    const choices = code === "schedule.split" ? { choices: partsOfSplit(scene, match) } : {};
    doubts.push({ code, slot: "schedule", from, to, ...choices });
  }
  // A weekday or "the 1st of the month" repeats only where a schedule is spoken of.
  const path = recurrence.loose ? "schedule.loose" : "schedule.said";
  const findings = [patternFinding(path, true, from, to, "date", match.confidence)];
  // "twice a day": what cannot be said as a schedule is asked about, never rounded down.
  if (recurrence.rule !== null && recurrence.hard !== "schedule.unsupported") {
    const rule = scheduleOf(recurrence.rule);
    const clock = match.value === "part" && scene.at(from, "clock")?.to === to;
    const said = Object.entries(clock ? { time: rule.time } : rule).filter(
      ([, v]) => v !== undefined,
    );
    findings.push(...said.map(([key, value]) => finding(`schedule.${key}`, value, match)));
  }
  return { from, to, findings, doubts, bonus: recurrence.loose ? -0.1 : 0.3 };
}

/** "Mondays at 8 and Thursdays at 18": each part as a schedule of its own. */
function partsOfSplit(scene: Scene, match: Match): { label: string; rule: SaidSchedule }[] {
  const { start = 0, end = 0 } = match.recurrence ?? {};
  const context = { today: scene.today, language: scene.lexicon.language };
  const word = scene.all("sep").find((sep) => inside(scene, sep.from, start, end));
  const joint = scene.tokens[word?.from ?? -1];
  if (joint === undefined) return [];
  return [
    scene.text.slice(start, joint.start),
    scene.text.slice(joint.end, scene.text.length),
  ].flatMap((label) => {
    const rule = findRecurrences(label, context)[0]?.rule;
    return rule === undefined || rule === null
      ? []
      : [{ label: label.trim(), rule: scheduleOf(rule) }];
  });
}

function inside(scene: Scene, token: number, start: number, end: number): boolean {
  const at = scene.tokens[token]?.start ?? -1;
  return at >= start && at < Math.max(end, scene.text.length);
}

/** "whenever something changes". */
function* readOnChange(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("schedule.onChange")) {
    yield {
      from: match.from,
      to: match.to,
      bonus: 0.3,
      findings: [
        finding("schedule.said", true, match),
        finding("schedule.freq", "onChange", match),
      ],
    };
  }
}

/** "pause the weekly backup": acts on a schedule that exists (I2). */
function* readOperations(scene: Scene): Generator<Candidate> {
  for (const op of scene.all("schedule.op")) {
    const after = seek(scene, op.to, (at) => namedAt(scene, at));
    // "die Sonntagssicherung löschen"; elsewhere too for a name of the person's own.
    const before = after === undefined ? namedBefore(scene, op.from) : undefined;
    const named = after ?? (before?.own === true || scene.lexicon.verbLast ? before : undefined);
    if (named === undefined || !isDefinite(scene, op, named.from)) continue;
    if (isName(scene, op, named.to)) continue;
    const back = scene.at(named.to, "schedule.back");
    const value = back?.value ?? op.value;
    if (!named.own && (value === "run" || value === "update") && !named.sure) continue;
    const to = Math.max(op.to, back?.to ?? named.to);
    yield {
      from: Math.min(op.from, named.from),
      to,
      bonus: 0.6,
      findings: [
        finding("op", value, op),
        patternFinding("base", { name: named.name }, named.from, named.to, "data", 0.95),
      ],
    };
  }
}

/** "pause it", "mets-la en pause": the whole sentence points at a schedule that was spoken of. */
function* readPointed(scene: Scene): Generator<Candidate> {
  for (const order of scene.all("schedule.pointed")) {
    if (!isWhole(scene, order)) continue;
    const { from, to } = order;
    const base = patternFinding("base", "that", from, to, "pattern", 0.86);
    yield { from, to, bonus: 3, findings: [finding("op", order.value, order), base] };
  }
}

function isWhole(scene: Scene, { from, to }: Match): boolean {
  const small = (token: number): Match | undefined =>
    scene.at(token, "filler") ?? scene.at(token, "courtesy");
  for (let at = 0; at < scene.tokens.length;) {
    const end = at === from ? to : isMark(scene, at, ",.!;:") ? at + 1 : small(at)?.to;
    if (end === undefined || (at < from && end > from)) return false;
    at = end;
  }
  return true;
}

/** "applications at Delete everything": the verb begins a name of the person's own. */
function isName(scene: Scene, op: Match, end: number): boolean {
  const covers = scene.starting(op.from).some((m) => m.sense.startsWith("own.") && m.to >= end);
  return covers && scene.skip(0) < op.from;
}

/** "a weekly backup" is a new one; "the", "my" or nothing at all means one that exists. */
function isDefinite(scene: Scene, op: Match, named: number): boolean {
  const longer = scene
    .starting(op.from)
    .some((m) => m.to > op.to && ["verb", "schedule.make"].includes(m.sense));
  if (longer) return false;
  for (let at = op.to; at < named; at++) if (scene.at(at, "indefinite") !== undefined) return false;
  return true;
}

function* readNotices(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("notify")) {
    yield {
      from: match.from,
      to: match.to,
      bonus: 0.5,
      findings: [finding("schedule.notify", [match.value], match)],
    };
  }
  for (const times of scene.all("times")) {
    const before = scene.tokens[times.from - 1];
    const word = scene.ending(times.from, "number");
    const count = before?.number ?? (word === undefined ? undefined : Number(word.value));
    const start = before?.number === undefined ? word?.from : times.from - 1;
    if (count === undefined || start === undefined) continue;
    const small = seekBack(scene, start, (at) => scene.ending(at, "only"));
    yield {
      from: small?.from ?? start,
      to: times.to,
      bonus: 0.4,
      findings: [patternFinding("schedule.count", count, start, times.to)],
    };
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("recurrence")) {
    const candidate = readRecurrence(scene, match);
    if (candidate !== undefined) yield candidate;
  }
  for (const match of scene.all("clock")) {
    const findings = [finding("schedule.clock", match.value, match)];
    const soft = match.clock?.soft;
    const doubts: Doubt[] =
      soft === undefined ? [] : [{ code: soft, slot: "schedule", from: match.from, to: match.to }];
    yield { from: match.from, to: match.to, findings, doubts };
  }
  for (const match of scene.all("day.part")) {
    const { from, to } = match;
    yield { from, to, bonus: -0.3, findings: [finding("schedule.dayPart", match.value, match)] };
  }
  yield* readOnChange(scene);
  yield* readOperations(scene);
  yield* readPointed(scene);
  yield* readNotices(scene);
}

export const schedule: Recognizer = {
  label: "Schedule",
  find,
  examples: {
    caught: [
      { text: "every Monday at 8", finds: ["schedule.byDay=[1]", 'schedule.time="08:00"'] },
      { text: "pause the weekly backup", finds: ['op="pause"'] },
      { text: "whenever something changes", finds: ['schedule.freq="onChange"'] },
    ],
    spared: ["interviews since Monday", "as a PDF"],
  },
};
