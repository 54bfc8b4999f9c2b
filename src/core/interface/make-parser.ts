import type { NaturalLanguageParser } from "../job-tracker.ts";
import type { OwnNames, ParseResult } from "../request/request.ts";
import { localDay } from "./local-day.ts";
import type { Parts } from "./parts.ts";

export interface ParserPorts {
  readonly parts: Parts;
  readonly now: () => Date;
  /** The person's own names as last read. */
  readonly names: () => OwnNames;
  /** Language of the interface, BCP 47 primary tag. */
  readonly language: () => string;
}

/** Before `jobTracker.ready` nothing is read: the result is empty, and `exports.plan` reads it again. */
export function makeParser({ parts, now, names, language }: ParserPorts): NaturalLanguageParser {
  return {
    parse: (text, context = {}) =>
      parts.loaded?.parseRequest(text, {
        today: localDay(now()),
        language: language(),
        data: names(),
        ...context,
      }) ?? notYetRead(language()),
  };
}

function notYetRead(language: string): ParseResult {
  const said = { v: 1, intent: "none" } as const;
  return { said, evidence: [], unused: [], questions: [], secrets: [], confidence: 0, language };
}
