import type { KnownNames } from "../derive/known-names.ts";
import type { DataSanitizer } from "../job-tracker.ts";
import type { Parts } from "./parts.ts";

/** The sanitizer for single texts and records. `known` are the person's own people and companies as last read. */
export function makeDataSanitizer(parts: Parts, known: () => KnownNames): DataSanitizer {
  return {
    find: (text, level) => parts.sanitizer.findPersonal(text, { level, known: known() }),
    sanitizeText: (text, sanitization) =>
      parts.sanitizer.makeSanitizer(sanitization, { known: known() }).cleanText(text),
    sanitizeRecord: (kind, record, sanitization) =>
      parts.sanitizer.makeSanitizer(sanitization, { known: known() }).clean(kind, record),
  };
}
