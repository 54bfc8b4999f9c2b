import { canonicalise } from "./canonical.ts";
import type { SaidRequest } from "./request.ts";
import { phraseBook, type PhraseBook } from "./wording/phrase-book.ts";
import { saySchedule } from "./wording/schedule-phrases.ts";
import { sayDates, sayFilters, sayItems, sayScope } from "./wording/scope-phrases.ts";
import {
  sayAudience,
  sayBaseline,
  sayDestination,
  sayEncryption,
  sayFields,
  sayFileName,
  sayFormats,
  sayGroup,
  sayPrivacy,
  saySort,
  sayTemplate,
} from "./wording/shape-phrases.ts";

type Say = (said: SaidRequest, book: PhraseBook) => readonly string[];

/** How each slot is put into words; chip edits ask for one slot at a time. */
export const slotPhrases: Readonly<Partial<Record<keyof SaidRequest, Say>>> = {
  entities: (said, book) => [sayScope(said, book)],
  limit: (said, book) => [sayScope(said, book)],
  items: sayItems,
  filters: sayFilters,
  when: sayDates,
  formats: sayFormats,
  fields: sayFields,
  sort: saySort,
  group: sayGroup,
  privacy: sayPrivacy,
  encryption: sayEncryption,
  template: sayTemplate,
  audience: sayAudience,
  destination: sayDestination,
  baseline: sayBaseline,
  schedule: saySchedule,
  fileName: sayFileName,
};

/** Slots behind the scope, in the order they are written. */
const tail: readonly Say[] = [
  sayBaseline,
  sayFormats,
  sayFields,
  saySort,
  sayGroup,
  sayPrivacy,
  sayEncryption,
  sayTemplate,
  sayAudience,
  sayDestination,
  sayFileName,
  saySchedule,
];

/** One plain sentence that reads back as the same request. */
export function writeSentence(request: SaidRequest, language: string): string {
  const said = canonicalise(request);
  const book = phraseBook(language);
  const head = [sayIntent(said, book), sayBase(said, book)];
  const scope = [
    sayScope(said, book),
    ...sayItems(said, book),
    ...sayFilters(said, book),
    ...sayDates(said, book),
  ];
  const first = [...head, ...scope].filter((part) => part !== "").join(" ");
  const rest = tail.flatMap((say) => [...say(said, book)]);
  return [first, ...rest].filter((part) => part !== "").join(book.find("join", "comma") ?? ", ");
}

function sayIntent(said: SaidRequest, book: PhraseBook): string {
  const { intent, target, op, base, template } = said;
  const named = typeof base === "object" && "name" in base ? base.name : undefined;
  if (intent === "list") return book.say("intent", `list.${target ?? "history"}`);
  if (intent === "schedule" && op !== undefined && named !== undefined) {
    return book.say("op", op, { name: named });
  }
  if (intent === "template" && typeof template === "object") {
    return book.say(op === "delete" ? "template.delete" : "template.save", "", template);
  }
  const wanted =
    intent === "answer" || intent === "confirm" || intent === "deny" ? "export" : intent;
  return book.say("intent", wanted);
}

function sayBase({ base, op }: SaidRequest, book: PhraseBook): string {
  if (base === undefined || op !== undefined) return "";
  if (typeof base === "string") return book.say("base", base);
  if ("id" in base) return book.say("base", "id", { id: base.id });
  return "name" in base ? book.say("base", "name", { name: base.name }) : "";
}
