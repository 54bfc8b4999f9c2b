import { readAnnounced } from "../text/label-value.ts";
import { lineIndexAt } from "../text/lines.ts";
import { pageOf, type Page } from "../text/page.ts";
import { matchAt, matchesOf } from "../text/search.ts";
import type { Rule } from "./contract.ts";

const months =
  "jan(?:uary|uar|\\.)?|feb(?:ruary|ruar|\\.)?|mar(?:ch|s|zo|ço|\\.)?|m[äa]rz|apr(?:il|\\.)?|abr(?:il|\\.)?|avr(?:il|\\.)?|may|mai|mayo|maio|mei|june?|juni|junio|junho|juin|july?|juli|julio|julho|juillet|aug(?:ust|ustus|\\.)?|ago(?:sto|\\.)?|ao[uû]t|sep(?:t|tember|tembre|tiembre|\\.)?|set(?:embro|tembre|\\.)?|oct(?:ober|obre|ubre|\\.)?|okt(?:ober|\\.)?|out(?:ubro|\\.)?|ottobre|nov(?:ember|embre|iembre|embro|\\.)?|dec(?:ember|\\.)?|dez(?:ember|embro|\\.)?|d[ée]c(?:embre|\\.)?|dic(?:iembre|embre|\\.)?|janvier|f[ée]vrier|enero|febrero|janeiro|fevereiro|gennaio|febbraio|maggio|giugno|luglio|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|maart|januari|februari";
const date = new RegExp(
  `(?:le |el |am |em |il |de |on |the )?(?:\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? ?(?:of |de |/|-)?(?:${months})(?: de| of|,|\\.|/|-)? ?\\d{2,4}|(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}\\. ?(?:${months}) \\d{4}|(?:${months})\\.? \\d{4}|(?:19|20)\\d\\d(?![\\d-])|\\d{4}年\\d{1,2}月\\d{1,2}日)`,
  "iy",
);
const ages = [
  /\b(?<age>\d{1,3}(?:[- ](?:year|yr)s?[- ]old|[- ]jährig\w{0,2}|\s?(?:years? old|yrs? old|y\/o|yo|ans|Jahre alt|Jahre|jaar oud|jaar|anos de idade|anos|años(?: de edad)?|anni)))\b/giu,
  /\b(?:aged?|turn(?:ed|s|ing)?|am|is|I'm|he's|she's|at the age of|age of|i am|now)\s(?<age>\d{2})(?=\s*(?:[.,;!?)]|$|\byears?\b|,? and\b))/giu,
];
/** "10 years experience", "3 ans d'expérience", "5 Jahre Erfahrung": time worked, not lived. */
const worked =
  /^\s*(?:of|d['’]|de\s|experience|exp\b|erfahrung|berufserfahrung|experiencia|experiência|in\s|as\s|als\s|en\s|com\s|with\s|mit\s|at\s|bei\s|chez\s|plus|ago|later|contract|warranty|lang|\+|ervaring|nella|di\s)/i;
const workedBefore =
  /(?:\bover|more than|least|\+|last|past|nearly|about|für|seit|depuis|desde|durante|hace|há|über|mehr als|plus de|más de|mais de|sinds|per|every|of|for|in|within|after|dans|pendant|letzten|innerhalb|next|first|the|mindestens|minimum|environ|previous)\s$/i;

/** A full day that far back is hardly one of a job search. */
const old =
  /(?<![\d./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:19[2-9]\d|200[0-9])|(?:19[2-9]\d|200[0-9])-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:[ T]\d\d:\d\d(?::\d\d)?)?)(?![\d-]|[./]\d)/g;

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
    for (const match of matchesOf(old, text)) {
      if (isLog(page, match.index)) continue;
      yield { start: match.index, end: match.index + match[0].length, type: "DATE_OF_BIRTH" };
    }
    for (const expression of ages) {
      for (const match of matchesOf(expression, text)) {
        const written = match.groups?.["age"] ?? "";
        const start = match.index + match[0].indexOf(written);
        const years = parseInt(written, 10);
        const old = /old|jährig|alt|y\/o|idade|edad|oud/i.test(written) || expression === ages[1];
        if (
          years < 14 ||
          years > 110 ||
          (!old &&
            (worked.test(text.slice(start + written.length, start + written.length + 16)) ||
              workedBefore.test(text.slice(Math.max(0, start - 12), start))))
        )
          continue;
        if (!old && !/[(,|\n–-]\s*$|^\s*$/.test(text.slice(Math.max(0, start - 3), start)))
          continue;
        const size = /year|yr|y\/o|yo/i.test(written)
          ? (/^\d+/.exec(written)?.[0].length ?? 0)
          : written.length;
        yield { start, end: start + size, type: "AGE" };
      }
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
