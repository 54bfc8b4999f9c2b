import { isPlaceName } from "../text/address-block.ts";
import { readAnnounced } from "../text/label-value.ts";
import { lineIndexAt, type Line } from "../text/lines.ts";
import type { Page } from "../text/page.ts";
import { bitsOfRun, type Run } from "./runs.ts";
import { bit } from "./word-classes.ts";
import { gap, shape } from "./words.ts";

export interface PlaceSpan {
  readonly start: number;
  readonly end: number;
  readonly sure: boolean;
}

const place = bit.city | bit.country | bit.state;
const placePart = /^(?:[\p{Lu}\d][\p{L}\p{M}'’.-]*|de|do|da|del|la|le|of|upon|am|an|der|sur|\d{1,5})(?: (?:[\p{Lu}\d][\p{L}\p{M}'’.-]*|de|do|da|del|la|le|of|upon|am|an|der|sur)){0,4}$/u;
const suffix = /^(?:city|county|province|state|district|region|area|greater|metropolitan|region)$/i;

/** "Dubai Marina, United Arab Emirates": parts after commas, at least one of them on the lists. */
function isPlaceLine(segment: string): boolean {
  const parts = segment.split(/, ?/).map((part) => part.trim());
  if (parts.length === 0 || parts.length > 4 || !parts.every((part) => placePart.test(part))) return false;
  const known = parts.filter((part) => isKnownPart(part));
  if (parts.length === 1) return known.length === 1 && !/\d/.test(segment);
  return known.length > 0 && isKnownPart(parts.at(-1) ?? "");
}

function isKnownPart(part: string): boolean {
  const plain = part.replace(/\s?\d+$/, "").trim();
  if (isPlaceName(plain) || /^(?:USA|UK|UAE|U\.S\.A?\.?|[A-Z]{2})$/.test(plain)) return true;
  const words = plain.split(" ").filter((word) => !suffix.test(word));
  return words.length > 0 && words.length < plain.split(" ").length && isPlaceName(words.join(" "));
}

const worked = /(?:19|20)\d\d|present|heute|actualidad|présent|heden|\bat\b/i;
const contact = /@|\+\d|\(\d{3}\)|\d{3}[ -]\d{3}|linkedin|github/i;
const separators = / {2,}|\t| ?[|·•] ?| [-–—/] |\*{2,}/g;

/** Home places in the head of a CV, or beside an e-mail address or a phone number. */
export function* headPlaces(page: Page): Generator<PlaceSpan> {
  let seen = 0;
  for (const line of page.lines) {
    if (line.kind === "empty") continue;
    seen += 1;
    const text = page.text.slice(line.start, line.end);
    if (line.end - line.start > 160 || worked.test(text)) continue;
    if (seen > 12 && !contact.test(text)) continue;
    yield* segmentsOf(page, line);
  }
}

function* segmentsOf(page: Page, line: Line): Generator<PlaceSpan> {
  let from = line.start;
  const cuts = [...page.text.slice(line.start, line.end).matchAll(separators)];
  for (const cut of [...cuts, undefined]) {
    const to = cut ? line.start + cut.index : line.end;
    const raw = page.text.slice(from, to);
    const segment = raw.trim().replace(/^[\s*_#>(]+|[\s*_).,]+$/g, "");
    if (segment.length > 2 && segment.length < 60 && isPlaceLine(segment)) {
      const start = from + raw.indexOf(segment);
      yield { start, end: start + segment.length, sure: true };
    }
    from = cut ? to + cut[0].length : to;
  }
}

/** "14.03.1991 in Kassel" behind a word of birth. */
const bornIn = /(?:born|geb|née?\b|nac|nasc|nat[oa]\b|birth|naiss)[^\n]{0,50}\d{4},? (?:in|à|a|en|em|te) $/i;
const home =
  /(?:\b(?:live[sd]?|living|reside[sd]?|residing|resident|based|born|raised|grew up|located|relocat(?:ed|ing)|moved|moving|commut(?:e|ing)|originally|hail(?:s|ing)?|native|domiciled|wohnhaft|geboren|wohne|wohnt|lebe|lebt|komme|aufgewachsen|habite|habitant|réside|née?|vis|originaire|vivo|vive|resido|reside|nacid[oa]|natural|radicad[oa]|moro|mora|nascid[oa]|woon|woont|woonachtig|abito|vivo|nat[oa]|residente)(?: (?:currently|now|still|up))? (?:in|at|near|from|to|of|out of|around|aus|bei|nach|à|en|de|em|te|a|au|aux|del?|do|da)|\bI(?:'m| am) (?:originally )?(?:from|in)|\bcurrently in|\bvisit(?:ed|ing)?|\btravel(?:l?ed|l?ing)? (?:to|from)|\bflights? (?:to|from)|\bdrove (?:to|through|from)|\bmoved (?:to|from)|\bliving near) $/i;

/** A verb of living stands at most four words before. */
function isNearHome(page: Page, run: Run): boolean {
  for (let i = run.first - 1; i >= 0 && i >= run.first - 4; i -= 1) {
    if ((page.words.bits[i] ?? 0) & bit.home) return true;
  }
  return false;
}

/** Places behind a cue: "based in …", "geboren in …", "City: …". */
export function* cuedPlaces(page: Page): Generator<PlaceSpan> {
  for (const run of page.runs) {
    if (!isNearHome(page, run)) {
      const born = run.first > 0 && page.words.shapes[run.first - 2] === shape.number && bornIn.test(page.text.slice(Math.max(0, run.start - 70), run.start));
      if (born) yield { start: run.start, end: growPlace(page, run), sure: true };
      continue;
    }
    const before = page.text.slice(Math.max(0, run.start - 40), run.start).replace(/ (?:the|rural|downtown|central|northern|southern|eastern|western|greater) $/i, " ");
    if (!home.test(before)) continue;
    const { any } = bitsOfRun(page.words, run.first, run.last);
    if (any & (bit.company | bit.institution | bit.job | bit.tool | bit.calendar) && !(any & place)) continue;
    const end = growPlace(page, run);
    yield { start: run.start, end, sure: (any & place) !== 0 };
  }
  for (const label of page.labels) {
    if (!label.groups.includes("place")) continue;
    const announced = readAnnounced(page.text, label.end);
    if (!announced || (announced.tie !== "colon" && announced.tie !== "wide")) continue;
    const line = page.lines[lineIndexAt(page.lines, announced.start)];
    const value = /^[\p{Lu}][\p{L}\p{M}'’ .-]{1,40}(?:, ?[\p{Lu}][\p{L}\p{M}'’ .-]{1,40}){0,3}/u.exec(page.text.slice(announced.start, line?.end ?? announced.start));
    if (!value || value[0].split(" ").length > 7) continue;
    const trimmed = value[0].replace(/[ .]+$/, "");
    yield { start: announced.start, end: announced.start + trimmed.length, sure: true };
  }
}

/** "Ikeja, Lagos": a known place after a comma belongs to it. */
function growPlace(page: Page, run: Run): number {
  const { words } = page;
  let end = run.end;
  let next = run.last + 1;
  while (next < words.count && words.gaps[next] === gap.comma) {
    const follower = page.runs.find((one) => one.first === next);
    if (!follower || !isPlaceName(page.text.slice(follower.start, follower.end))) break;
    end = follower.end;
    next = follower.last + 1;
  }
  return end;
}

const inBefore = /\b(?:in|at|near|from|to|through|around|across|between|and|visit|via|aus|nach|bei|à|en|de|em|te|naar|uit|a|our|the|,) $/i;
const officeAfter = /^ (?:office|branch|area|region|campus|site|airport|station|headquarters|hospital|suburbs?|metro|store|location|facility)\b/;
const verbAfter = /^ (?:said|says|told|called|asked|wrote|manages|reviewed|signed|completed)\b/;
const townAfter = /^,? (?:is )?(?:a|an|the) (?:[\p{L}-]+ ){0,3}(?:town|village|city|municipality|region|district|county|province|suburb|hamlet|station|river|island|state)\b/u;

/** A preposition before or a telling word behind: without one the list says nothing. */
function isPlaced(page: Page, run: Run): boolean {
  const { words } = page;
  const { any } = bitsOfRun(words, run.first, run.last);
  const behind = run.last + 1 < words.count ? (words.bits[run.last + 1] ?? 0) : 0;
  if (!(any & (place | bit.phrase)) && !(behind & bit.after) && page.text.charAt(run.end) !== ",") return false;
  const inFront = run.first > 0 ? (words.bits[run.first - 1] ?? 0) : 0;
  return ((inFront & bit.cue) | (behind & bit.after)) !== 0 || words.gaps[run.first] === gap.comma;
}

/** Places on the lists where the sentence says "there": a preposition before, an office or "a small town" after. */
export function* listedPlaces(page: Page, english: boolean): Generator<PlaceSpan> {
  for (const run of page.runs) {
    if (!isPlaced(page, run)) continue;
    const after = page.text.slice(run.end, run.end + 60);
    if (townAfter.test(after) && /\b(?:in|through|to|from|near|at|of) $/.test(page.text.slice(Math.max(0, run.start - 10), run.start))) {
      yield { start: run.start, end: run.end, sure: true };
      continue;
    }
    const { any, all } = bitsOfRun(page.words, run.first, run.last);
    if (!(any & place) || any & (bit.company | bit.institution | bit.job)) continue;
    const before = page.text.slice(Math.max(0, run.start - 10), run.start);
    const whole = (all & place) !== 0 || isPlaceName(page.text.slice(run.start, run.end));
    if (!whole || verbAfter.test(after)) continue;
    const kind = page.lines[lineIndexAt(page.lines, run.start)]?.kind;
    if (kind !== "prose" && kind !== "short") continue;
    if (!inBefore.test(before) && !officeAfter.test(after)) continue;
    const odd = (all & (bit.ordinary | bit.double | bit.surname | bit.given)) !== 0;
    yield { start: run.start, end: run.end, sure: !odd || !english };
  }
}
