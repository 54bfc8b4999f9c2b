import type { Conversation } from "../assistant/turn.ts";
import type { ConversationalExportAssistant, ExportInterface } from "../job-tracker.ts";
import type { OwnNames, SaidRequest } from "../request/request.ts";
import { localDay } from "./local-day.ts";
import type { Parts } from "./parts.ts";

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
      const { replyTo } = await import("./reply-to.ts");
      return replyTo(answered.turn, ports, parts);
    },
    reset() {
      conversation = undefined;
    },
    get state() {
      return conversation?.state ?? nothing;
    },
  };
}
