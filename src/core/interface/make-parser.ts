import type { NaturalLanguageParser } from "../job-tracker.ts";
import { parseRequest } from "../request/parse-request.ts";
import type { OwnNames } from "../request/request.ts";
import { localDay } from "./local-day.ts";

export interface ParserPorts {
  readonly now: () => Date;
  /** The person's own names as last read. */
  readonly names: () => OwnNames;
  /** Language of the interface, BCP 47 primary tag. */
  readonly language: () => string;
}

export function makeParser({ now, names, language }: ParserPorts): NaturalLanguageParser {
  return {
    parse: (text, context = {}) =>
      parseRequest(text, {
        today: localDay(now()),
        language: language(),
        data: names(),
        ...context,
      }),
  };
}
