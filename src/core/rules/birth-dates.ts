import { readAnnounced } from "../text/label-value.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import { matchAt } from "../text/search.ts";
import type { Rule, RuleSpan } from "./contract.ts";

const months =
  "jan(?:uary|uar|\\.)?|feb(?:ruary|ruar|\\.)?|mar(?:ch|s|zo|ço|\\.)?|m[äa]rz|apr(?:il|\\.)?|abr(?:il|\\.)?|avr(?:il|\\.)?|may|mai|mayo|maio|mei|june?|juni|junio|junho|juin|july?|juli|julio|julho|juillet|aug(?:ust|ustus|\\.)?|ago(?:sto|\\.)?|ao[uû]t|sep(?:t|tember|tembre|tiembre|\\.)?|set(?:embro|tembre|\\.)?|oct(?:ober|obre|ubre|\\.)?|okt(?:ober|\\.)?|out(?:ubro|\\.)?|ottobre|nov(?:ember|embre|iembre|embro|\\.)?|dec(?:ember|\\.)?|dez(?:ember|embro|\\.)?|d[ée]c(?:embre|\\.)?|dic(?:iembre|embre|\\.)?|janvier|f[ée]vrier|enero|febrero|janeiro|fevereiro|gennaio|febbraio|maggio|giugno|luglio|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|maart|januari|februari";
const date = new RegExp(
  `(?:le |el |am |em |il |de |on |the )?(?:\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? ?(?:of |de |/|-)?(?:${months})(?: de| of|,|\\.|/|-)? ?\\d{2,4}|(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}\\. ?(?:${months}) \\d{4}|(?:${months})\\.? \\d{4}|(?:19|20)\\d\\d(?![\\d-])|\\d{4}年\\d{1,2}月\\d{1,2}日)`,
  "iy",
);
const written =
  /\d{1,3}(?:[- ](?:year|yr)s?[- ]old|[- ]jährig\w{0,2}|\s?(?:years? old|yrs? old|y\/o|yo|ans|Jahre alt|Jahre|jaar oud|jaar|anos de idade|anos|años(?: de edad)?|anni))\b/iuy;
const told = /\b(?:aged?|turn(?:ed|s|ing)?|am|is|I'm|he's|she's|at the age of|age of|now)\s$/i;
const toldEnd = /\d{2}(?=\s*(?:[.,;!?)]|$|\byears?\b|,? and\b))/y;
/** "10 years experience", "3 ans d'expérience", "5 Jahre Erfahrung": time worked, not lived. */
const worked =
  /^\s*(?:of|d['’]|de\s|experience|exp\b|erfahrung|berufserfahrung|experiencia|experiência|in\s|as\s|als\s|en\s|com\s|with\s|mit\s|at\s|bei\s|chez\s|plus|ago|later|contract|warranty|lang|\+|ervaring|nella|di\s)/i;
const workedBefore =
  /(?:(?<!\p{L})(?:over|more than|least|last|past|nearly|about|für|seit|depuis|desde|durante|hace|há|über|mehr als|plus de|más de|mais de|sinds|per|every|of|for|in|within|after|dans|pendant|letzten|innerhalb|next|first|the|mindestens|minimum|environ|previous)|\+)\s$/iu;

/** A full day that far back is hardly one of a job search. */
const old =
  /(?:\d{1,2}[./-]\d{1,2}[./-](?:19[2-9]\d|200[0-9])|(?:19[2-9]\d|200[0-9])-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:[ T]\d\d:\d\d(?::\d\d)?)?)(?![\d-]|[./]\d)/y;

function readOldDate(page: Page, run: number): RuleSpan | undefined {
  const match = matchAt(old, page.text, run);
  if (!match || /[./-]/.test(page.text.charAt(run - 1)) || isLog(page, run)) return undefined;
  return { start: run, end: run + match[0].length, type: "DATE_OF_BIRTH" };
}

/** "34 years old", "(31 ans)", "turned 40": not years of work. */
function readAge(text: string, run: number): RuleSpan | undefined {
  const match = matchAt(written, text, run);
  if (!match) {
    const end = matchAt(toldEnd, text, run);
    const years = Number(end?.[0]);
    if (!end || years < 14 || !told.test(text.slice(Math.max(0, run - 16), run))) return undefined;
    return { start: run, end: run + 2, type: "AGE" };
  }
  const years = parseInt(match[0], 10);
  if (years < 14 || years > 110) return undefined;
  const end = run + match[0].length;
  if (!/old|jährig|alt|y\/o|idade|edad|oud/i.test(match[0])) {
    const before = text.slice(Math.max(0, run - 12), run);
    if (worked.test(text.slice(end, end + 16)) || workedBefore.test(before)) return undefined;
    const mine = /(?:j['’]ai|ich bin|bin|tengo|tenho|ik ben|ho|avec|de)\s$/i.test(before);
    if (!mine && !/[(,|\n–-]\s*$|^\s*$/.test(before.slice(-3))) return undefined;
  }
  // In English the number alone is the age; elsewhere number and word are one.
  const size = /year|yr|y\/o|yo/i.test(match[0]) ? String(years).length : match[0].length;
  return { start: run, end: run + size, type: "AGE" };
}

function isLog(page: Page, at: number): boolean {
  const kind = page.lines[lineIndexAt(page.lines, at)]?.kind;
  return kind === "log" || kind === "code";
}

export const birthDates: Rule = {
  label: "Dates of birth and ages",
  level: "strict",
  replacement: "[date of birth]",
  *find(text, given) {
    const page = pageOf(text, given);
    if (page.digits.length === 0) return;
    for (const label of page.labels) {
      const born = label.groups.includes("born");
      if (!born && !label.groups.includes("age")) continue;
      const announced = readAnnounced(text, label.end);
      if (!announced) continue;
      const match = born
        ? matchAt(date, text, announced.start)
        : matchAt(
            /\d{1,3}(?!\d|[.,/-]\d)(?: ?(?:years?|yrs?|ans|Jahre|años|anos|jaar|anni))?/y,
            text,
            announced.start,
          );
      if (!match || (!born && announced.tie === "near")) continue;
      yield {
        start: announced.start,
        end: announced.start + match[0].length,
        type: born ? "DATE_OF_BIRTH" : "AGE",
        strength: "keyed",
      };
    }
    for (const run of page.digits) {
      const span = readOldDate(page, run) ?? readAge(text, run);
      if (span) yield span;
    }
  },
  examples: {
    caught: [
      "Date of birth: 7 May 1990",
      "geb. 12.03.1988 in Ulm",
      "I am 34 years old",
      "Née le 3 juin 1991 (34 ans)",
    ],
    spared: [
      "12 years of experience",
      "Applied on 12.03.2024",
      "10 ans d'expérience",
      "interview on 7 May 2026",
    ],
  },
};
