import type { KindId } from "../records/any-kind.ts";
import { kindIds } from "../records/any-kind.ts";
import type { Evidence, ParseResult, SaidFormat, SaidRequest, Span } from "../request/request.ts";

/** A layout for leaving, as the shelf has it. */
export interface LeaveLayout {
  readonly words: readonly string[];
  readonly program?: string;
  readonly refuses?: (kindId: KindId) => string | undefined;
}

interface Found {
  readonly id: SaidFormat;
  /** From the first word of the phrase to the last letter of the program's name. */
  readonly span: Span;
}

/** "Pack for …", "leave for …", "move to …": words that make of a name the program one leaves for. */
const toLeave =
  "(?:(?:leave|leaving|move|moving|migration|umzugs?)[- ]?)?(?:pack(?:age|et)?|paket|paquete?|pacote|leave|leaving|move(?: (?:everything|all))?|moving|switch|migrate|umziehen|wechseln|import(?:ing)?)";
const forWord = "(?:for|to|into|für|zu|nach|pour|vers|para|a|al)";

/**
 * "Pack for Notion" names a layout whatever else its words could mean, and takes what that layout takes
 * when no record was named. A bare "for Notion" stays what the parser made of it: a company may be called so.
 */
export function nameLeavePack(
  text: string,
  parsed: ParseResult,
  shelf: Readonly<Record<string, LeaveLayout | undefined>>,
): ParseResult {
  const found = findPack(text, shelf);
  if (found === undefined) return parsed;
  const { id, span } = found;
  const isInside = (one: Evidence): boolean => one.span !== undefined && overlap(one.span, span);
  const evidence = [
    ...parsed.evidence.filter((one) => !isInside(one)),
    {
      path: "formats",
      span,
      text: text.slice(...span),
      value: id,
      confidence: 0.95,
      via: "lexicon" as const,
    },
  ];
  return {
    ...parsed,
    said: withLayout(parsed.said, parsed.evidence.filter(isInside), id, shelf[id]),
    evidence,
    unused: parsed.unused.filter((one) => !overlap(one, span)),
    questions: parsed.questions.filter(
      ({ code, span: at }) =>
        code !== "scope.missing" && code !== "format.unsupported" && !(at && overlap(at, span)),
    ),
  };
}

function withLayout(
  said: SaidRequest,
  misread: readonly Evidence[],
  id: SaidFormat,
  layout: LeaveLayout | undefined,
): SaidRequest {
  const gone = new Set(misread.map(({ path }) => path.split(".")[0]));
  const { entities, filters, audience, template, ...rest } = said;
  const kept = gone.has("entities") ? undefined : entities;
  const refuses = layout?.refuses;
  const include =
    refuses === undefined ? "all" : kindIds.filter((kind) => refuses(kind) === undefined);
  return {
    ...rest,
    intent: said.intent === "none" ? "export" : said.intent,
    formats: [id],
    entities: kept ?? { include },
    ...(filters !== undefined && !gone.has("filters") && { filters }),
    ...(audience !== undefined && !gone.has("audience") && { audience }),
    ...(template !== undefined && !gone.has("template") && { template }),
  };
}

function findPack(
  text: string,
  shelf: Readonly<Record<string, LeaveLayout | undefined>>,
): Found | undefined {
  for (const [id, layout] of Object.entries(shelf)) {
    if (layout?.program === undefined) continue;
    for (const word of layout.words) {
      const pattern = new RegExp(
        String.raw`(?<![\p{L}\p{N}])${toLeave}\s+${forWord}\s+${word}(?![\p{L}\p{N}])`,
        "iu",
      );
      const match = pattern.exec(text);
      if (match !== null) {
        return { id: id as SaidFormat, span: [match.index, match.index + match[0].length] };
      }
    }
  }
  return undefined;
}

function overlap([from, to]: Span, [otherFrom, otherTo]: Span): boolean {
  return from < otherTo && otherFrom < to;
}
