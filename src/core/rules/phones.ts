import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/min";
import { isWordAt } from "../text/chars.ts";
import { labelsBefore } from "../text/labels.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import { readPhoneCandidate, type PhoneCandidate } from "../text/phone-candidate.ts";
import type { Rule, RuleSpan, Strength } from "./contract.ts";

/** Countries tried for a number without a prefix, by the language of the text. */
const countriesOf: Readonly<Record<string, readonly CountryCode[]>> = {
  en: ["US", "GB", "IE", "AU", "NZ", "ZA", "IN"],
  de: ["DE", "AT", "CH"],
  fr: ["FR", "BE", "CH", "CA"],
  es: ["ES", "MX", "AR", "CO", "CL", "PE"],
  pt: ["PT", "BR"],
  nl: ["NL", "BE"],
  it: ["IT", "CH"],
  pl: ["PL"],
};
const anyCountry: readonly CountryCode[] = [
  "US",
  "GB",
  "DE",
  "FR",
  "ES",
  "IT",
  "NL",
  "BR",
  "AU",
  "PT",
  "TR",
  "PL",
];
const dateLike =
  /^(?:(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)?\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d)(?![\d])/;
const otherNumber =
  /(?:[$€£¥#]|\b(?:isbn|issn|ean|order|ticket|invoice|ref|reference|req|version|v|article|item|sku|build|job|id|no|nr|ip|account|acct|ssn|case|omb|patent|page|pages|line|row|port|size|route|fax2)[.:# ]{0,3}(?:no|nr|id|number)?[.:# -]{0,3}|[a-z]_|\d[,:])$/i;
const unitAfter =
  /^\s{0,1}(?:%|€|\$|£|px|kb|mb|gb|ms|km|kg|cm|mm|usd|eur|gbp|chf|years?|jahre|ans|am|pm|h\b|°)/i;
const icon = /[☎☏📞📱✆🖁📲🕻℡]\s*$/u;

/** National shapes that are phones in themselves: North America, and a trunk 0 in groups. */
const national =
  /^(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}([-.])\d{3}\1\d{4}|\d{3} \d{3}[- ]\d{4}|1[-. ]\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|\(0\d{1,5}\)[ -/]{0,3}\d[\d -]{4,12}|0\d{1,5}[ /-]{1,3}\d[\d ./-]{4,13}|0\d(?:[ .-]\d\d){4}|[6789]\d\d(?:[ .-]\d{3}){2}|[6789]\d\d(?:[ .-]\d\d){3}|\(\d{2}\) ?9?\d{4}-\d{4}|0\d{9,10})$/;

/** Ten digits in pairs, as France writes them. */
const frenchPairs = /^0[1-9](?:([ .-])\d\d)(?:\1\d\d){3}$/;

function isSpared(text: string, page: Page, found: PhoneCandidate): boolean {
  const written = text.slice(found.start, found.stem);
  if (
    isWordAt(text, found.end) ||
    /^[\d]*[-_][A-Za-z]{3}/.test(text.slice(found.end, found.end + 4))
  )
    return true;
  if (isWordAt(text, found.start - 1) && !written.startsWith("(") && !written.startsWith("+"))
    return true;
  if (!written.startsWith("+") && dateLike.test(written) && !frenchPairs.test(written)) return true;
  const at = found.start - 1;
  if (
    written.startsWith(" ") ||
    (page.lines[lineIndexAt(page.lines, found.start)]?.kind === "log" && !written.startsWith("+"))
  )
    return true;
  if (text.charAt(at) === ":" && /\d/.test(text.charAt(at - 1))) return true;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(written) || /^\d+\.\d+$/.test(written)) return true;
  if (
    /[\d][.,:/]$|[-_/=&?]$|\d[-–]$/.test(
      page.lower.slice(Math.max(0, found.start - 2), found.start),
    )
  )
    return true;
  if (/^[.,:]\d|^[-_/]\w/.test(text.slice(found.end, found.end + 2))) return true;
  return /^(\d)\1+$/.test(found.digits);
}

function labelBefore(page: Page, start: number): boolean {
  for (const label of labelsBefore(page.labels, start, 25)) {
    if (!label.groups.includes("phone")) continue;
    const between = page.text.slice(label.end, start);
    if (!/\d{3}|\[phone\]|[.;]\s+[A-Z]|\n.*\n/.test(between)) return true;
  }
  return icon.test(page.text.slice(Math.max(0, start - 4), start));
}

function isValid(digits: string, countries: readonly CountryCode[]): boolean {
  return countries.some(
    (country) => parsePhoneNumberFromString(digits, country)?.isValid() === true,
  );
}

/** At least two separators, of two kinds. */
function isMixed(written: string): boolean {
  const marks = written.match(/[ .-]/g) ?? [];
  return marks.length >= 2 && new Set(marks).size >= 2;
}

/** Numbers of six to eight digits are phones only with a plus or a label: most are dates and amounts. */
function isTooShort(page: Page, found: PhoneCandidate): boolean {
  if (found.digits.length >= 9 || /^\(?[+＋]/.test(page.text.slice(found.start, found.start + 2)))
    return false;
  return !labelBefore(page, found.start);
}

function judge(page: Page, found: PhoneCandidate): Strength | undefined {
  const { digits } = found;
  const whole = page.text.slice(found.start, found.stem);
  // "(020 7946 0815)": the bracket is the sentence's.
  const written = /^\([^)]*$/.test(whole) ? whole.slice(1) : whole;
  const size = digits.length;
  if (/^\(?[+＋]/.test(written)) {
    if (size < 7 || size > 15) return undefined;
    if (parsePhoneNumberFromString(`+${digits}`)?.isValid() === true) return "proved";
    return size >= 8 ? "shape" : undefined;
  }
  if (size > 15) return undefined;
  if (labelBefore(page, found.start)) return "keyed";
  if (
    /^\s?\((?:cell|mobile|home|work|office|handy|mobil|privat|móvil|portable)\)/i.test(
      page.text.slice(found.end, found.end + 12),
    )
  )
    return "keyed";
  if (frenchPairs.test(written)) return "shape";
  const before = page.lower.slice(Math.max(0, found.start - 14), found.start);
  if (otherNumber.test(before) || unitAfter.test(page.text.slice(found.end, found.end + 6)))
    return undefined;
  if (
    digits.startsWith("00") &&
    size >= 11 &&
    parsePhoneNumberFromString(`+${digits.slice(2)}`)?.isValid() === true
  )
    return "shape";
  // A trunk or exit zero and groups set apart in two ways: written by a person to be dialled.
  if (digits.startsWith("0") && size >= 9 && size <= 14 && isMixed(written)) return "shape";
  // German mobile numbers are longer than the others without a prefix.
  if (size < 9 || (size > 11 && !/^01[567]/.test(digits)) || size > 12) return undefined;
  if (!national.test(written)) return undefined;
  if (/^07\d{3} ?\d{3} ?\d{3}$/.test(written)) return "shape";
  const countries = countriesOf[page.language ?? ""];
  if (isValid(digits, countries ?? anyCountry)) return "shape";
  // Written in groups with a trunk zero: people of other countries stand in texts of every language.
  if (countries && /^0\d{2,4}[ /]\d{3,4} \d{3,4}$/.test(written) && isValid(digits, anyCountry))
    return "shape";
  // Numbers kept for fiction (555-01xx) are written like phones but assigned to nobody.
  return /^(?:1[-. ])?\(?\d{3}\)?[-. ]/.test(written) && size >= 10 && !written.startsWith("0")
    ? "shape"
    : undefined;
}

const spelledDigit = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)";
const spelled = new RegExp(`\\b${spelledDigit}(?:[ -]{1,2}${spelledDigit}){5,16}\\b`, "gi");

function* readSpelled(text: string, lower: string): Generator<RuleSpan> {
  if (!["seven", "eight", "nine", "zero", "four", "five"].some((word) => lower.includes(word)))
    return;
  spelled.lastIndex = 0;
  for (let match = spelled.exec(text); match; match = spelled.exec(text)) {
    yield { start: match.index, end: match.index + match[0].length, type: "PHONE" };
  }
}

export const phones: Rule = {
  label: "Telephone numbers",
  level: "moderate",
  replacement: "[phone]",
  *find(text, given) {
    const page = pageOf(text, given);
    let done = 0;
    for (const run of page.digits) {
      if (run < done) continue;
      const found = readPhoneCandidate(text, run);
      if (!found || found.start < done || isTooShort(page, found)) continue;
      if (isSpared(text, page, found)) continue;
      const strength = judge(page, found);
      if (!strength) continue;
      done = found.end;
      yield {
        start: found.start,
        end: found.end,
        type: "PHONE",
        strength,
        certain: strength === "proved",
      };
    }
    yield* readSpelled(text, page.lower);
  },
  examples: {
    caught: [
      "+49 30 901820",
      "Tel. 030 / 90 18 20",
      "call (415) 555-2671 ext. 12",
      "Mobile: 0612 34 56 78",
    ],
    spared: [
      "2018 - 2022",
      "14.03.1991",
      "192.168.10.20",
      "ISBN 978-3-16-148410-0",
      "order no. 415-555-2671",
      "v 2024.11.25.1",
    ],
  },
};
