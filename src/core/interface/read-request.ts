import * as formats from "../formats/registry.ts";
import { nameShelfFormats } from "../plan/shelf-formats.ts";
import { parseRequest as parse } from "../request/parse-request.ts";
import type { ParseContext, ParseResult } from "../request/request.ts";

/** A sentence as the app reads it: the words of the contract, and the names of what stands on the shelf. */
export function parseRequest(text: string, context: ParseContext): ParseResult {
  return nameShelfFormats(text, parse(text, context), formats);
}
