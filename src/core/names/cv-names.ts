import { foldWord } from "../sanitize/fold.ts";
import { lineIndexAt, type Line } from "../text/lines.ts";
import type { Page } from "../text/page.ts";
import { trimRun, type Cued } from "./person-cues.ts";
import { bitsOfRun, isAlone, type Run } from "./runs.ts";
import { bit } from "./word-classes.ts";
import { shape } from "./words.ts";

const opening = /^[\s#*_>]*(?:curriculum vitae|cv|r[ée]sum[ée]|lebenslauf)?(?: of| von| de)?[\s:—–|*-]*(?:(?:dr|prof|mr|mrs|ms|herr|frau|ir|ing|dipl|mag)\.?,? ?){0,3}$/i;
const closing = /^[\s*_]*(?:,? ?(?:ph\.?d\.?|m\.?d\.?|m\.?b\.?a\.?|m\.?sc\.?|b\.?sc\.?|cpa|pmp|rn|esq\.?|jr\.?|ii|iii|cfa|he\/him|she\/her|they\/them|\([^)]{1,20}\)|—|–|-|\||·).*)?[\s*_]*$/i;
const notName = bit.job | bit.tool | bit.calendar | bit.company | bit.institution;

/** "R O B E R T   H A Y E S": letters set apart for looks. */
const spaced = /^[ \t]*((?:\p{Lu} ){2,}\p{Lu}(?: {2,}(?:\p{Lu} ){1,}\p{Lu})+)[ \t]*$/gmu;

/** A line near the top that holds nothing but two to five capitalised words. */
function isHeadName(page: Page, run: Run): boolean {
  const line = page.lines[lineIndexAt(page.lines, run.start)];
  if (!line) return false;
  if (!opening.test(page.text.slice(line.start, run.start)) || !closing.test(page.text.slice(run.end, line.end))) return false;
  const { any, all } = bitsOfRun(page.words, run.first, run.last);
  const size = run.last - run.first + 1;
  const listed = ((page.words.bits[run.first] ?? 0) & bit.given) !== 0 && ((page.words.bits[run.last] ?? 0) & bit.surname) !== 0;
  // "Ruby Jenkins" at the head of a CV is a person, whatever tools are called.
  if (size < 2 || size > 6 || any & (listed ? notName & ~bit.tool : notName)) return false;
  return !(all & bit.ordinary) || (any & bit.given) !== 0;
}

/** Names that the layout of a CV gives away: the head, set-apart letters, the owner of the e-mail address. */
export function* cvNames(page: Page, cv: boolean): Generator<Cued> {
  for (const match of page.words.initials > 5 ? page.text.matchAll(spaced) : []) {
    const start = match.index + match[0].indexOf(match[1] ?? "");
    yield { start, end: start + (match[1] ?? "").length, sure: false };
  }
  if (page.text.includes("@")) yield* emailOwners(page);
  if (page.lines.length < 3 && !cv) return;
  const top = firstLines(page, cv ? 8 : 1);
  const [head] = top;
  // A name over an e-mail address or telephone number: a head without section titles.
  const contact = head !== undefined && /@|\+?\d[\d ()-]{7,}/.test(page.text.slice(head.end, head.end + 200));
  for (const run of page.runs) {
    if (run.start > (top.at(-1)?.end ?? 0)) break;
    if (!isHeadName(page, run)) continue;
    const first = head !== undefined && run.start >= head.start && run.end <= head.end;
    const { any } = bitsOfRun(page.words, run.first, run.last);
    if ((!first || !(cv || (contact && isUnread(page, run)))) && !(any & bit.given && any & bit.surname)) continue;
    if (!first && any & (bit.city | bit.country)) continue;
    const trimmed = trimRun(page, run);
    if (trimmed) yield { start: trimmed.start, end: trimmed.end, sure: true };
    if (first) break;
  }
}

/** No word of the run is one of a language, a form or a heading. */
function isUnread({ words }: Page, run: Run): boolean {
  const { any } = bitsOfRun(words, run.first, run.last);
  if (any & (bit.ordinary | bit.label | bit.small | bit.street | bit.company | bit.institution)) return false;
  for (let i = run.first; i <= run.last; i += 1) if (words.shapes[i] === shape.initial) return false;
  return run.last - run.first < 3;
}

/** The first lines that hold anything. */
function firstLines(page: Page, most: number): Line[] {
  const found: Line[] = [];
  for (const line of page.lines) {
    if (line.kind !== "empty") found.push(line);
    if (found.length === most) break;
  }
  return found;
}

const address = /([\p{L}\d._%+-]{3,64})@[\p{L}\d-]+\./gu;

/** A run whose words are the parts of an e-mail's local part: certain. */
function* emailOwners(page: Page): Generator<Cued> {
  const locals = [...page.text.matchAll(address)].map((match) => foldWord(match[1] ?? "").replace(/\d+/g, ""));
  if (locals.length === 0) return;
  for (const run of page.runs) {
    const trimmed = trimRun(page, run);
    if (!trimmed || trimmed.first === trimmed.last || trimmed.last - trimmed.first > 5) continue;
    const parts: string[] = [];
    for (let i = trimmed.first; i <= trimmed.last; i += 1) parts.push(foldWord(page.text.slice(page.words.starts[i], page.words.ends[i])));
    if (locals.some((local) => isOwner(local, parts)) && !isAlone("", [], run)) yield { start: trimmed.start, end: trimmed.end, sure: true };
  }
}

function isOwner(local: string, parts: readonly string[]): boolean {
  const solid = local.replace(/[._%+-]/g, "");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (last.length < 3 || first.length < 2) return false;
  if (parts.every((part) => solid.includes(part)) && parts.join("").length > 5) return true;
  const pieces = local.split(/[._%+-]/);
  return solid === first.charAt(0) + last || solid === last + first.charAt(0) || solid === first + last || (pieces.includes(last) && pieces.some((piece) => piece !== last && first.startsWith(piece.charAt(0)))) || (first.length > 3 && pieces.includes(first) && pieces.some((piece) => piece !== first && last.startsWith(piece.charAt(0)) && piece.length < 3));
}
