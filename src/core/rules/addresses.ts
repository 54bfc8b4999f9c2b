import { growLeft, growRight, type Stretch } from "../text/address-block.ts";
import { readAnnounced } from "../text/label-value.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import { matchesOf } from "../text/search.ts";
import {
  box,
  english,
  germanic,
  military,
  ordinalStreet,
  postcode,
  romance,
  unit,
} from "../text/streets.ts";
import type { Rule, RuleSpan } from "./contract.ts";

/** "Room 12", "Spring 2007", "5 Way Match", "10 years on the road": numbers with a street's word that are none. */
const notStreet =
  /^\d{1,6} (?:years?|months?|days?|hours?|weeks?|minutes?|people|employees|users|million|percent|jahre|ans|años|anos|st\.?$|new|more|other|different|key|major|main|full|hour|day|year|week|month)\b/i;

function* streets(page: Page): Generator<Stretch & { readonly block: boolean }> {
  const { text } = page;
  for (const expression of [english, ordinalStreet, romance, germanic]) {
    for (const match of matchesOf(expression, text)) {
      if (notStreet.test(match[0]) || match[0].includes("\n")) continue;
      if (
        expression === romance &&
        match.groups?.["before"] === undefined &&
        match.groups?.["after"] === undefined
      )
        continue;
      yield { start: match.index, end: match.index + match[0].length, block: true };
    }
  }
  for (const expression of [box, military]) {
    for (const match of matchesOf(expression, text)) {
      yield { start: match.index, end: match.index + match[0].length, block: true };
    }
  }
  for (const match of matchesOf(unit, text)) {
    const start = growLeft(text, match.index);
    if (start === match.index && !hasAddressAfter(text, match.index + match[0].length)) continue;
    yield { start, end: match.index + match[0].length, block: true };
  }
}

/** A unit alone ("Unit 4") is an address only beside one. */
function hasAddressAfter(text: string, end: number): boolean {
  return (
    growRight(text, end, false) > end || /^\s{0,2}\d{1,6} \p{L}/u.test(text.slice(end, end + 12))
  );
}

function* postcodes(page: Page): Generator<Stretch> {
  for (const match of matchesOf(postcode, page.text)) {
    const before = page.text.slice(Math.max(0, match.index - 50), match.index);
    const town = /(?:^|[\s,;:(>])((?:[\p{Lu}][\p{L}'’.-]+[ -]){0,3}[\p{Lu}][\p{L}'’.-]+),? $/u.exec(
      before,
    );
    yield {
      start: match.index - (town ? (town[1]?.length ?? 0) + (before.endsWith(", ") ? 2 : 1) : 0),
      end: match.index + match[0].length,
    };
  }
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
    const wide = text.slice(announced.start, line.end).search(/ {3,}|\t|[|•·]|"|<|\. (?=\p{Lu})/u);
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
    for (const code of postcodes(page))
      if (!isLog(page, code.start))
        found.push({ start: code.start, end: growRight(text, code.end, false) });
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
