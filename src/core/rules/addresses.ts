import { growLeft, growRight, type Stretch } from "../text/address-block.ts";
import { gap } from "../names/words.ts";
import { bit } from "../names/word-classes.ts";
import { isDigitAt } from "../text/chars.ts";
import { readAnnounced } from "../text/label-value.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import { findPostcodes } from "../text/postcodes.ts";
import { matchesOf } from "../text/search.ts";
import {
  box,
  english,
  germanic,
  mayBeGermanic,
  military,
  ordinalStreet,
  romance,
  unit,
} from "../text/streets.ts";
import type { Rule, RuleSpan } from "./contract.ts";

/** "Room 12", "Spring 2007", "5 Way Match", "10 years on the road": numbers with a street's word that are none. */
const notStreet =
  /^\d{1,6} (?:years?|months?|days?|hours?|weeks?|minutes?|people|employees|users|million|percent|jahre|ans|años|anos|st\.?$|new|more|other|different|key|major|main|full|hour|day|year|week|month)\b/i;

/** Words this far from a number can make it a house number. */
const reach = 8;
const germanicEnd =
  /(?:straße|strasse|str|weg|gasse|platz|allee|damm|ufer|stieg|steig|chaussee|laan|straat|plein|gracht|kade|dijk|singel|dreef|hof|gade|vej|vægen|vägen|gatan|gata|gränd|veien|vegen|gaten|plads|stræde|braut|stien|katu|kuja|tie|polku|utca|köz|tér|gaan|kapu|dries|steenweg|ulice|cesta)$/i;

/** Whether an address word stands near the number that is word `at`, on the same line. */
function isNearAddressWord(page: Page, at: number): boolean {
  const { words } = page;
  for (let i = at - 1; i >= 0 && at - i <= reach && words.gaps[i + 1] !== gap.line; i -= 1) {
    if ((words.bits[i] ?? 0) & bit.address) return true;
  }
  for (let i = at + 1; i < words.count && i - at <= reach && words.gaps[i] !== gap.line; i += 1) {
    if ((words.bits[i] ?? 0) & bit.address) return true;
  }
  const before = at - 1;
  return (
    before >= 0 &&
    (words.ends[before] ?? 0) - (words.starts[before] ?? 0) > 3 &&
    germanicEnd.test(page.text.slice(words.starts[before], words.ends[before]))
  );
}

function* streets(page: Page): Generator<Stretch & { readonly block: boolean }> {
  const { text, words } = page;
  let done = 0;
  let at = 0;
  for (const run of page.digits) {
    if (run < done) continue;
    // The runs are in order, so the word of one is never before that of the last.
    while (at < words.count && (words.starts[at] ?? 0) < run) at += 1;
    if (!isNearAddressWord(page, at)) continue;
    const line = page.lines[lineIndexAt(page.lines, run)];
    if (!line || line.kind === "log") continue;
    const from = Math.max(line.start, run - 90);
    const to = Math.min(line.end, run + 110);
    done = to - 20;
    for (const found of streetsIn(text.slice(from, to))) {
      const start = from + found.start;
      const end = from + found.end;
      if (!found.unit) yield { start, end, block: true };
      else {
        const left = growLeft(text, start);
        if (left !== start || hasAddressAfter(text, end)) yield { start: left, end, block: true };
      }
    }
  }
}

const particle = "(?:de|du|des|la|le|les|del|da|do|dos|das|di|della|y|e|et|el|los|las|of|l|d)";
const nameGoesOn = new RegExp(String.raw`^ (?:${particle} ){0,2}\p{Lu}[\p{L}\p{M}'’-]*`, "u");
const endsOpen = new RegExp(String.raw`(?:^|[ '’])${particle}$`, "iu");

/** "12 bis rue des" goes on to "Tanneurs": a name is not over at its particle, nor before a capital. */
function endOfName(text: string, from: number): number {
  let end = from;
  for (let words = 0; words < 4; words += 1) {
    const rest = text.slice(end, end + 40);
    const next =
      nameGoesOn.exec(rest) ??
      (endsOpen.test(text.slice(0, end)) ? /^ [\p{L}\p{M}'’-]+/u.exec(rest) : null);
    if (!next) return end;
    end += next[0].length;
  }
  return end;
}

const houseNumber = new RegExp(
  String.raw`(?:,? (?:${particle}|\p{Lu}[\p{L}\p{M}'’.-]{0,30})){0,5},? (?:n[º°o.]{1,2} ?|no\.? ?)?\d{1,5}(?:\/\d{1,4})?(?:[ -]?[a-zA-Z](?![\p{L}]))?(?![\d.]\d|\d)`,
  "uy",
);

/** "Corso Buenos Aires 41": the number behind a name of several words, all of them capitals or particles. */
function houseAfter(text: string, { index, 0: found }: RegExpExecArray): number | undefined {
  if (!/^\p{Lu}/u.test(found)) return undefined;
  houseNumber.lastIndex = index + found.length;
  return houseNumber.test(text) ? houseNumber.lastIndex : undefined;
}

function* streetsIn(text: string): Generator<Stretch & { readonly unit: boolean }> {
  for (const expression of [english, ordinalStreet, romance, germanic]) {
    if (expression === germanic && !mayBeGermanic.test(text)) continue;
    for (const match of matchesOf(expression, text)) {
      if (notStreet.test(match[0])) continue;
      const { before, after } = match.groups ?? {};
      const house =
        expression === romance && before === undefined && after === undefined
          ? houseAfter(text, match)
          : undefined;
      if (house !== undefined) {
        yield { start: match.index, end: house, unit: false };
        continue;
      }
      if (expression === romance && before === undefined && after === undefined) continue;
      const end = match.index + match[0].length;
      const open = expression === romance && after === undefined;
      yield { start: match.index, end: open ? endOfName(text, end) : end, unit: false };
    }
  }
  for (const expression of [box, military, unit]) {
    for (const match of matchesOf(expression, text)) {
      yield { start: match.index, end: match.index + match[0].length, unit: expression === unit };
    }
  }
}

/** A unit alone ("Unit 4") is an address only beside one. */
function hasAddressAfter(text: string, end: number): boolean {
  return (
    growRight(text, end, false) > end || /^\s{0,2}\d{1,6} \p{L}/u.test(text.slice(end, end + 12))
  );
}

function* labelled(page: Page): Generator<Stretch> {
  const { text } = page;
  for (const label of page.labels) {
    if (!label.groups.includes("address")) continue;
    const announced = readAnnounced(text, label.end);
    if (!announced || announced.tie === "near") continue;
    const line = page.lines[lineIndexAt(page.lines, announced.start)];
    if (!line || (announced.tie === "line" && !/\d/.test(text.slice(line.start, line.end))))
      continue;
    const wide = text
      .slice(announced.start, line.end)
      .search(/ {3,}|\t|[|•·]|"|<|(?<=\p{L}{4})\. (?=\p{Lu})/u);
    const end = Math.min(wide < 0 ? line.end : announced.start + wide, announced.start + 120);
    const value = text
      .slice(announced.start, end)
      .trimEnd()
      .replace(/[.,;]+$/, "");
    const looks =
      /\d/.test(value) || /^\p{Lu}[^,]{1,40},/u.test(value) || announced.tie === "colon";
    if (
      value.length < 3 ||
      value.length > 110 ||
      /@|https?:|www\./.test(value) ||
      !looks ||
      (announced.tie === "is" && !/\d/.test(value))
    )
      continue;
    if (!/\p{L}{2}/u.test(value) || (!/\d/.test(value) && value.split(/\s+/).length > 6)) continue;
    yield { start: announced.start, end: announced.start + value.length };
  }
}

const numbered = /^[\s>]*(?:\p{L}[\p{L}.'’-]*\.? ){1,4}\d{1,4} ?[a-zA-Z]?(?:\/\d{1,3})?\s*$/u;
const townLine = /^[\s>]*(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}[\p{L} .()/-]{2,40}\s*$/u;

/** One look at the first character tells that most lines hold no code. */
function beginsWithCode(text: string, start: number): boolean {
  let at = start;
  while (" \t>".includes(text.charAt(at)) && at - start < 60) at += 1;
  return isDigitAt(text, at) || text.charAt(at + 1) === "-" || text.charAt(at + 2) === "-";
}

/** "Am Markt 7" over "04109 Leipzig": a name with a number on one line, code and town alone on the next. */
function* townBlocks(page: Page): Generator<Stretch> {
  for (let i = 1; i < page.lines.length; i += 1) {
    const line = page.lines[i];
    const above = page.lines[i - 1];
    if (!line || !above || line.end - line.start > 60 || above.end - above.start > 60) continue;
    if (
      !beginsWithCode(page.text, line.start) ||
      !townLine.test(page.text.slice(line.start, line.end))
    )
      continue;
    if (numbered.test(page.text.slice(above.start, above.end)))
      yield { start: above.start, end: line.end };
  }
}

function isLog(page: Page, at: number): boolean {
  const kind = page.lines[lineIndexAt(page.lines, at)]?.kind;
  return kind === "log";
}

/** Overlapping stretches are one address. */
function merge(stretches: readonly Stretch[]): Stretch[] {
  const out: { start: number; end: number }[] = [];
  for (const one of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && one.start <= last.end + 1) last.end = Math.max(last.end, one.end);
    else out.push({ start: one.start, end: one.end });
  }
  return out;
}

export const addresses: Rule = {
  label: "Postal addresses",
  level: "strict",
  replacement: "[address]",
  *find(text, given) {
    const page = pageOf(text, given);
    if (page.digits.length === 0 && page.labels.length === 0) return;
    const found: Stretch[] = [];
    for (const street of streets(page)) {
      if (!isLog(page, street.start))
        found.push({ start: street.start, end: growRight(text, street.end, street.block) });
    }
    for (const code of findPostcodes(page))
      if (!isLog(page, code.start))
        found.push({ start: code.start, end: growRight(text, code.end, false) });
    found.push(...townBlocks(page));
    const keyed = [...labelled(page)];
    for (const stretch of merge([...found, ...keyed])) {
      const span: RuleSpan = {
        ...stretch,
        type: "ADDRESS",
        strength: keyed.some((one) => one.start === stretch.start) ? "keyed" : "shape",
      };
      yield span;
    }
  },
  examples: {
    caught: [
      "14 Harbour Street, Newhaven, BN9 9BU",
      "Lindenstraße 12, 50674 Köln",
      "3 rue du Moulin, 69001 Lyon",
      "Calle Luna 8, 2º B",
      "P.O. Box 4471",
    ],
    spared: ["5 years on the road", "Spring 2007", "Room 12", "Windows 10 and Office 2019"],
  },
};
