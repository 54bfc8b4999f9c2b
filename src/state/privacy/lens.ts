import type { JobTracker } from "../../core/job-tracker.ts";
import { findKind, type KindId } from "../../core/records/any-kind.ts";
import { recordDate } from "../../core/records/record-date.ts";
import type { AnyRecord } from "../../core/records/stored-record.ts";
import type { Level } from "../../core/request/request.ts";

/** A text of the person's own to look at through the lens. */
export interface LensText {
  readonly id: string;
  readonly kind: KindId;
  readonly title: string;
  readonly date?: string;
  readonly text: string;
}
/** A piece of a paragraph: plain, or the hit with this number. */
export interface LensPiece {
  readonly before: string;
  readonly after: string;
  readonly hit?: number;
}
export interface LensHit {
  readonly text: string;
  readonly replacement: string;
  readonly type: string;
  /** Id of the rule that found it, or a name for what was given. */
  readonly rule: string;
  readonly certain: boolean;
}
export interface LensView {
  readonly paragraphs: readonly (readonly LensPiece[])[];
  readonly hits: readonly LensHit[];
}

const isLong = (type: string): boolean => type === "long-text" || type === "messages";

function messagesOf(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return (value as readonly { readonly author?: string; readonly text?: string }[])
    .map(({ author, text = "" }) => (author === undefined ? text : `${author}:\n${text}`))
    .join("\n\n");
}

/** What a person would recognise of a record: its telling short fields in lines, then its texts. */
function textOf(kind: KindId, record: AnyRecord): string {
  const fields = Object.entries(findKind(kind).fields).filter(
    ([name, { sensitivity }]) =>
      sensitivity !== "plain" && name !== "extra" && record[name] !== undefined,
  );
  const lines = fields.flatMap(([name, { label, type }]) => {
    const value = record[name];
    return !isLong(type) && typeof value === "string" && value !== "" ? [`${label}: ${value}`] : [];
  });
  const texts = fields.flatMap(([name, { type }]) => {
    const value = record[name];
    const text = type === "messages" ? messagesOf(value) : value;
    return isLong(type) && typeof text === "string" && text !== "" ? [text] : [];
  });
  return [...(lines.length === 0 ? [] : [lines.join("\n")]), ...texts].join("\n\n");
}

const lensKinds: readonly KindId[] = [
  "conversations",
  "applications",
  "interviews",
  "contacts",
  "memories",
];

/** The longest texts of each kind, up to `most` in all: what people paste in is what leaks. */
export async function readLensTexts(
  records: JobTracker["records"],
  most = 60,
): Promise<readonly LensText[]> {
  const all: LensText[] = [];
  for (const kind of lensKinds) {
    const list = await records.list(kind, { limit: 400 });
    const own = list
      .map((record): LensText => {
        const date = recordDate(findKind(kind), record);
        const title = findKind(kind).title(record);
        return {
          id: record.id,
          kind,
          title,
          text: textOf(kind, record),
          ...(date === undefined ? {} : { date }),
        };
      })
      .filter(({ text }) => text.trim() !== "")
      .toSorted((a, b) => b.text.length - a.text.length);
    all.push(...own.slice(0, Math.ceil(most / lensKinds.length)));
  }
  return all;
}

/** A text before and after a level, hit by hit, in paragraphs of equal count on both sides. */
export function lookThrough(
  text: string,
  level: Level,
  sanitizer: Pick<JobTracker["sanitizer"], "find">,
  keep: readonly string[],
): LensView {
  const kept = new Set(keep.map((word) => word.toLocaleLowerCase()));
  const finds =
    level === "none" || text === ""
      ? []
      : sanitizer
          .find(text, level)
          .filter(({ start, end }) => !kept.has(text.slice(start, end).toLocaleLowerCase()))
          .toSorted((a, b) => a.start - b.start);
  const hits: LensHit[] = [];
  const pieces: LensPiece[] = [];
  let at = 0;
  for (const { start, end, replacement, type, rule, certain } of finds) {
    if (start < at) continue;
    if (start > at) pieces.push({ before: text.slice(at, start), after: text.slice(at, start) });
    pieces.push({ before: text.slice(start, end), after: replacement, hit: hits.length });
    hits.push({ text: text.slice(start, end), replacement, type, rule, certain });
    at = end;
  }
  if (at < text.length) pieces.push({ before: text.slice(at), after: text.slice(at) });
  return { paragraphs: intoParagraphs(pieces), hits };
}

function intoParagraphs(pieces: readonly LensPiece[]): readonly (readonly LensPiece[])[] {
  const paragraphs: LensPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.hit !== undefined) {
      paragraphs.at(-1)?.push(piece);
      continue;
    }
    piece.before.split(/\n{2,}/u).forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      if (part !== "") paragraphs.at(-1)?.push({ before: part, after: part });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
