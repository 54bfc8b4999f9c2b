/**
 * What understanding, deciding and sanitising need: one chunk that is loaded beside the first screen, not
 * before it.
 */
export { defaultShelves as shelves } from "../pipeline/default-shelves.ts";
export { changedSource } from "../increment/changes.ts";
export { planOnLast } from "../schedule/stand-on.ts";
export { nameShelfFormats } from "../plan/shelf-formats.ts";
export { makePreview } from "./make-preview.ts";
export { decide, planOf, preview, renewed, understand } from "./understand.ts";
export { parseRequest } from "./read-request.ts";
export { writeSentence } from "../request/write-sentence.ts";
export { answerTurn, emptyConversation } from "../assistant/dialogue.ts";
