import type { KnownNames } from "../derive/known-names.ts";
import type { DataSanitizer } from "../job-tracker.ts";
import { findPersonal } from "../sanitize/find-personal.ts";
import { makeSanitizer } from "../sanitize/make-sanitizer.ts";

/** The sanitizer for single texts and records. `known` are the person's own people and companies as last read. */
export function makeDataSanitizer(known: () => KnownNames): DataSanitizer {
  return {
    find: (text, level) => findPersonal(text, { level, known: known() }),
    sanitizeText: (text, sanitization) =>
      makeSanitizer(sanitization, { known: known() }).cleanText(text),
    sanitizeRecord: (kind, record, sanitization) =>
      makeSanitizer(sanitization, { known: known() }).clean(kind, record),
  };
}
