import type { Sanitizer, SanitizerContext } from "../sanitize/make-sanitizer.ts";
import type { Sanitization } from "../sanitize/sanitization.ts";

/** Makes the one sanitizer of a run, once its word lists are there: its pseudonyms are this export's. */
export type MakeSanitizer = (
  sanitization: Sanitization,
  context: SanitizerContext,
) => Promise<Sanitizer>;

/** True when something is to be removed or replaced. */
export function isSanitizing(sanitization: Sanitization): boolean {
  const { level, hide = [], hideFields = [], ownWords = [], ownRules = [] } = sanitization;
  return (
    level !== "none" || hide.length + hideFields.length + ownWords.length + ownRules.length > 0
  );
}

/** Files cannot be cleaned: their bytes stay here from the level "moderate" on, and when files are hidden. */
export function mayCarryFiles({ level, hide = [] }: Sanitization): boolean {
  return (level === "none" || level === "basic") && !hide.includes("document");
}
