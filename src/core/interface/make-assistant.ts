import { describeFailure } from "../describe-failure.ts";
import { attempt } from "../failure.ts";
import type { Conversation } from "../assistant/turn.ts";
import type {
  ConversationalExportAssistant,
  ExportInterface,
  PlanPreview,
  Reply,
} from "../job-tracker.ts";
import type { KindId } from "../records/any-kind.ts";
import type { OwnNames, SaidRequest } from "../request/request.ts";
import { localDay } from "./local-day.ts";
import type { Parts } from "./parts.ts";
import { countInWords } from "./record-edits.ts";

export interface AssistantPorts {
  readonly parts: Parts;
  readonly exports: Pick<ExportInterface, "plan" | "exportPlan" | "schedule">;
  readonly names: () => OwnNames;
  readonly now: () => Date;
  readonly language: () => string;
}

const nothing: SaidRequest = { v: 1, intent: "none" };

/** The conversation above the request box. Nothing is written before the person says yes. */
export function makeAssistant(ports: AssistantPorts): ConversationalExportAssistant {
  let conversation: Conversation | undefined;
  return {
    async chat(text) {
      const parts = await ports.parts.ready();
      const answered = parts.answerTurn(conversation ?? parts.emptyConversation, text, {
        today: localDay(ports.now()),
        language: ports.language(),
        data: ports.names(),
      });
      ({ conversation } = answered);
      const { turn } = answered;
      const said = { text: turn.reply, questions: turn.questions, suggestions: [] };
      if (!["export", "preview", "schedule"].includes(turn.state.intent)) return said;
      const sentence = parts.writeSentence(turn.state, ports.language());
      if (turn.intent === "confirm") return carryOut(ports, sentence, turn.state, said);
      if (turn.intent === "deny" || turn.intent === "cancel") return said;
      return offer(ports, sentence, turn.state, said);
    },
    reset() {
      conversation = undefined;
    },
    get state() {
      return conversation?.state ?? nothing;
    },
  };
}

/** What the request would give now, with the questions that are open. */
async function offer(
  { exports }: AssistantPorts,
  sentence: string,
  state: SaidRequest,
  said: Reply,
): Promise<Reply> {
  const { plan, counts, questions } = await exports.plan(sentence, state);
  if (plan === undefined) return { ...said, questions: [...said.questions, ...questions] };
  const text = `${said.text} ${countedWords(counts)}`.trim();
  return { ...said, text, plan, suggestions: said.questions.length > 0 ? [] : ["yes", "no"] };
}

async function carryOut(
  { exports }: AssistantPorts,
  sentence: string,
  state: SaidRequest,
  said: Reply,
): Promise<Reply> {
  if (state.intent === "schedule") {
    const made = await attempt(() => exports.schedule(sentence));
    return made.ok ? said : { ...said, text: describeFailure(made.failure).message };
  }
  const { plan } = await exports.plan(sentence, state);
  if (plan === undefined) return said;
  const done = await attempt(() => exports.exportPlan(plan));
  if (done.ok) return { ...said, text: done.value.message, plan, result: done.value };
  // A missing passphrase is asked for beside the plan; the words say so.
  return { ...said, text: describeFailure(done.failure).message, plan };
}

function countedWords(counts: PlanPreview["counts"]): string {
  const filled = (Object.entries(counts) as [KindId, number][]).filter(([, count]) => count > 0);
  if (filled.length === 0) return "No record fits this.";
  return `${filled.map(([kind, count]) => countInWords(kind, count)).join(", ")}.`;
}
