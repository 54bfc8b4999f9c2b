import { fail } from "../failure.ts";
import type { AnyRecord, StoredRecord } from "../records/stored-record.ts";
import { checkExpression } from "./check-expression.ts";
import { brandClean, type CleanRow } from "./clean-row.ts";
import { cleanRecord } from "./clean-record.ts";
import { findWith, makeFinder, type FoundSpan, type Finder } from "./find-personal.ts";
import { KnownMatcher, type KnownNames } from "./known-names.ts";
import { Pseudonyms } from "./pseudonyms.ts";
import { isKept, isKeptSomewhere } from "./own-rules.ts";
import { replaceFinds, standIn } from "./replace.ts";
import { rescanText, type RescanHit } from "./rescan.ts";
import { reaches, type Sanitization } from "./sanitization.ts";

export interface SanitizerContext {
  /** The person's own contacts, interviewers and companies. */
  readonly known: KnownNames;
  /** Key of this export for pseudonyms, 32 random bytes; dropped afterwards. */
  readonly key?: Uint8Array;
  /** BCP 47 primary tag. */
  readonly language?: string;
  /** With `clock`: a record that takes longer stops the export. */
  readonly maxMsPerRecord?: number;
  /** Milliseconds from any origin. */
  readonly clock?: () => number;
}

export interface Sanitizer {
  readonly sanitization: Sanitization;
  /** One record as it may leave. Throws `sanitizing-failed`. */
  clean(kindId: string, record: StoredRecord | AnyRecord): CleanRow;
  cleanText(text: string): string;
  /** A part of a file name: cleaned, and without characters that a name may not hold. */
  cleanName(part: string): string;
  /** How often something of each type was replaced. */
  readonly counts: ReadonlyMap<string, number>;
  /** Replaced values that must not stand in the finished file. */
  originals(): Iterable<string>;
  /** Looks at finished text again: rule hits and originals in any encoding. */
  rescan(text: string): readonly RescanHit[];
}

/** What one export's cleaning shares: see `clean-record.ts`. */
export interface Desk {
  readonly sanitization: Sanitization;
  readonly pseudonyms: Pseudonyms;
  /** Finds of a text; `extra` knows names of the same record. */
  find(text: string, extra?: KnownMatcher): readonly FoundSpan[];
  replace(text: string, finds: readonly FoundSpan[]): string;
  /** Remembers that a whole value was replaced. */
  note(type: string, value: string): void;
}

/** A stored expression that cannot run would hide nothing without a word: the export stops instead. */
function refuseUnsafe({ ownRules = [] }: Sanitization): void {
  const unsafe = ownRules.find(({ expression }) => !checkExpression(expression).safe);
  if (unsafe) fail({ code: "sanitizing-failed", rule: unsafe.label });
}

/** Await `loadLists(level)` first: at strict the word lists have to be there. */
export function makeSanitizer(sanitization: Sanitization, context: SanitizerContext): Sanitizer {
  refuseUnsafe(sanitization);
  const desk = makeDesk(sanitization, context);
  const raw =
    sanitization.level === "none" &&
    !sanitization.hide?.length &&
    !sanitization.hideFields?.length &&
    !sanitization.ownRules?.length &&
    !sanitization.ownWords?.length;
  const cleanText = (text: string): string => (raw ? text : desk.replace(text, desk.find(text)));
  return {
    sanitization,
    counts: desk.counts,
    cleanText,
    clean: (kindId, record) =>
      raw
        ? brandClean({ ...record })
        : timed(context, () => {
            desk.record = record.id;
            return cleanRecord(desk, kindId, record);
          }),
    cleanName: (part) =>
      cleanText(part)
        .replace(/[[\]]/g, "")
        .replace(/[\\/:*?"<>|]|\p{Cc}/gu, "-")
        .trim(),
    originals: () => desk.originals.values(),
    rescan: (text) => (raw ? [] : rescanText(text, desk.finder, desk.originals)),
  };
}

type FullDesk = Desk & {
  /** Id of the record in hand, for words that are kept in one record only. */
  record: string;
  readonly counts: Map<string, number>;
  readonly originals: Set<string>;
  readonly finder: ReturnType<typeof makeFinder>;
};

function makeDesk(sanitization: Sanitization, context: SanitizerContext): FullDesk {
  const { known, key, language } = context;
  const finder = makeFinder({
    level: sanitization.level,
    known,
    sanitization,
    ...(language === undefined ? {} : { language }),
  });
  const pseudonyms = new Pseudonyms(key);
  for (const name of known.people) pseudonyms.learnPerson(name);
  const counts = new Map<string, number>();
  const originals = new Set<string>();
  const inText = textPseudonyms(sanitization);
  const note = (type: string, value: string): void => {
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (isTelling(type, value) && !isKeptSomewhere(value, sanitization)) originals.add(value);
  };
  const write = (find: FoundSpan, value: string): string => {
    if (isKept(value, sanitization, desk.record)) return value;
    note(find.type, find.certain || find.strength === "keyed" ? value : "");
    return standIn(find, value, inText(find) ? pseudonyms : undefined);
  };
  const desk: FullDesk = {
    sanitization,
    record: "",
    finder,
    pseudonyms,
    counts,
    originals,
    note,
    find: remember(finder),
    replace: (text, finds) => replaceFinds(text, finds, write),
  };
  return desk;
}

/** Strings of one record are asked about twice: what was found without its own names is kept for a while. */
function remember(finder: Finder): Desk["find"] {
  const found = new Map<string, readonly FoundSpan[]>();
  return (text, extra) => {
    // With names of the record the text is read again, but only where one of them stands.
    if (extra && extra.find(text).length > 0) return findWith(finder, text, extra);
    const known = found.get(text);
    if (known) return known;
    if (found.size > 64) found.clear();
    const finds = findWith(finder, text);
    found.set(text, finds);
    return finds;
  };
}

/** At strict the known names are pseudonyms unless the user said no; other finds only when asked for. */
function textPseudonyms(sanitization: Sanitization): (find: FoundSpan) => boolean {
  const strict = reaches(
    sanitization.level === "custom" ? (sanitization.base ?? "basic") : sanitization.level,
    "strict",
  );
  return (find) =>
    sanitization.pseudonyms === true ||
    (sanitization.pseudonyms !== false && strict && find.rule === "known" && find.certain);
}

/** Values that mean nothing by themselves would be found everywhere: no use in a second look. */
function isTelling(type: string, value: string): boolean {
  if (value.length < 5) return false;
  if (type === "PERSON" || type === "ORGANIZATION") return /\S\s+\S/.test(value);
  if (type === "SECRET") return value.length >= 8 && !/^[a-z]+$/i.test(value);
  return [
    "EMAIL",
    "PHONE",
    "IBAN",
    "CREDIT_CARD",
    "NATIONAL_ID",
    "TAX_ID",
    "PASSPORT",
    "OWN",
  ].includes(type);
}

function timed(context: SanitizerContext, work: () => CleanRow): CleanRow {
  const { clock, maxMsPerRecord } = context;
  if (!clock || maxMsPerRecord === undefined) return work();
  const from = clock();
  const row = work();
  if (clock() - from > maxMsPerRecord) fail({ code: "sanitizing-failed", rule: "time" });
  return row;
}
