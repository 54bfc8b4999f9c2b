import type { ConversationalExportAssistant, ExportInterface, Reply } from "../job-tracker.ts";
import { countInWords } from "./record-edits.ts";
import type { KindId } from "../records/any-kind.ts";
import type { ParseContext, ParseResult, SaidRequest } from "../request/request.ts";

export interface AssistantPorts {
  readonly exports: Pick<ExportInterface, "plan" | "exportPlan">;
  readonly parser: { parse(text: string, context?: Partial<ParseContext>): ParseResult };
}

const nothing: SaidRequest = { v: 1, intent: "none" };

/** The conversation above the request box: what was said so far is the state, and a yes runs the plan. */
export function makeAssistant({ exports, parser }: AssistantPorts): ConversationalExportAssistant {
  let state: SaidRequest = nothing;
  let offered: Reply["plan"];
  const answer = async (text: string): Promise<Reply> => {
    const last = state.intent === "none" ? null : state;
    const { said } = parser.parse(text, { last });
    if (said.intent === "confirm" && offered !== undefined) {
      const plan = offered;
      offered = undefined;
      const result = await exports.exportPlan(plan);
      return { text: result.message, questions: [], plan, result, suggestions: [] };
    }
    if (said.intent === "deny" || said.intent === "cancel") {
      offered = undefined;
      return reply("Nothing was written. What shall it be instead?");
    }
    state = said;
    const { plan, counts, questions } = await exports.plan(text, said);
    offered = plan;
    if (plan === undefined)
      return reply(questions[0]?.text ?? "What do you want to export?", questions);
    const parts = Object.entries(counts).map(([kind, count]) =>
      countInWords(kind as KindId, count),
    );
    const words = `${plan.title}: ${parts.join(", ")}. Shall I write ${plan.fileName}?`;
    return { ...reply(words, questions), plan, suggestions: ["yes", "no"] };
  };
  return {
    chat: answer,
    reset() {
      state = nothing;
      offered = undefined;
    },
    get state() {
      return state;
    },
  };
}

function reply(text: string, questions: Reply["questions"] = []): Reply {
  return { text, questions, suggestions: [] };
}
