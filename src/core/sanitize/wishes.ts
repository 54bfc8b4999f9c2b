import { matchesOf } from "../text/search.ts";
import type { Find } from "./choose.ts";
import { labelOf } from "./pii-types.ts";
import type { Sanitization } from "./sanitization.ts";

// Only on wish ("no salaries", "no dates"): no level hides these, a job search lives from them.
const currency = String.raw`(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|INR|JPY|BRL|PLN|SEK|NOK|DKK)\b)`;
const amount = String.raw`\d{1,3}(?:[.,' \u00a0]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?`;
const money = new RegExp(
  String.raw`${currency}\s?(?:${amount})\s?[kKmM]?(?:\s?[-–—]\s?${currency}?\s?(?:${amount})\s?[kKmM]?)?|(?:${amount})\s?[kKmM]?(?:\s?[-–—]\s?(?:${amount})\s?[kKmM]?)?\s?(?:${currency}|euros?\b|dollars?\b|pounds?\b)|\b\d{2,3}\s?[kK](?:\s?[-–—]\s?\d{2,3}\s?[kK])?\b`,
  "g",
);
const month =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)";
const dates = new RegExp(
  String.raw`\b\d{4}-\d{2}-\d{2}(?:T[\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th|\.)?(?: of| de)? ${month}\b\.?(?:,?(?: de)? \d{4})?|\b${month}\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?|\b${month}\.? \d{4}\b`,
  "gi",
);

/** Sums of money and dates in a text, where the user asked to hide them. */
export function findWishes(text: string, sanitization: Sanitization): Find[] {
  const finds: Find[] = [];
  if (sanitization.hide?.includes("salary"))
    finds.push(...findAll(text, money, "SALARY", labelOf("salary")));
  if (sanitization.hide?.includes("date"))
    finds.push(...findAll(text, dates, "DATE", labelOf("date")));
  return finds;
}

function* findAll(
  text: string,
  expression: RegExp,
  type: string,
  replacement: string,
): Generator<Find> {
  for (const match of matchesOf(expression, text)) {
    yield {
      start: match.index,
      end: match.index + match[0].length,
      type,
      rule: "wish",
      replacement,
      certain: false,
      strength: "shape",
    };
  }
}
