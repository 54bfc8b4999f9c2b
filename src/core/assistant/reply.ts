import { wordingOf } from "../request/wording/wording.ts";
import { writeSentence } from "../request/write-sentence.ts";
import type { Edit, Question, SaidRequest } from "../request/request.ts";

/** One line that restates the request, and at most one question. */
export function wordReply(
  language: string,
  said: string,
  state: SaidRequest,
  edits: readonly Edit[],
  question: Question | undefined,
): string {
  const words = wordingOf(language).replies;
  const fixed = words[said];
  const sentence = writeSentence(state, language);
  const changed = edits.length > 0 && said !== "cancel";
  const line = fixed ?? (changed || sentence !== "" ? (words["understood"] ?? "{sentence}") : "");
  const text = line.replace("{sentence}", sentence);
  return question === undefined ? text : `${text} ${question.text}`.trim();
}
