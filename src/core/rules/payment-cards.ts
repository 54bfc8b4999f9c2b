import { hasDigits, isDigitAt, isWordAt } from "../text/chars.ts";
import { pageOf } from "../text/page.ts";
import { matchAt } from "../text/search.ts";
import type { Rule } from "./contract.ts";

const shape = /\d(?:[ .-]?\d){11,18}(?!\d)/y;
// Issuer ranges of ISO/IEC 7812-1 with their lengths; from the networks' own pages.
const issuers =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{0,14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|6(?:011|5\d\d|4[4-9]\d|22\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12}|(?:5[06-9]|6\d)\d{10,17}|62\d{14,17}|9792\d{12}|(?:2131|1800)\d{11}|2200\d{12,15}|220[0-4]\d{12})$/;

const leastDigits = 12;

/** With the word before it a number of any issuer is taken. */
const labels =
  /\b(?:card|cc|visa|mastercard|amex|maestro|karte|carte|tarjeta|cartão|kaart)\b[^\n\d]{0,24}$/i;

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const value = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isCard(written: string, labelled: boolean): boolean {
  const digits = written.replace(/\D/g, "");
  if ((!labelled && !issuers.test(digits)) || /^(\d)\1+$/.test(digits)) return false;
  // 5x Mastercard has sixteen digits; other lengths are Maestro's.
  return passesLuhn(digits);
}

/** Groups of a card are of three to six digits; "12 5 2024 10 30" is not one. */
function isGrouped(written: string): boolean {
  const groups = written.split(/[ .-]/);
  return (
    groups.length === 1 ||
    groups.every((group, i) => group.length >= (i === groups.length - 1 ? 1 : 3))
  );
}

export const paymentCards: Rule = {
  label: "Payment card numbers",
  level: "strict",
  replacement: "[card]",
  *find(text, page) {
    let done = 0;
    for (const start of pageOf(text, page).digits) {
      if (start < done || !hasDigits(text, start, leastDigits)) continue;
      const match = matchAt(shape, text, start);
      if (!match) continue;
      const end = start + match[0].length;
      const before = text.charAt(start - 1);
      if (isWordAt(text, start - 1) || isWordAt(text, end) || /[+_#-]/.test(before)) continue;
      if (before === "." && isDigitAt(text, start - 2)) continue;
      if (/^[.-]\d/.test(text.slice(end, end + 2))) continue;
      if (
        !isGrouped(match[0]) ||
        !isCard(match[0], labels.test(text.slice(Math.max(0, start - 30), start)))
      )
        continue;
      done = end;
      yield { start, end, type: "CREDIT_CARD", certain: true, strength: "proved" };
    }
  },
  examples: {
    caught: ["Card 4539 1488 0343 6467 exp 10/30", "371449635398431"],
    spared: ["order 4539148803436468", "+49 151 23456789", "1234567890123456"],
  },
};
