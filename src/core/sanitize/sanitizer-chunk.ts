/** The sanitizer with its rules and lists: one chunk that a worker loads when a plan asks for it. */
export { loadLists } from "../names/lists.ts";
export { makeSanitizer } from "./make-sanitizer.ts";
