import { effectiveRequest } from "../../core/plan/effective-request.ts";
import type { ParseResult, Question, SaidRequest } from "../../core/request/request.ts";

/** Questions that the request before this one answers. */
const answeredByLast = new Set(["scope.missing", "ref.unresolved"]);

/** "same but as markdown", "as PDF instead", "make it weekly": words that only make sense after others. */
export function leansOnLast({ said }: ParseResult, last: SaidRequest | undefined): boolean {
  if (last === undefined || said.intent === "none") return false;
  const scope = [said.entities, said.template, said.filters, said.items, said.limit];
  return said.base !== undefined || scope.every((slot) => slot === undefined);
}

/** The words laid over the request before them. */
export function layOver(said: SaidRequest, last: SaidRequest): SaidRequest {
  const context = { sentence: "", today: "", formats: [], containers: [], last };
  return effectiveRequest({ ...said, base: "last" }, context);
}

/** The questions that stay open: hard ones of the words, without those that the last request answers. */
export function questionsLeft(
  questions: readonly Question[],
  leans: boolean,
  answered: readonly string[],
): readonly Question[] {
  return questions.filter(
    (one) => !answered.includes(keyOf(one)) && !(leans && answeredByLast.has(one.code)),
  );
}

/** What makes a question this one: asked again about the same slot, it is answered. */
export function keyOf({ code, slot }: Question): string {
  return `${code} ${slot}`;
}
