import { applyEdits } from "./apply-edits.ts";
import { sameRequest } from "./canonical.ts";
import { spansBySlot } from "./evidence.ts";
import { parseRequest } from "./parse-request.ts";
import type { Edit, ParseContext, ParseResult, SaidRequest, Span } from "./request.ts";
import { phraseBook } from "./wording/phrase-book.ts";
import { nameFormats } from "./wording/shape-phrases.ts";
import { slotPhrases, writeSentence } from "./write-sentence.ts";

/**
 * Rewrites a sentence after chip edits: each changed slot where its words stand, a new one at the
 * end. The result is read back; when it would not say exactly the edited request, a plain sentence
 * is written instead.
 */
export function editSentence(
  text: string,
  result: ParseResult,
  edits: readonly Edit[],
  context: ParseContext,
): string {
  const wanted = applyEdits(result.said, edits);
  const slots = [...new Set(edits.map((edit) => edit.path.split(".")[0] ?? ""))];
  const edited = slots.reduce(
    (now, slot) => rewriteSlot(now, slot as keyof SaidRequest, wanted, result.language, context),
    text,
  );
  return says(edited, wanted, context) ? edited : writeSentence(wanted, result.language);
}

function says(text: string, wanted: SaidRequest, context: ParseContext): boolean {
  return sameRequest(parseRequest(text, context).said, wanted);
}

/** Puts the phrases of one slot in the place of its first span; other spans of the slot go. */
function rewriteSlot(
  text: string,
  slot: keyof SaidRequest,
  wanted: SaidRequest,
  language: string,
  context: ParseContext,
): string {
  const say = slotPhrases[slot];
  if (say === undefined) return text;
  const book = phraseBook(language);
  const comma = book.find("join", "comma") ?? ", ";
  const phrase = say(wanted, book).join(comma);
  const named = slot === "formats" ? nameFormats(wanted, book).join(comma) : phrase;
  const { evidence } = parseRequest(text, context);
  const spans = spansBySlot(text, evidence)[slot] ?? [];
  const [first, ...rest] = spans;
  if (first === undefined)
    return phrase === "" ? text : `${text.replace(/[\s.!?,;]+$/, "")}${comma}${phrase}`;
  let out = text;
  for (const span of [...rest].reverse()) out = cut(out, span);
  return phrase === "" ? cut(out, first) : out.slice(0, first[0]) + named + out.slice(first[1]);
}

/** Removes a span and the comma or blank it leaves behind. */
function cut(text: string, [start, end]: Span): string {
  const before = text.slice(0, start).replace(/[\s,;]+$/, "");
  const after = text.slice(end).replace(/^[\s,;]+/, "");
  if (before === "" || after === "") return before + after;
  const joint = /^[\s]*[,;]/.test(text.slice(end)) || /[,;]\s*$/.test(text.slice(0, start));
  return `${before}${joint ? "," : ""} ${after}`;
}
