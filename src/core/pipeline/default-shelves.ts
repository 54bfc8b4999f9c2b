import * as containers from "../containers/registry.ts";
import * as formats from "../formats/registry.ts";
import { loadLists } from "../names/lists.ts";
import { makeSanitizer } from "../sanitize/make-sanitizer.ts";
import { levelOf } from "../sanitize/sanitization.ts";
import type { Shelves } from "./shelves.ts";

/** Everything that stands on the shelves of the app. */
export const defaultShelves: Shelves = {
  formats,
  containers,
  makeSanitizer: async (sanitization, context) => {
    await loadLists(levelOf(sanitization));
    return makeSanitizer(sanitization, context);
  },
};
