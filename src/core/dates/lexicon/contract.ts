/**
 * The words of one language that say dates. Data only: rules know roles, never words.
 * Alternatives stand between bars; a form may have several words. Forms are folded (no accents).
 */

/** Value of a role → its forms. */
export type Forms = Readonly<Record<string, string>>;

export type WordRole =
  | "since"
  | "after"
  | "before"
  | "until"
  | "onward"
  | "onwardFrom"
  | "backward"
  | "starting"
  | "ending"
  | "to"
  | "and"
  | "between"
  | "from"
  | "of"
  | "the"
  | "on"
  | "ago"
  | "agoBefore"
  | "hence"
  | "in"
  | "rest"
  | "toDate"
  | "older"
  | "newer"
  | "more"
  | "less"
  | "old"
  | "earlier"
  | "later"
  | "half"
  | "dayWord"
  | "yearWord"
  | "weekOf"
  | "monthDay"
  | "ofMonth"
  | "whole"
  | "beforeDay"
  | "onDay"
  | "theDay"
  | "fromOn"
  | "dayAfter"
  | "dayBefore"
  | "every"
  | "other"
  | "once"
  | "per"
  | "at"
  | "am"
  | "pm"
  | "oclock"
  | "change"
  | "changes"
  | "changeWhen"
  | "changeWhat"
  | "except"
  | "oneInTwo"
  | "oneYes"
  | "oneNo"
  | "lasting"
  | "often"
  | "twice"
  | "always";

export interface LexiconData {
  /** Reading order of 3/4/2025. */
  readonly order: "mdy" | "dmy";
  /** Sign between day and month that needs no further proof: 22-4. */
  readonly dayMonthSign?: string;
  readonly numbers: Forms;
  /** Tens and units in one word: "eenentwintig" (joint, joint after e) or "ventuno" (tens first). */
  readonly glued?: { readonly join: string; readonly after: string; readonly tensFirst?: boolean };
  /** Beginnings of years in one or two words: "2000" → "tweeduizend". */
  readonly centuries?: Forms;
  /** Ending of ordinals made of glued numbers. */
  readonly ordinalGlue?: string;
  /** Tens that take a unit: "twenty" + "one". */
  readonly tens: Forms;
  readonly hundred?: string;
  /** "900" → "novecientos". */
  readonly hundreds?: Forms;
  readonly thousand?: string;
  readonly ordinals: Forms;
  /** Ordinals that may name a month: "der siebte vierte". */
  readonly ordinalMonths?: Forms;
  /** "Monatsletzter". */
  readonly lastOfMonth?: string;
  /** Endings of ordinals in digits: "st", "º". */
  readonly ordinalEndings: string;
  readonly months: Forms;
  readonly weekdays: Forms;
  /** Forms that say every such day: "mondays", "montags". */
  readonly weekdaysEvery: Forms;
  readonly units: Forms;
  /** -1 last, 0 this, 1 next, 2 the one after next. */
  readonly shifts: Forms;
  /** The same, standing after the noun; a tilde marks forms that may mean a rolling window. */
  readonly shiftsAfter?: Forms;
  /** "year" → "ytd". */
  readonly toDates?: Forms;
  /** "end year" → "eoy". */
  readonly partsOf?: Forms;
  /** Whole words for a shifted unit, "-1 month": "vormonat". */
  readonly shiftedUnits?: Forms;
  /** Offset from today → "yesterday". */
  readonly days: Forms;
  /** early, mid, late as adjectives; start, middle, end as nouns. */
  readonly parts: Forms;
  readonly holidays: Forms;
  readonly seasons: Forms;
  /** Said, understood, not supported: fiscal years, movable feasts. */
  readonly unsupported: string;
  readonly quarterLetters: string;
  readonly halfLetters: string;
  readonly weekLetters: string;
  /** Forms that are dates only beside another date word or a preposition: "may", "sat". */
  readonly weak: string;
  /** Words before a bare number that make it an amount. */
  readonly amounts: string;
  /** Words after a bare number that make it an amount. */
  readonly money: string;
  /** Words before which a bare "the 2nd" or a year may still end: none is an object. */
  readonly words: Readonly<Partial<Record<WordRole, string>>>;
  /** Phrases that look like dates and are none. */
  readonly blocked: string;
  /** Nouns after which "monthly" says an amount, not a schedule. */
  readonly pay: string;
  /** "daily 1" → "daily|everyday". */
  readonly frequencies: Forms;
  /** An exclamation mark: says the time of day without a preposition ("mornings", "morgens"). */
  readonly dayParts: Forms;
  /** "12:00" → "noon". */
  readonly clock: Forms;
  /** Minutes added by a phrase before an hour: "30" → "half past", "-30" → "halb". */
  readonly clockBefore?: Forms;
  /** The same behind an hour: "30" → "y media". */
  readonly clockAfter?: Forms;
  /** Longer words that may be misspelt are corrected to these, unless listed here. */
  readonly notTypos: string;
}
