import type { KnownNames } from "../derive/known-names.ts";
import type { DataSanitizer } from "../job-tracker.ts";
import { withOwnPrivacy, type OwnPrivacy } from "../sanitize/own-privacy.ts";
import type { Parts } from "./parts.ts";

/** The person's own people, companies, rules and kept words as last read. */
export interface OwnThings {
  readonly known: KnownNames;
  readonly privacy: OwnPrivacy;
}

/** The sanitizer for single texts and records. */
export function makeDataSanitizer(parts: Parts, own: OwnThings): DataSanitizer {
  return {
    find(text, level) {
      const sanitization = withOwnPrivacy({ level }, own.privacy);
      return parts.sanitizer.findPersonal(text, { level, sanitization, known: own.known });
    },
    sanitizeText: (text, sanitization) =>
      parts.sanitizer
        .makeSanitizer(withOwnPrivacy(sanitization, own.privacy), { known: own.known })
        .cleanText(text),
    sanitizeRecord: (kind, record, sanitization) =>
      parts.sanitizer
        .makeSanitizer(withOwnPrivacy(sanitization, own.privacy), { known: own.known })
        .clean(kind, record),
  };
}
