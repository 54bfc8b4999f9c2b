import { answerTurn, emptyConversation } from "../../src/core/assistant/dialogue.ts";
import type { OwnNames } from "../../src/core/request/request.ts";

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly today: string;
  readonly data?: OwnNames;
  readonly turns: readonly { readonly text: string }[];
}

/** One labelled dialogue, gold fields unread. */
export function answer(input: unknown): unknown {
  const row = input as Row;
  let conversation = emptyConversation;
  const turns = row.turns.map(({ text }) => {
    const answered = answerTurn(conversation, text, {
      today: row.today,
      language: row.lang,
      ...(row.data === undefined ? {} : { data: row.data }),
    });
    conversation = answered.conversation;
    const { state, edits, intent, questions, reply } = answered.turn;
    return { state, edits, intent, questions: questions.map((each) => each.code), reply };
  });
  return { id: row.id, turns };
}
