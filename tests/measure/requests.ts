import { spansBySlot } from "../../src/core/request/evidence.ts";
import { parseRequest } from "../../src/core/request/parse-request.ts";
import type { OwnNames, SaidRequest } from "../../src/core/request/request.ts";

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly today: string;
  readonly text: string;
  readonly context?: { readonly last?: SaidRequest | null; readonly data?: OwnNames };
}

/** One labelled request, gold fields unread. */
export function answer(input: unknown): unknown {
  const row = input as Row;
  const result = parseRequest(row.text, {
    today: row.today,
    language: row.lang,
    last: row.context?.last ?? null,
    ...(row.context?.data === undefined ? {} : { data: row.context.data }),
  });
  return {
    id: row.id,
    said: result.said,
    spans: spansBySlot(row.text, result.evidence),
    questions: result.questions.map((question) => question.code),
    secrets: result.secrets,
    language: result.language,
    confidence: result.confidence,
  };
}
