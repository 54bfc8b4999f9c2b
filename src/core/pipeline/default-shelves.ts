import * as containers from "../containers/registry.ts";
import * as formats from "../formats/registry.ts";
import { levelOf } from "../sanitize/sanitization.ts";
import type { Shelves } from "./shelves.ts";

/** Everything that stands on the shelves of the app. */
export const defaultShelves: Shelves = {
  formats,
  containers,
  makeSanitizer: async (sanitization, context) => {
    const { loadLists, makeSanitizer } = await import("../sanitize/sanitizer-chunk.ts");
    await loadLists(levelOf(sanitization));
    return makeSanitizer(sanitization, context);
  },
};
