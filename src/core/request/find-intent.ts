import type { Candidate, Finding } from "../recognizers/contract.ts";
import { asksToErase } from "./erase-wish.ts";
import { findStateAsked } from "./file-state.ts";
import { isGuess, unknownWords } from "./known-words.ts";
import { isMark, seekBack } from "./reading/looking.ts";
import type { Match, Scene } from "./reading/scene.ts";
import type { Intent } from "./request.ts";
import { cutAt } from "./second-wish.ts";

export interface Decision {
  readonly intent: Intent;
  /** The words that say so; absent for a plain export. */
  readonly cue?: Match;
  readonly target?: Match;
}

interface Told {
  readonly scene: Scene;
  readonly paths: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

const has = (told: Told, ...paths: string[]): boolean => paths.some((path) => told.paths.has(path));

function cues(scene: Scene, value: string): Match[] {
  return scene
    .all("intent")
    .filter((match) => match.value === value)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
}

/** Something that only a request for a file says. */
const sliced = ["formats", "encryption.on", "privacy.level", "privacy.hide", "template"];

/** First word after greetings and courtesies. */
function opens(scene: Scene, match: Match): boolean {
  let at = match.from;
  for (;;) {
    const small = scene.ending(at, "filler") ?? scene.ending(at, "dialogue");
    if (small !== undefined) at = small.from;
    else if (at > 0 && isMark(scene, at - 1, ",.!;:-¿¡?")) at -= 1;
    else return at === 0 || isMark(scene, at - 1, ".!?;:");
  }
}

function findHelp(told: Told): Decision | undefined {
  const { scene } = told;
  const how = cues(scene, "help.how").find((match) => opens(scene, match));
  if (how !== undefined) return { intent: "help", cue: how };
  const cue = cues(scene, "help").find((match) => opens(scene, match));
  if (cue === undefined) return undefined;
  const beside = told.findings.filter((each) => each.from < cue.from || each.to > cue.to);
  const asked = ["entities.include", "entities.soft", ...sliced];
  if (beside.some((each) => asked.includes(each.path))) return undefined;
  return { intent: "help", cue };
}

function findCancel(told: Told): Decision | undefined {
  const { scene } = told;
  const cue = cues(scene, "cancel").find((match) => {
    const next = scene.tokens[match.to];
    return next === undefined || next.kind === "mark" || scene.at(match.to, "filler") !== undefined;
  });
  if (cue === undefined || has(told, "op", ...sliced)) return undefined;
  const rest = told.findings.some(
    (each) => (each.from < cue.from || each.to > cue.to) && each.value !== "all",
  );
  return rest ? undefined : { intent: "cancel", cue };
}

/** "what templates are there", "my export history". */
function findList(told: Told): Decision | undefined {
  const { scene } = told;
  const targets = [...scene.all("target")].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const target of targets) {
    const cueBefore = (at: number): Match | undefined =>
      scene.ending(at, "intent.list") ?? listCueEnding(scene, at);
    const verb = seekBack(scene, target.from, cueBefore);
    const alone = target.from === 0 && scene.skip(target.to) >= scene.tokens.length;
    const inside = scene.at(target.from, "intent.list") !== undefined;
    if (verb === undefined && !alone && !inside) continue;
    if (alone && target.to - target.from < 2 && target.value === "data") continue;
    if (has(told, "formats", "op", "schedule.said")) continue;
    return { intent: "list", ...(verb === undefined ? {} : { cue: verb }), target };
  }
  return undefined;
}

function listCueEnding(scene: Scene, token: number): Match | undefined {
  return scene
    .all("intent")
    .filter((match) => match.value === "list" && match.to === token)
    .sort((a, b) => a.from - b.from)[0];
}

function findExplain(told: Told): Decision | undefined {
  const { scene } = told;
  const cue = cues(scene, "explain").find((match) => opens(scene, match));
  if (cue !== undefined && !has(told, "formats", "op")) return { intent: "explain", cue };
  const what = cues(scene, "explain.what").find((match) => opens(scene, match));
  if (what === undefined || !has(told, "privacy.level", "template")) return undefined;
  const asks = cues(scene, "explain.ask").some((match) => match.from >= what.to);
  const short = scene.skip(what.to) + 3 >= scene.tokens.length;
  return asks || short ? { intent: "explain", cue: what } : undefined;
}

function findDiff(told: Told): Decision | undefined {
  const { scene } = told;
  const cue = cues(scene, "diff").find((match) => opens(scene, match));
  if (cue === undefined) {
    const base = told.findings.find((each) => each.path === "baseline.diff");
    return base === undefined || has(told, "baseline.incremental", "formats")
      ? undefined
      : { intent: "diff", cue: asMatch(base) };
  }
  return has(told, "formats") ? undefined : { intent: "diff", cue };
}

function asMatch(finding: Finding): Match {
  const { from, to, confidence, via } = finding;
  return { from, to, sense: "intent", value: "", confidence, via };
}

/** Restore and verify act on a file; a sentence that names columns or formats wants an export. */
function findFileWork(told: Told, intent: "restore" | "verify"): Decision | undefined {
  if (has(told, "fields", "sort", "limit")) return undefined;
  const cue =
    cues(told.scene, intent)[0] ??
    (intent === "verify" ? findStateAsked(told.scene, told.paths) : undefined);
  return cue === undefined ? undefined : { intent, cue };
}

function findPreview(told: Told): Decision | undefined {
  const { scene } = told;
  const cue = cues(scene, "preview")[0];
  if (cue !== undefined) return { intent: "preview", cue };
  const show = cues(scene, "list").find(
    (match) => opens(scene, match) && match.value === "list" && isShow(scene, match),
  );
  if (
    show === undefined ||
    has(told, "formats", "schedule.said", "op", "destination", "encryption.on")
  ) {
    return undefined;
  }
  return has(told, "entities.include", "filters") ? { intent: "preview", cue: show } : undefined;
}

/** "show me my interviews" looks; "give me" takes. */
function isShow(scene: Scene, match: Match): boolean {
  return scene.at(match.from, "show")?.from === match.from;
}

function findTemplateWork(told: Told): Decision | undefined {
  const save = cues(told.scene, "template.save")[0];
  if (save !== undefined) return { intent: "template", cue: save };
  const removed = told.findings.find((each) => each.path === "template.delete");
  return removed === undefined ? undefined : { intent: "template", cue: asMatch(removed) };
}

function findSchedule(told: Told): Decision | undefined {
  const said = told.findings.find((each) => each.path === "schedule.said");
  const cue = told.findings.find((each) => each.path === "op") ?? said ?? loneRetention(told);
  return cue === undefined ? undefined : { intent: "schedule", cue: asMatch(cue) };
}

/** "keep the last ten" and nothing else: about the copies of a schedule. */
function loneRetention({ findings }: Told): Finding | undefined {
  const kept = findings.find((each) => each.path.startsWith("schedule.retention"));
  return findings.every((each) => each.path.startsWith("schedule.")) ? kept : undefined;
}

const anchors = [
  "formats",
  "entities.include",
  "entities.exclude",
  "entities.soft",
  "template",
  "base",
  "items.ref",
  "items.ids",
  "privacy.level",
  "encryption.on",
  "baseline.incremental",
];

/** Slots that ask for records or shape them; alone they make a request if little else is said. */
const shaping = [
  "filters",
  "limit",
  "fields",
  "sort",
  "privacy.hide",
  "privacy.pseudonyms",
  "group",
  "audience",
  "destination",
  "fileName",
  "items.names",
];

function findExport(told: Told): Decision {
  const { scene, findings } = told;
  if (asksToErase(scene, findings)) return { intent: "none" };
  const strong =
    scene.all("verb").some((match) => match.value === "strong") ||
    scene.all("format.unsupported").length > 0;
  if (strong || has(told, ...anchors)) return { intent: "export" };
  const strange = unknownWords(scene, findings);
  const known = findings.filter((each) => shaping.includes(each.path) && !isGuess(each));
  const report = has(told, "report") && (scene.all("verb").length > 0 || has(told, "audience"));
  const asks = scene.all("asking").some((match) => match.from === 0 && match.to < 4);
  const plain = strange === 0 && ((has(told, "when") && !asks) || report);
  const mostly = known.length > 0 && strange < known.length;
  return plain || mostly || (report && strange < 2) ? { intent: "export" } : { intent: "none" };
}

/** What the sentence wants (I1-I8). The order is from the most particular wish to the plain one. */
export function findIntent(
  whole: Scene,
  picked: readonly Candidate[],
  end = whole.tokens.length,
): Decision {
  const scene = end < whole.tokens.length ? cutAt(whole, end) : whole;
  const findings = picked.flatMap((candidate) => candidate.findings);
  const told: Told = { scene, findings, paths: new Set(findings.map((each) => each.path)) };
  return (
    findHelp(told) ??
    findTemplateWork(told) ??
    findList(told) ??
    findDiff(told) ??
    findFileWork(told, "verify") ??
    findFileWork(told, "restore") ??
    findExplain(told) ??
    findCancel(told) ??
    findPreview(told) ??
    findSchedule(told) ??
    findExport(told)
  );
}
