import type { Turn } from "../assistant/dialogue.ts";
import { describeFailure } from "../describe-failure.ts";
import { attempt } from "../failure.ts";
import type { PlanPreview, Reply } from "../job-tracker.ts";
import type { KindId } from "../records/any-kind.ts";
import type { SaidRequest } from "../request/request.ts";
import type { AssistantPorts } from "./make-assistant.ts";
import type { HeavyParts } from "./parts.ts";
import { countInWords } from "./record-edits.ts";

/** What the app does and says after a turn of the conversation. */
export async function replyTo(
  turn: Turn,
  ports: AssistantPorts,
  { writeSentence }: HeavyParts,
): Promise<Reply> {
  const said = { text: turn.reply, questions: turn.questions, suggestions: [] };
  if (!["export", "preview", "schedule"].includes(turn.state.intent)) return said;
  const sentence = writeSentence(turn.state, ports.language());
  if (turn.intent === "confirm") return carryOut(ports, sentence, turn.state, said);
  if (turn.intent === "deny" || turn.intent === "cancel") return said;
  return offer(ports, sentence, turn.state, said);
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
