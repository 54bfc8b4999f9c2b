import type { Edit, Question, SaidSchedule } from "../request/request.ts";
import { partNamed } from "./pick-choice.ts";
import { dialogueCues, type EditMaker, type TurnContext } from "./turn.ts";

/** A bare value answering the open question sets that question's slot (X3). */
export type Answer = { readonly edits: readonly Edit[] } | undefined;

const has = (turn: TurnContext, ...paths: string[]): boolean =>
  turn.analysis.findings.some((each) => paths.some((path) => each.path.startsWith(path)));

/** Slots whose mention answers a question. */
const slotsOf: Readonly<Record<string, readonly string[]>> = {
  "scope.missing": ["entities", "filters", "when", "items", "template", "base"],
  "scope.wide": ["entities.include"],
  "format.unsupported": ["formats"],
  "format.missing": ["formats"],
  "conflict.format": ["formats", "encryption"],
  "conflict.privacy": ["privacy"],
  "conflict.entities": ["entities"],
  "date.invalid": ["when"],
  "date.reversed": ["when"],
  "date.ambiguous": ["when"],
  "date.future": ["when"],
  "date.order": ["when"],
  "value.unknown": ["filters"],
  "value.ambiguous": ["filters"],
  "ref.unresolved": ["entities", "filters", "items", "base"],
  "schedule.unsupported": ["schedule"],
  "schedule.split": ["schedule", "when"],
  "schedule.time": ["schedule"],
  "filter.or": ["filters"],
  "privacy.audience": ["privacy"],
  "encryption.secure": ["encryption"],
};
/** Soft questions lapse when the turn brings a wish of its own. */
const bareOnly: ReadonlySet<string> = new Set([
  "privacy.audience",
  "scope.wide",
  "encryption.secure",
]);

function answers(turn: TurnContext, question: Question): boolean {
  const slots = slotsOf[question.code] ?? [];
  if (!has(turn, ...slots)) return false;
  if (turn.analysis.scene.all("verb").some((match) => match.value === "strong")) return false;
  if (!bareOnly.has(question.code)) return true;
  const { scene, picked } = turn.analysis;
  const covered = picked.reduce((sum, each) => sum + each.to - each.from, 0);
  return covered >= scene.tokens.filter((token) => token.kind !== "mark").length;
}

/** Reads a turn as the answer to the open question, or not at all. */
export function readAnswer(turn: TurnContext, edit: EditMaker): Answer {
  const question = turn.conversation.open;
  if (question === null) return undefined;
  const { scene } = turn.analysis;
  const chosen = pickChoice(turn, question);
  if (chosen !== undefined) return { edits: chosen };
  if (
    question.code === "intent.multiple" &&
    scene.all("only").length > 0 &&
    !has(turn, "entities")
  ) {
    return { edits: [] };
  }
  if (question.code === "schedule.confirm" && dialogueCues(scene, "once").length > 0) {
    return { edits: once };
  }
  if (question.code === "schedule.split" && dialogueCues(scene, "both").length > 0) {
    return { edits: bothDays(turn, question) };
  }
  if (
    question.code === "ref.unresolved" &&
    has(turn, "entities", "filters") &&
    !answersBase(turn)
  ) {
    return { edits: [{ op: "clear", path: "items" }, ...edit(turn)] };
  }
  if (!answers(turn, question)) return undefined;
  if (question.code === "conflict.privacy" && turn.analysis.said.privacy !== undefined) {
    return { edits: [{ op: "set", path: "privacy", value: turn.analysis.said.privacy }] };
  }
  return { edits: edit(turn) };
}

const answersBase = (turn: TurnContext): boolean => turn.state.base !== undefined;

export const once: readonly Edit[] = [
  { op: "set", path: "intent", value: "export" },
  { op: "clear", path: "schedule" },
];

/** "the second" of the choices shown, or a part of one of the names. */
function pickChoice(turn: TurnContext, question: Question): readonly Edit[] | undefined {
  const choices = question.choices ?? [];
  const { scene } = turn.analysis;
  const ordinal = scene.all("ordinal")[0];
  // "the second" alone may look like a day of the month.
  const covered = turn.analysis.findings.some(
    (each) =>
      each.path !== "items.ref" &&
      !(ordinal !== undefined && each.to >= ordinal.to && each.from <= ordinal.from),
  );
  if (ordinal !== undefined && !covered) return choices[Number(ordinal.value) - 1]?.patch;
  if (question.code !== "value.ambiguous") return undefined;
  const label = partNamed(
    scene,
    choices.map((choice) => choice.label),
  );
  return choices.find((choice) => choice.label === label)?.patch;
}

/** "both at 8": the other weekday of the sentence joins the first. */
function bothDays(turn: TurnContext, question: Question): readonly Edit[] {
  const days =
    question.choices?.flatMap((choice) =>
      choice.patch.map((edit) => (edit.value as Partial<SaidSchedule> | undefined)?.byDay ?? []),
    ) ?? [];
  const known = turn.state.schedule?.byDay ?? [];
  const others = days.flat().filter((day) => !known.includes(day));
  const time = turn.analysis.scene.all("clock")[0]?.value;
  const edits: Edit[] = [{ op: "add", path: "schedule.byDay", value: others }];
  if (time !== undefined && time !== turn.state.schedule?.time) {
    edits.push({ op: "set", path: "schedule.time", value: time });
  }
  return edits;
}
