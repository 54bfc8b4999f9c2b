import { readAnnounced } from "../text/label-value.ts";
import { lineIndexAt } from "../text/lines.ts";
import type { Page } from "../text/page.ts";
import { bitsOfRun, type Run } from "./runs.ts";
import { bit } from "./word-classes.ts";
import { gap, shape } from "./words.ts";

export interface OrganisationSpan {
  readonly start: number;
  readonly end: number;
  readonly sure: boolean;
}

const compound = /(?:gymnasium|universität|hochschule|schule|institut|akademie|klinik|krankenhaus|universiteit|hogeschool|högskola|universitet|egyetem)$/iu;
/** Last two letters of those endings: most words are told by them. */
const compoundEnds: ReadonlySet<string> = new Set("um ät le ut ie ik us it ol la et em".split(" "));

function isCompound(text: string, start: number, end: number): boolean {
  return end - start > 5 && compoundEnds.has(text.slice(end - 2, end).toLowerCase()) && compound.test(text.slice(start, end));
}
const joint = /^(?:of|for|and|the|&|de|del|la|las|los|da|do|dos|di|della|für|fur|der|des|du|van|voor|of|et|e|y|in|at|pour|und|i)$/i;
const generic: ReadonlySet<number> = new Set([gap.space, gap.hyphen, gap.initial, gap.and, gap.apostrophe]);

function isInstitution(page: Page, i: number): boolean {
  if ((page.words.bits[i] ?? 0) & bit.institution) return true;
  const start = page.words.starts[i] ?? 0;
  const end = page.words.ends[i] ?? 0;
  return end - start > 7 && isCompound(page.text, start, end);
}

/** Last word of an institution's name: capitalised words and small joining words, up to a comma or bracket. */
function endOfName(page: Page, from: number): number {
  const { words, text } = page;
  let last = from;
  for (let i = from + 1; i < words.count && i - from < 12; i += 1) {
    if (!generic.has(words.gaps[i] ?? gap.other)) break;
    const form = words.shapes[i];
    const capital = form === shape.capital || form === shape.shouted || form === shape.mixed || form === shape.initial;
    if (capital) last = i;
    else if (!joint.test(text.slice(words.starts[i], words.ends[i]))) break;
  }
  return last;
}

const named = bit.city | bit.surname | bit.given;

/** Universities, schools, hospitals, banks and offices: a head or tail word and the name around it. */
export function* institutions(page: Page): Generator<OrganisationSpan> {
  let done = -1;
  for (const run of page.runs) {
    if (run.first <= done) continue;
    const last = endOfInstitution(page, run);
    if (last < 0) continue;
    done = last;
    const end = page.words.ends[last] ?? run.end;
    yield { start: run.start, end, sure: true };
    yield* bracketed(page, end);
  }
}

/** The last word of an institution that begins with the run, or -1. */
function endOfInstitution(page: Page, run: Run): number {
  const { words, text } = page;
  const tail = smallTail(page, run);
  if (tail > 0) return tail;
  let at = run.first;
  while (at <= run.last && !isInstitution(page, at)) at += 1;
  if (at > run.last) return -1;
  const last = endOfName(page, run.last);
  if (last === run.first && !compound.test(text.slice(run.start, run.end))) return -1;
  if (last > run.last) return last;
  // A heading ("Bank Details") and a job title ("School Teacher") are no institution.
  if ((words.bits[last] ?? 0) & bit.job) return -1;
  const other = words.bits[at === run.first ? run.last : run.first] ?? 0;
  const plain = run.last - run.first === 1 && (other & (bit.ordinary | bit.demonym)) !== 0;
  return plain && !((words.bits[run.first] ?? 0) & named) ? -1 : last;
}

/** "Chalmers tekniska högskola": at most two small words behind the run, the last an institution. */
function smallTail(page: Page, run: Run): number {
  for (let i = run.last + 1; i <= run.last + 2 && i < page.words.count; i += 1) {
    if (page.words.gaps[i] !== gap.space || page.words.shapes[i] !== shape.small) return -1;
    if (isCompound(page.text, page.words.starts[i] ?? 0, page.words.ends[i] ?? 0)) return i;
  }
  return -1;
}

/** "(KIT)" behind an organisation is its short name. */
function* bracketed(page: Page, end: number): Generator<OrganisationSpan> {
  const match = /^ \(([A-ZÄÖÜ][A-Za-zÄÖÜäöü&.-]{1,9})\)/.exec(page.text.slice(end, end + 14));
  if (match) yield { start: end + 2, end: end + 2 + (match[1]?.length ?? 0), sure: true };
}

const surely = /^(?:inc|llc|llp|ltd|limited|plc|corp|corporation|gmbh|ag|kg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ltda|lda|pty|pte|oy|ab|aps|co)$/i;

const legalTail =
  /^,? (Inc|LLC|Ltd|Limited|Corp|GmbH|S\.A\.|S\.L\.|B\.V\.|N\.V\.|S\.p\.A\.|PLC|Co|AG|LLP)\.?(?![\p{L}])/u;

/** A run with a company's word in it, or with one right behind: only there is a business looked for. */
function mayBeBusiness({ words, text }: Page, run: Run): boolean {
  if (bitsOfRun(words, run.first, run.last).any & bit.company) return true;
  if (run.last + 1 < words.count && (words.bits[run.last + 1] ?? 0) & bit.company) return true;
  return text.charAt(run.end) === ",";
}

/** Businesses by their legal form or a word such as "Holdings". */
export function* businesses(page: Page): Generator<OrganisationSpan> {
  for (const run of page.runs) {
    if (!mayBeBusiness(page, run)) continue;
    const tail = legalTail.exec(page.text.slice(run.end, run.end + 14));
    if (tail) yield { start: pairedStart(page, run), end: run.end + tail[0].length, sure: true };
    else yield* businessIn(page, run);
  }
}

function* businessIn(page: Page, run: Run): Generator<OrganisationSpan> {
  const { words, text } = page;
  let { last } = run;
  while (last > run.first && !((words.bits[last] ?? 0) & bit.company)) last -= 1;
  if (last === run.first || bitsOfRun(words, run.first, last - 1).any & (bit.job | bit.tool)) return;
  const sure = surely.test(text.slice(words.starts[last], words.ends[last]));
  yield { start: pairedStart(page, run), end: words.ends[last] ?? run.end, sure };
}

/** The run whose last word is `word`; runs are in order. */
function runEndingAt(runs: readonly Run[], word: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const last = runs[middle]?.last ?? 0;
    if (last === word) return runs[middle];
    if (last < word) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** "Marshall & Associates", "Dun & Bradstreet": a run on the other side of an ampersand. */
function pairedStart(page: Page, run: Run): number {
  if (page.words.gaps[run.first] !== gap.and) return run.start;
  const before = runEndingAt(page.runs, run.first - 1);
  return before ? before.start : run.start;
}

const cue =
  /(?:\b(?:works?|worked|working|employed|job|position|role|intern(?:ed|ship)?|offer|interview(?:ed|ing)?|career|started|contract(?:ed|ing)?|engineer|manager|developer|analyst|director|consultant|designer|physician|lawyer|nurse|teacher) (?:at|for|with)|\bjoin(?:ed|ing)?|\bemployed by|\barbeit(?:e|et|ete) bei|\bangestellt bei|\btravaill(?:e|é|ais|ait) (?:chez|pour)|\btrabaj(?:o|a|é|aba) (?:en|para)|\btrabalh(?:o|a|ei|ava) (?:na|no|em|para)|\bwerk(?:t|te)? bij|\blavor(?:o|a|ato) (?:in|per|presso)) $/i;
const businessAfter = /^ (?:announced|manufactur\w+|acquired|launched|shipped|produces|sells|provides|hired|reported (?:record|a)|is a leading|is an? (?:\w+ ){0,3}(?:company|firm|manufacturer|startup|supplier|provider|retailer|bank))\b/;

/** "Taylor, Wright and Davidson": three surnames are a firm. */
export function* firms(page: Page): Generator<OrganisationSpan> {
  const { words, text } = page;
  const surname = (i: number): boolean => ((words.bits[i] ?? 0) & bit.surname) !== 0 && words.shapes[i] === shape.capital;
  for (let i = 0; i + 3 < words.count; i += 1) {
    if (!surname(i) || words.gaps[i + 1] !== gap.comma || !surname(i + 1) || words.gaps[i + 2] !== gap.space) continue;
    if (text.slice(words.starts[i + 2], words.ends[i + 2]) !== "and" || words.gaps[i + 3] !== gap.space || !surname(i + 3)) continue;
    if (words.gaps[i] === gap.comma) continue;
    yield { start: words.starts[i] ?? 0, end: words.ends[i + 3] ?? 0, sure: true };
  }
}

/** Employers behind a cue, and names of which a sentence says what only a business does. */
export function* cuedOrganisations(page: Page): Generator<OrganisationSpan> {
  for (const run of page.runs) {
    const inFront = run.first > 0 ? (page.words.bits[run.first - 1] ?? 0) : 0;
    const behind = run.last + 1 < page.words.count ? (page.words.bits[run.last + 1] ?? 0) : 0;
    if (!((inFront & bit.cue) | (behind & bit.after))) continue;
    const before = page.text.slice(Math.max(0, run.start - 36), run.start);
    const { any } = bitsOfRun(page.words, run.first, run.last);
    const after = page.text.slice(run.end, run.end + 50);
    if (cue.test(before) && !(any & (bit.calendar | bit.job))) yield { start: run.start, end: run.end, sure: false };
    else if (businessAfter.test(after) && /(?:^|[.!?\n] ?)$/.test(before) && !(any & bit.title)) yield { start: run.start, end: run.end, sure: false };
  }
  for (const label of page.labels) {
    if (!label.groups.includes("organisation")) continue;
    const announced = readAnnounced(page.text, label.end);
    if (announced?.tie !== "colon" && announced?.tie !== "wide") continue;
    const line = page.lines[lineIndexAt(page.lines, announced.start)];
    if (line?.kind === "log" || line?.kind === "code") continue;
    const value = /^[\p{Lu}\d][\p{L}\p{M}\d&'’.,-]*(?: [\p{Lu}\d&][\p{L}\p{M}\d&'’.,-]*){0,6}/u.exec(page.text.slice(announced.start, line?.end ?? announced.start));
    if (value) yield { start: announced.start, end: announced.start + value[0].replace(/[.,]+$/, "").length, sure: true };
  }
}

const degree =
  /\b(?:B\.?Sc|M\.?Sc|B\.?A|M\.?A|MBA|Ph\.?D|Bachelor|Master|Diploma|Diplom|Diplôme|DUT|BTS|Licence|Baccalauréat|Abitur|VWO|HAVO|Máster|Grado|Licenciatura|Ingeniería|Mestrado|Laurea|B\.?Eng|M\.?Eng|LL\.?[BM]|Magister|GED|A-Levels?)\b[^,\n—–|]{0,60}(?:,|—|–| - |\|| at | from ) ?$/;

/** In a CV the school stands behind the degree. */
export function* schools(page: Page): Generator<OrganisationSpan> {
  for (const run of page.runs) {
    const line = page.lines[lineIndexAt(page.lines, run.start)];
    if (!line || !degree.test(page.text.slice(line.start, run.start))) continue;
    const { any } = bitsOfRun(page.words, run.first, run.last);
    if (any & (bit.job | bit.calendar | bit.tool)) continue;
    const last = endOfName(page, run.last);
    yield { start: run.start, end: page.words.ends[last] ?? run.end, sure: true };
  }
}
