import type { Analysis } from "../request/analyse.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import { dialogueCues, isWholly, opening, type Conversation, type Cues } from "./turn.ts";

export type TurnKind = "fresh" | "edit" | "confirm" | "deny" | "undo" | "meta";

/** Intents that change nothing in a running request (ruling 2). */
const meta: ReadonlySet<string> = new Set(["help", "explain", "none"]);
/** Intents that always start something new. */
const always: ReadonlySet<string> = new Set([
  "list",
  "restore",
  "verify",
  "diff",
  "template",
  "cancel",
]);
const nothingYet: ReadonlySet<string> = new Set([
  "cancel",
  "list",
  "restore",
  "verify",
  "diff",
  "help",
  "none",
]);

function hasScope({ said }: Analysis): boolean {
  return said.entities !== undefined || said.template !== undefined;
}

/** An imperative at the start: "export …", "back up …", "give me …". */
function opensWithVerb(scene: Scene): boolean {
  let at = opening(scene);
  for (;;) {
    const verb = scene.at(at, "verb") ?? scene.at(at, "template");
    if (verb !== undefined) return true;
    const small: Match | undefined = scene.at(at, "filler");
    if (small === undefined) return false;
    at = small.to;
  }
}

function isFresh(analysis: Analysis, cues: Cues): boolean {
  const { said, scene, findings } = analysis;
  if (always.has(said.intent)) return true;
  // "pause it" means the schedule spoken of: it begins nothing.
  if (said.op !== undefined && said.base !== undefined && said.base !== "that") return true;
  if (said.base !== undefined || !hasScope(analysis)) return false;
  const openers = cues.also || cues.instead || cues.drop || cues.only;
  const strong = scene.all("verb").some((match) => match.value === "strong");
  if (said.template !== undefined && !cues.also && !cues.instead) return true;
  if (said.entities === undefined) return false;
  const onlyOut = !findings.some(
    (each) => each.path === "entities.include" || each.path === "entities.soft",
  );
  if (onlyOut) return false;
  if (openers && !(strong && !cues.also && !cues.instead)) return false;
  if (opensWithVerb(scene) || strong) return true;
  const slots = Object.keys(said).length - 2;
  return (
    slots >= 2 &&
    (said.formats !== undefined || said.when !== undefined || said.filters !== undefined)
  );
}

/** What a turn does to the conversation (X2-X5). */
export function classifyTurn(analysis: Analysis, conversation: Conversation, cues: Cues): TurnKind {
  const { scene, said } = analysis;
  const { state } = conversation;
  if (isWholly(scene, "undo") && conversation.undo.length > 0) return "undo";
  const running = state !== null && (!nothingYet.has(state.intent) || conversation.open !== null);
  const strong = scene.all("verb").some((match) => match.value === "strong");
  const leaves = state?.intent === "preview" && strong;
  if (running && isWholly(scene, "confirm") && !leaves) return "confirm";
  if (running && isWholly(scene, "deny")) return "deny";
  if (said.intent === "cancel" && !isEditCancel(scene)) return "fresh";
  if (!running) return "fresh";
  if (isFresh(analysis, cues)) return "fresh";
  return meta.has(said.intent) && !editsSomething(analysis, conversation) ? "meta" : "edit";
}

/** "forget the remote thing" drops a part, "forget it" drops all. */
function isEditCancel(scene: Scene): boolean {
  return dialogueCues(scene, "thing").length > 0 && dialogueCues(scene, "drop").length > 0;
}

/** Words nobody knows make it small talk. */
function isStrange(scene: Scene): boolean {
  return scene.tokens.some(
    (token) => token.kind === "word" && !token.capital && !scene.lexicon.words.has(token.form),
  );
}

/** A turn that is no request by itself may still be an edit: "make that 50", "undo that". */
function editsSomething({ scene, findings, said }: Analysis, { state }: Conversation): boolean {
  if (said.intent !== "none") return false;
  if (findings.some((each) => each.path !== "report") && !isStrange(scene)) return true;
  if (state === null) return false;
  const figure = scene.tokens.some((token) => token.number !== undefined);
  const cue = ["drop.when", "drop.slot", "once", "didnt", "correct"].some(
    (value) => dialogueCues(scene, value).length > 0,
  );
  const op = state.op !== undefined && scene.all("schedule.op").length > 0;
  return (
    (figure && cue) ||
    op ||
    dialogueCues(scene, "drop.when").length > 0 ||
    dialogueCues(scene, "drop.slot").length > 0 ||
    dialogueCues(scene, "once").length > 0 ||
    scene.all("sort.by").length > 0 ||
    scene.all("sort.dir").length > 0 ||
    scene.all("pii").length > 0 ||
    scene.tokens.some((token) => scene.names.byWord.has(token.form)) ||
    scene.all("own.companies").length > 0
  );
}
