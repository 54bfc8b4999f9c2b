import type { FieldType } from "../records/field.ts";
import type { FoundSpan } from "./find-personal.ts";
import type { KnownMatcher } from "./known-names.ts";
import type { Desk } from "./make-sanitizer.ts";
import { isHidden } from "./hidden-fields.ts";
import { labelOf } from "./pii-types.ts";
import { reaches, levelOf } from "./sanitization.ts";

export interface ValueCase {
  /** Key of an unknown field: a label of its value (`{"dob": …}` is a keyed field). */
  readonly label: string | undefined;
  readonly type: FieldType;
  readonly extra: KnownMatcher | undefined;
}

/** Parts of messages and stages that are written by nobody. */
const structure: ReadonlySet<string> = new Set([
  "id",
  "role",
  "status",
  "at",
  "sent_at",
  "attachments",
]);
const deepest = 40;

/** Cleans strings wherever they are nested. Numbers stay unless their key says what they are. */
export function cleanValue(desk: Desk, value: unknown, one: ValueCase, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (typeof value === "string") return cleanText(desk, value, one);
  if (typeof value === "number") return cleanNumber(desk, value, one);
  if (Array.isArray(value)) return value.map((item) => cleanValue(desk, item, one, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const parts = one.type === "messages" || one.type === "stages";
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (isHidden(desk.sanitization, "", key, undefined)) continue;
    if (parts && structure.has(key)) out[key] = item;
    else if (parts && key === "author") out[key] = cleanAuthor(desk, item, one);
    else
      out[parts ? key : freeKey(out, cleanKey(desk, key))] = cleanValue(
        desk,
        item,
        { ...one, label: parts ? undefined : key },
        depth + 1,
      );
  }
  // settings: {key: "api_token", value: "…"} — the key labels the value beside it.
  return out;
}

function cleanKey(desk: Desk, key: string): string {
  return desk.replace(key, desk.find(key));
}

/** Two keys that are cleaned to the same word must not overwrite each other. */
function freeKey(out: Readonly<Record<string, unknown>>, key: string): string {
  let free = key;
  for (let i = 2; Object.hasOwn(out, free); i += 1) free = `${key} ${String(i)}`;
  return free;
}

function cleanText(desk: Desk, text: string, one: ValueCase): string {
  if (text === "") return text;
  const finds =
    one.label === undefined
      ? desk.find(text, one.extra)
      : findLabelled(desk, one.label, text, one.extra);
  return finds.length === 0 ? text : desk.replace(text, finds);
}

/** Finds of a value together with those that only its key gives away. */
function findLabelled(
  desk: Desk,
  label: string,
  text: string,
  extra: KnownMatcher | undefined,
): readonly FoundSpan[] {
  const alone = desk.find(text, extra);
  if (label === "" || text.length > 400) return alone;
  const head = `${label}: `;
  const keyed = desk
    .find(head + text, extra)
    .filter((find) => find.end > head.length)
    .map((find) => ({
      ...find,
      start: Math.max(0, find.start - head.length),
      end: find.end - head.length,
    }));
  const covered = keyed.reduce((sum, find) => sum + find.end - find.start, 0);
  return covered >= alone.reduce((sum, find) => sum + find.end - find.start, 0) ? keyed : alone;
}

function cleanNumber(desk: Desk, value: number, one: ValueCase): unknown {
  if (one.label === undefined) return value;
  const text = String(value);
  const finds = findLabelled(desk, one.label, text, undefined).filter(
    (find) => find.strength === "keyed",
  );
  return finds.length === 0 ? value : desk.replace(text, finds);
}

function cleanAuthor(desk: Desk, author: unknown, one: ValueCase): unknown {
  if (typeof author !== "string" || author === "") return author;
  if (!reaches(levelOf(desk.sanitization), "strict")) {
    return desk.sanitization.hide?.includes("name") === true
      ? labelOf("name")
      : cleanText(desk, author, one);
  }
  if (
    desk.sanitization.keep?.includes("name") === true ||
    /^(?:user|assistant|system|me|you|bot)$/i.test(author)
  )
    return author;
  desk.note("PERSON", author);
  return desk.sanitization.pseudonyms === false ? labelOf("name") : desk.pseudonyms.person(author);
}
