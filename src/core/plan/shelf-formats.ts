import type { ParseResult, SaidFormat, Span } from "../request/request.ts";
import { nameLeavePack, type LeaveLayout } from "./leave-words.ts";

/** Formats beyond the request contract: the parser has no words for them, the items on the shelf have. */
const beyond: readonly SaidFormat[] = [
  "docx",
  "vcard",
  "notes",
  "huntr",
  "reactiveresume",
  "jobsync",
  "notion",
  "googlesheets",
  "airtable",
  "jsonresume",
];

export type WordsOfFormats = Readonly<Record<string, LeaveLayout | undefined>>;
interface Named {
  readonly id: SaidFormat;
  readonly span: Span;
}

/**
 * Names formats by the words on the shelf, but only where the parser found no use for them: words without
 * effect, or a format it called unavailable. "As docx" is then no question any more.
 */
export function nameShelfFormats(
  text: string,
  read: ParseResult,
  shelf: WordsOfFormats,
): ParseResult {
  const parsed = nameLeavePack(text, read, shelf);
  const open = [...parsed.unused, ...parsed.questions.filter(isUnsupported).flatMap(spanOf)];
  const named = beyond.flatMap((id) => findWords(text, id, shelf[id]?.words ?? [], open));
  if (named.length === 0) return parsed;
  const taken = (span: Span): boolean => named.some((one) => overlap(one.span, span));
  // "Markdown vault" is one name: the format that stood for a part of it gives way.
  const replaced = parsed.evidence.filter(
    ({ path, span }) => path === "formats" && span !== undefined && taken(span),
  );
  const gone = new Set(replaced.map(({ value }) => value));
  const kept = (parsed.said.formats ?? []).filter((format) => !gone.has(format));
  return {
    ...parsed,
    said: { ...parsed.said, formats: [...new Set([...kept, ...named.map(({ id }) => id)])] },
    evidence: [
      ...parsed.evidence.filter((one) => !replaced.includes(one)),
      ...named.map(({ id, span }) => ({
        path: "formats",
        span,
        text: text.slice(...span),
        value: id,
        confidence: 0.9,
        via: "lexicon" as const,
      })),
    ],
    unused: parsed.unused.filter((span) => !taken(span)),
    questions: parsed.questions.filter(
      (question) => !isUnsupported(question) || !spanOf(question).some(taken),
    ),
  };
}

function isUnsupported({ code }: { readonly code: string }): boolean {
  return code === "format.unsupported";
}

function spanOf({ span }: { readonly span?: Span }): readonly Span[] {
  return span === undefined ? [] : [span];
}

function overlap([from, to]: Span, [otherFrom, otherTo]: Span): boolean {
  return from < otherTo && otherFrom < to;
}

function findWords(
  text: string,
  id: SaidFormat,
  words: readonly string[],
  open: readonly Span[],
): readonly Named[] {
  const longest = [...words].sort((a, b) => b.length - a.length);
  for (const word of longest) {
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`, "iu");
    const at = pattern.exec(text)?.index;
    if (at === undefined) continue;
    const span: Span = [at, at + word.length];
    if (open.some((one) => overlap(one, span))) return [{ id, span }];
  }
  return [];
}
