import { analyse, type Analysis } from "../request/analyse.ts";
import { applyEdits } from "../request/apply-edits.ts";
import { check } from "../request/check.ts";
import { findEdits } from "../request/find-edits.ts";
import { finish } from "../request/parse-request.ts";
import type { Edit, Intent, ParseContext, Question, SaidRequest } from "../request/request.ts";
import { wordQuestion } from "../request/wording/word-question.ts";
import { readAnswer } from "./answers.ts";
import { classifyTurn } from "./classify-turn.ts";
import { editTurn } from "./edit-turn.ts";
import { wordReply } from "./reply.ts";
import { readCues, type Conversation, type TurnContext } from "./turn.ts";

export { emptyConversation, type Conversation } from "./turn.ts";

/** What a turn did. `state` is the whole request after it; `reply` restates it in one line. */
export interface Turn {
  readonly state: SaidRequest;
  readonly edits: readonly Edit[];
  readonly intent: Intent;
  readonly questions: readonly Question[];
  readonly reply: string;
}
export interface Answered {
  readonly conversation: Conversation;
  readonly turn: Turn;
}

const remembered = 10;
const nothing: SaidRequest = { v: 1, intent: "none" };

/** One turn of a conversation (request contract, X1-X5). Pure: the conversation is an argument. */
export function answerTurn(
  conversation: Conversation,
  text: string,
  context: ParseContext,
): Answered {
  const last = context.last ?? conversation.last;
  const within: ParseContext = { ...context, last };
  const analysis = analyse(text, within);
  const cues = readCues(analysis.scene);
  const state = conversation.state ?? nothing;
  const turn: TurnContext = { analysis, state, conversation, cues };
  const kind = classifyTurn(analysis, conversation, cues);
  if (kind === "confirm" || kind === "deny") return settle(turn, kind);
  if (kind === "undo") return undo(turn);
  const answer =
    kind === "meta" || kind === "edit" || answersBare(turn)
      ? readAnswer(turn, editTurn)
      : undefined;
  if (answer !== undefined) return change(turn, answer.edits, "answer", within);
  if (kind === "fresh") return start(turn, within);
  if (kind === "meta") return stay(turn, analysis.said.intent);
  const edits = editTurn(turn);
  if (edits.length === 0) return stay(turn, analysis.said.intent);
  return change(turn, edits, undefined, within);
}

/** A noun phrase may look like a new request and still answer "what should be in it?". */
function answersBare({ conversation, analysis }: TurnContext): boolean {
  const code = conversation.open?.code;
  const waits = code === "scope.missing" || code === "ref.unresolved";
  return waits && !["cancel", "list", "restore", "verify", "diff"].includes(analysis.said.intent);
}

function settle(turn: TurnContext, intent: "confirm" | "deny"): Answered {
  const { conversation, state, analysis } = turn;
  const done = intent === "confirm" && ["export", "schedule", "preview"].includes(state.intent);
  const reply = wordReply(analysis.scene.lexicon.language, intent, state, [], undefined);
  return {
    conversation: { ...conversation, open: null, last: done ? state : conversation.last },
    turn: { state, edits: [], intent, questions: [], reply },
  };
}

function undo(turn: TurnContext): Answered {
  const { conversation, state, analysis } = turn;
  const before = conversation.undo.at(-1) ?? state;
  const edits = findEdits(state, before);
  const reply = wordReply(analysis.scene.lexicon.language, "undo", before, edits, undefined);
  return {
    conversation: {
      ...conversation,
      state: before,
      undo: conversation.undo.slice(0, -1),
      open: null,
    },
    turn: { state: before, edits, intent: before.intent, questions: [], reply },
  };
}

function stay(turn: TurnContext, intent: Intent): Answered {
  const { conversation, state, analysis } = turn;
  const reply = wordReply(analysis.scene.lexicon.language, intent, state, [], undefined);
  return { conversation, turn: { state, edits: [], intent, questions: [], reply } };
}

function start(turn: TurnContext, context: ParseContext): Answered {
  const { conversation, analysis } = turn;
  const { said, questions } = finish(analysis, context);
  const edits = Object.entries(said)
    .filter(([slot]) => slot !== "v")
    .map(([path, value]): Edit => ({ op: "set", path, value }));
  const next = remember(conversation, said, questions, edits);
  const reply = wordReply(analysis.scene.lexicon.language, said.intent, said, edits, questions[0]);
  return {
    conversation: next,
    turn: { state: said, edits, intent: said.intent, questions, reply },
  };
}

function change(
  turn: TurnContext,
  edits: readonly Edit[],
  intent: Intent | undefined,
  context: ParseContext,
): Answered {
  const { conversation, analysis } = turn;
  const state = applyEdits(turn.state, edits);
  const questions = questionsOf(analysis, state, context, conversation);
  const next = remember(conversation, state, questions, edits);
  const said = intent ?? state.intent;
  const reply = wordReply(analysis.scene.lexicon.language, said, state, edits, questions[0]);
  return { conversation: next, turn: { state, edits, intent: said, questions, reply } };
}

function questionsOf(
  analysis: Analysis,
  state: SaidRequest,
  context: ParseContext,
  conversation: Conversation,
): Question[] {
  // A running request is itself something to point at.
  const pointed = { ...context, last: context.last ?? conversation.state };
  const queries = check(analysis.scene, state, analysis.doubts, pointed, false);
  return queries
    .filter((query) => query.code !== "ref.unresolved" || !conversation.listShown)
    .map((query) => wordQuestion(query, analysis.scene));
}

function remember(
  conversation: Conversation,
  state: SaidRequest,
  questions: readonly Question[],
  edits: readonly Edit[],
): Conversation {
  const before = conversation.state;
  const added = edits.filter((edit) => edit.op === "add").at(-1);
  return {
    ...conversation,
    state,
    open: questions[0] ?? null,
    listShown: state.intent === "preview" || state.intent === "list" || conversation.listShown,
    undo: before === null ? conversation.undo : [...conversation.undo, before].slice(-remembered),
    lastPath: added?.path ?? null,
  };
}
