/** The sanitizer with its rules and lists: one chunk, loaded when a plan asks for it. */
export { loadLists } from "../names/lists.ts";
export { findPersonal } from "./find-personal.ts";
export { makeSanitizer } from "./make-sanitizer.ts";
