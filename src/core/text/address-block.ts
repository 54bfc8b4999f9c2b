import { bit } from "../names/word-classes.ts";
import { bitsOf, phraseHash } from "../names/word-table.ts";
import { foldWord } from "../sanitize/fold.ts";
import { hashWord } from "./hash.ts";
import { codeAndPlace } from "./streets.ts";

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const place = bit.city | bit.country | bit.state;
const partWord =
  /^(?:apt|suite|ste|unit|flat|floor|building|box|apo|fpo|dpo|nan|cedex|county|of|the|and|de|la|republic|north|south|east|west|upon|sur|am|an|der|im|bei|st)$/i;

/** What the lists say of a name of up to four words. */
export function isPlaceName(name: string): boolean {
  const words = name
    .split(/[\s'’-]+/)
    .filter((word) => word !== "")
    .map((word) => hashWord(foldWord(word)));
  if (words.length === 0 || words.length > 5) return false;
  const hash = words.length === 1 ? (words[0] ?? 0) : phraseHash(words);
  return (bitsOf(hash) & place) !== 0;
}

/** "2. tv", "3º izq", "1. OG": floor and door. */
const floor =
  /^\d{1,2}[.ºª°]? ?(?:tv|th|mf|sal|og|eg|etage|stock|piso|izq|dcha|dto|esq|andar|floor|étage)\b.{0,8}$/i;

/** A segment between commas or line breaks that can be a part of an address: place, region, code, country, unit. */
function isPart(segment: string, anyWord: boolean): boolean {
  const plain = segment.trim();
  if (plain === "" || plain.length > 48 || /[@:;?!=€$£%|•·]|https?|\d{7}/.test(plain)) return false;
  if (/^(?:\d{3,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2,3}|nan)$/.test(plain))
    return true;
  if (codeAndPlace.test(plain) || floor.test(plain)) return true;
  const words = plain.split(/\s+/);
  if (words.length > 6) return false;
  const capitals = words.every(
    (word) =>
      /^[\p{Lu}\d("(]/u.test(word) ||
      partWord.test(word) ||
      /^(?:of|the|and|de|del|di|la|le|el|sur|am|im|bei|nad|e|y)$/.test(word),
  );
  if (isPlaceName(plain.replace(/[\d.]+/g, "").trim())) return true;
  return capitals
    ? anyWord || words.some((word) => isPlaceName(word))
    : anyWord && words.length <= 3 && /\d/.test(plain);
}

/** Characters that may lead a line of a quoted or listed address. */
const lead = /^[\s>?*•\-–|]*/;

/**
 * Grows an address to the right: segments after commas on the same line, then the lines below, as long
 * as each is a part of an address. Stops after a code of the country's kind or at a blank line.
 */
export function growRight(text: string, from: number, block: boolean): number {
  let end = growLine(text, from);
  for (let lines = 0; lines < 4; lines += 1) {
    const stop = lineEnd(text, end);
    if (text.slice(end, stop).replace(/[\s,.]/g, "") !== "" || stop >= text.length) return end;
    const next = text.slice(stop + 1, lineEnd(text, stop + 1));
    const indent = lead.exec(next)?.[0].length ?? 0;
    const body = next.slice(indent).replace(/^, ?/, "").trimEnd();
    if (next.trim() === "" || !isPart(body.replace(/[.?]$/, ""), block)) {
      const tail = growFirst(text, stop + 1, block);
      return tail > stop + 1 ? tail : end;
    }
    end = stop + 1 + next.trimEnd().length;
    if (/\d{4,6}$/.test(body)) return end;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}

/** "KNIVSTA, nan 18237 after the concert": the part of a next line up to its code. */
function growFirst(text: string, from: number, block: boolean): number {
  const match =
    /^[\s>?]*[\p{Lu}][\p{L}'’.() -]{1,40}(?:, ?[A-Za-z]{2,3})? \d{4,6}(?:-\d{4})?(?=[\s.,?!]|$)/u.exec(
      text.slice(from, from + 100),
    );
  return match && block ? from + match[0].length : from;
}

function growLine(text: string, from: number): number {
  let end = from;
  for (let parts = 0; parts < 6; parts += 1) {
    const rest = text.slice(end, end + 64);
    const glue =
      /^(?:,? [-–—] |, ?| (?=(?:apt|suite|ste|unit|flat)\b)| (?=\d{4,6}\b)| (?=[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b)| (?=[\p{Lu}]))/iu.exec(
        rest,
      );
    if (!glue) return end;
    const segment = /^[^,\n;|•·?!()]{1,48}?(?=,|\n|$| [-–—] |[;|•·?!()]|(?<!\d)\.(?:\s|$))/u.exec(
      rest.slice(glue[0].length),
    );
    const whole = segment?.[0].trimEnd() ?? "";
    const taken = longestPart(whole, glue[0].includes(",") || /[-–—]/.test(glue[0]));
    if (taken === "") return end;
    end += glue[0].length + taken.length;
    if (taken.length < whole.length) return end;
  }
  return end;
}

/** The longest head of a segment that is a part: "Hungary 24743 in case of an issue" holds two words of one. */
function longestPart(segment: string, afterComma: boolean): string {
  const words = segment.split(" ");
  for (let size = Math.min(words.length, 6); size > 0; size -= 1) {
    const head = words.slice(0, size).join(" ");
    const whole = size === words.length;
    if (
      /^(?:and|or|in|at|on|for|to|is|was|after|before|by|with|tel|phone|email|the)$/i.test(
        words[size - 1] ?? "",
      )
    )
      continue;
    if (
      isPart(head, afterComma && whole && /^[\p{Lu}]/u.test(head)) ||
      (/^\p{Lu}/u.test(head) && /\d{4,6}$/.test(head) && size <= 5)
    )
      return head;
  }
  return "";
}

/** Grows to the left from a unit ("Apt. 4"): the street before it on the same line or the line above. */
export function growLeft(text: string, from: number): number {
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const before = text.slice(Math.max(lineStart, from - 90), from);
  const street =
    /(?:^|[\s>?(:"])(\d{1,6}(?:[ -]\d{1,5})?,? (?:[\p{L}\p{M}'’./-]+,? ){1,6}(?:\d{1,5}[a-zA-Z]?\.?,? )?|(?:[\p{Lu}][\p{L}'’.-]+ ){1,4}\d{1,5}[a-zA-Z]?,? )$/u.exec(
      before,
    );
  if (street) return from - (street[1]?.length ?? 0);
  if (before.replace(/[\s>?*]/g, "") !== "" || lineStart === 0) return from;
  const aboveStart = text.lastIndexOf("\n", lineStart - 2) + 1;
  const above = text.slice(aboveStart, lineStart - 1);
  const match = /(?:^|[\s>?:])(\d{1,6} [^\n:@]{2,60}|[^\n:@]{2,50} \d{1,5}\.?)$/u.exec(
    above.trimEnd(),
  );
  if (!match || above.trim().split(/\s+/).length > 14) return from;
  const body = match[1] ?? "";
  const cut = /^.*?(?=\d{1,6} )/u.exec(body)?.[0] ?? "";
  return aboveStart + above.trimEnd().length - body.length + (cut.length > 30 ? cut.length : 0);
}
